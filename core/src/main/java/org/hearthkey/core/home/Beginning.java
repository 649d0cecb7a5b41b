package org.hearthkey.core.home;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.journal.Checkpoints;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PassphraseCost;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.OpenSlot;
import org.hearthkey.core.witness.Standing;
import org.hearthkey.core.witness.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a home does when it was unlocked, before anybody uses it.
final class Beginning {
    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);
    private static final int MOST_FOLDERS = 8;

    private final Books books;
    private final Commits commits;
    private final Journal journal;
    private final Watch watch;
    private final Unlocking unlocking;
    private final SecureRandom random;

    Beginning(Books books, Commits commits, Journal journal, Watch watch, Unlocking unlocking, SecureRandom random) {
        this.unlocking = unlocking;
        this.books = books;
        this.commits = commits;
        this.journal = journal;
        this.watch = watch;
        this.random = random;
    }

    /// What every opening does: keys for the journal where there are none yet, a look at the clock, and a question to
    /// every witness within reach.
    void begin() {
        var ahead = watch.noteClock();
        if (watch.standing() instanceof Standing.HandedOver) {
            look();
            return;
        }
        if (ahead.isPresent() || !books.journalKeys().hasFirst()) {
            commits.commit(() -> {
                if (!books.journalKeys().hasFirst()) {
                    makeJournalKey();
                }
                ahead.ifPresent(jump -> journal.append(Note.of("clock.ahead")
                        .fact("from", jump.lastEntry().toString())
                        .fact("to", jump.now().toString())));
                return ahead;
            });
        }
        look();
        makeSecondKey();
        watch.remember();
    }

    /// Asks every witness within reach, and writes nothing.
    void look() {
        watch.look(handedOutTo());
    }

    /// Puts into the journal what was tried in vain before this opening. A file that is older than its witness gets no
    /// entry, or it would look forked; one that cannot be written is read all the same.
    ///
    /// @return whether it is in the journal now
    boolean writeDown(WrongTries tries) {
        if (watch.blocking().isPresent()) {
            return false;
        }
        try {
            return commits.commit(() -> {
                journal.append(tries.note("unlock.failed"));
                return true;
            });
        } catch (StoreException failed) {
            LOG.warn("{} wrong tries are not in the journal yet", tries.count(), failed);
            return false;
        }
    }

    /// Makes the slot that opened the home as slow to guess as new ones are on this computer, where it is much weaker. As
    /// with wrong tries, a file that is older than its witness stays as it is, and whatever fails stops nobody: until the
    /// commit the slot is the old one.
    void raise(OpenSlot opened, LockSecret secret, PassphraseCost cost) {
        var wanted = opened.trial().flatMap(trial -> cost.inPlaceOf(trial.cost(), trial.took()));
        if (wanted.isEmpty() || watch.blocking().isPresent()) {
            return;
        }
        try {
            unlocking.raise(opened, LockPlan.like(secret, wanted.get()));
        } catch (StoreException | OutOfMemoryError failed) {
            LOG.warn("Slot {} is as easy to guess as before", opened.id(), failed);
        }
    }

    private void makeJournalKey() {
        try (var key = Ed25519Key.generate(random)) {
            books.journalKeys().keepFirst(key);
        }
        journal.append(Note.of("journal.key"));
    }

    /// A file that is older than its witness gets no entry, or it would look forked.
    private void makeSecondKey() {
        if (books.journalKeys().hasSecond() || watch.blocking().isPresent()) {
            return;
        }
        commits.commit(() -> {
            try (var key = MlDsaKey.generate(random)) {
                books.journalKeys().keepSecond(key);
                var note = Note.of(Checkpoints.SECOND_KEY)
                        .fact("algorithm", MlDsaKey.ALGORITHM)
                        .fact("key", Fingerprint.of(key.publicKey()).hex());
                journal.append(note);
                return note;
            }
        });
    }

    /// The folders that the newest bundles went to: drives, mostly, that may be plugged in again.
    private List<Path> handedOutTo() {
        return books.deliveries().newest(MOST_FOLDERS).stream()
                .flatMap(delivery -> path(delivery.target()).stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> path(String target) {
        try {
            // What went to a hub has no path.
            return Optional.of(Path.of(target)).filter(Path::isAbsolute);
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }
}
