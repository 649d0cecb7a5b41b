package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.SlotDemand;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts wrong root passphrases in an open home, as wrong passphrases of the home are: outside the file, so that a wrong
/// try changes nothing in it, and by a count of their own. The next right one writes them into the journal.
final class RootTries {
    private static final Logger LOG = LoggerFactory.getLogger(RootTries.class);

    private final Attempts attempts;
    private final Path about;
    private final Store store;
    private final Commits commits;
    private final Journal journal;
    private final Watch watch;

    /// @param file the home's
    RootTries(Attempts attempts, Path file, Store store, Commits commits, Journal journal, Watch watch) {
        this.attempts = attempts;
        // No file lies below a file: this is the name of the count and nothing else.
        about = file.toAbsolutePath().normalize().resolve("root");
        this.store = store;
        this.commits = commits;
        this.journal = journal;
        this.watch = watch;
    }

    /// One try at the root key in the file.
    ///
    /// @param <R> what it gives if the secret is right
    interface Try<R> {
        R run() throws RefusedException, IOException;
    }

    /// Tries, unless it is too soon.
    ///
    /// @throws TooSoonException if nothing was tried
    /// @throws RefusedException what the try throws
    /// @throws IOException what the try throws
    <R> R count(LockSecret secret, Try<R> once) throws RefusedException, IOException {
        if (!Attempts.isGuessable(secret)) {
            return once.run();
        }
        var left = attempts.untilNext(about);
        if (left.isPositive()) {
            throw new TooSoonException(left);
        }
        try {
            var opened = once.run();
            writeDown();
            return opened;
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.WRONG_SECRET) {
                attempts.countWrong(about);
            }
            throw refused;
        }
    }

    /// A file that is older than its witness gets no entry, nor one whose slots somebody has changed; the count stays.
    private void writeDown() {
        var tries = attempts.of(about);
        if (tries.isEmpty()
                || store.demand() == SlotDemand.ANY
                || watch.blocking().isPresent()) {
            return;
        }
        try {
            commits.commit(() -> {
                journal.append(tries.get().note("root.failed"));
                return tries;
            });
            attempts.forget(about);
        } catch (StoreException failed) {
            LOG.warn(
                    "{} wrong root passphrases are not in the journal yet",
                    tries.get().count(),
                    failed);
        }
    }
}
