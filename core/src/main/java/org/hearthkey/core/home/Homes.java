package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.authority.Authority;
import org.hearthkey.core.authority.Permit;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.ceremony.Ceremonies;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.Ed25519Key;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.revoke.Canaries;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.Probers;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PassphraseCost;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.Entry;
import org.hearthkey.core.store.HomeSchema;
import org.hearthkey.core.store.KeptKeys;
import org.hearthkey.core.store.SlotNote;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Anchors;

/// Creates homes and opens them.
public final class Homes {
    private static final long FIRST_SLOT = 1;

    private final InstantSource clock;
    private final SecureRandom random;
    private final PassphraseCost cost;
    private final Anchors anchors;
    private final Attempts attempts;

    /// Homes that nobody watches from outside their files, and whose wrong tries nobody counts.
    ///
    /// @param cost what passphrases cost to try; that of new ones is asked for only when one is set
    public Homes(InstantSource clock, SecureRandom random, PassphraseCost cost) {
        this(clock, random, cost, Anchors.NONE, new Attempts(KeptTries.NONE, clock));
    }

    /// @param cost what passphrases cost to try; that of new ones is asked for only when one is set
    /// @param anchors what this computer remembers of homes
    /// @param attempts counts wrong passphrases, by a clock that nobody plays with
    public Homes(InstantSource clock, SecureRandom random, PassphraseCost cost, Anchors anchors, Attempts attempts) {
        this.anchors = anchors;
        this.attempts = attempts;
        this.clock = clock;
        this.random = random;
        this.cost = cost;
    }

    /// What one guess at a new passphrase costs today. Takes as long as one run at the floor to find out.
    public Argon2Cost costOfNew() {
        return cost.ofNew();
    }

    /// A lock that opens to a new passphrase, at today's cost.
    public LockPlan lockFor(Passphrase passphrase) {
        return new LockPlan.Remembered(passphrase, cost.ofNew());
    }

    /// Makes a home and opens it: root, services, zones and their first lists. The file is there whole or not at all. Takes
    /// some seconds.
    ///
    /// @param progress told on the calling thread when a step begins
    /// @throws FileAlreadyExistsException if there is such a file
    public Home create(Path file, NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress)
            throws IOException {
        progress.accept(CreationStep.STRETCHING_PASSPHRASES);
        var store = Store.create(
                file,
                HomeSchema.newest(),
                slot,
                random,
                (tables, vault) -> fill(Books.ofNew(tables, vault), plan, slot, root, progress));
        return begin(new Home(store, file, clock, random, anchors, attempts), Beginning::begin);
    }

    private static Home begin(Home home, Consumer<Beginning> what) {
        var begun = false;
        try {
            what.accept(home.beginning());
            begun = true;
            return home;
        } finally {
            if (!begun) {
                home.close();
            }
        }
    }

    private void fill(Books books, NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress) {
        var id = plan.rehearsed() == Rehearsed.IS_REHEARSAL ? HomeId.REHEARSAL : HomeId.random(random);
        var journal = new Journal(books.journal(), clock, random);
        var authority = new Authority(id, clock, random);
        books.identity().write(plan.name(), id, clock.instant());
        books.slotNotes()
                .write(
                        FIRST_SLOT,
                        new SlotNote(Optional.empty(), clock.instant(), slot.tokenPoint(), Optional.empty()));
        journal.append(Note.of("home.create")
                .fact("home", id.text())
                .fact("rehearsed", plan.rehearsed().code())
                .detail("name", plan.name().text()));
        keepJournalKey(books.keys());
        try (var rootKey = rootKey(books, journal, root)) {
            progress.accept(CreationStep.SIGNING_ROOT);
            var maker = new IssuerMaker(books, authority, journal, clock, random);
            maker.makeRoot(rootKey);
            maker.makeServices(rootKey);
            progress.accept(CreationStep.SIGNING_ZONES);
            plan.zones().forEach(zone -> maker.makeZone(zone, rootKey));
            progress.accept(CreationStep.SIGNING_LISTS);
            lists(books, authority, journal).signFirst(rootKey);
        }
        plan.ceremony().ifPresent(held -> begin(books, held, new HomeFacts(plan.name(), id, clock.instant()), journal));
        progress.accept(CreationStep.WRITING_FILE);
    }

    private void keepJournalKey(KeptKeys keys) {
        try (var key = Ed25519Key.generate(random)) {
            keys.keepJournalKey(key);
        }
    }

    private SigningKey rootKey(Books books, Journal journal, NewRoot root) {
        return switch (root) {
            case NewRoot.InFile(var ways) -> {
                var made = SoftwareKey.generate(KeyProfile.P384, random);
                books.keys().keepRoot(made, ways);
                yield made;
            }
            case NewRoot.OnToken(var key, var uri) -> {
                RootPlaces.note(books, journal, uri, clock, "root.token");
                yield key;
            }
        };
    }

    /// The ceremony in which a home is made is kept with it, so that whatever breaks off, there is no home without it.
    private void begin(Books books, Ceremony held, HomeFacts facts, Journal journal) {
        var authority = new Authority(facts.id(), clock, random);
        var ceremonies = new Ceremonies(
                facts.name(),
                facts.id(),
                books.ceremonies(),
                signatory(books, authority),
                journal,
                new Within(),
                clock);
        var steps = held.done();
        var made = steps.getLast().endedAt(clock.instant());
        ceremonies.begin(
                new Ceremony(held.id(), held.script(), held.setting(), steps.subList(0, steps.size() - 1)).with(made));
    }

    private Signatory signatory(Books books, Authority authority) {
        return new Signatory(books.issuers(), books.keys(), authority, random, Permit.ALWAYS);
    }

    /// The lists of a home that is being made: all of it is one commit already.
    private Lists lists(Books books, Authority authority, Journal journal) {
        var signatory = signatory(books, authority);
        return new Lists(
                books.devices(),
                books.lists(),
                new Canaries(books.canaries(), Probers.NONE, signatory, random),
                signatory,
                journal,
                new Within(),
                clock);
    }

    private static final class Within implements Commits {
        @Override
        public <R, X extends Exception> R commit(Work<R, X> work) throws X {
            return work.run();
        }
    }

    /// Opens a home. Takes about a second, for Argon2id, and once in a while a second more: then the lock that opened was
    /// weaker than new ones are, and is made anew.
    ///
    /// @throws IOException if the file or a token cannot be reached
    public Unlocked open(Path file, LockSecret secret) throws IOException {
        return open(file, secret, this::entered);
    }

    /// Opens a home that was refused because somebody has changed its slots: it can be read, and given a new vault key.
    /// Everything else that would write throws [IllegalStateException].
    ///
    /// @throws IOException if the file or a token cannot be reached
    public Unlocked openDespiteSlots(Path file, LockSecret secret) throws IOException {
        return open(file, secret, this::enteredDespiteSlots);
    }

    /// One way into a home.
    private interface Way {
        Unlocked enter(Path file, LockSecret secret) throws RefusedException, IOException;
    }

    private Unlocked open(Path file, LockSecret secret, Way way) throws IOException {
        var left = Attempts.isGuessable(secret) ? attempts.untilNext(file) : Duration.ZERO;
        if (left.isPositive()) {
            return new Unlocked.Wait(left);
        }
        try {
            return way.enter(file, secret);
        } catch (RefusedException refused) {
            if (refused.refusal() == Refusal.WRONG_SECRET && Attempts.isGuessable(secret)) {
                attempts.countWrong(file);
            }
            return new Unlocked.Refused(refused.refusal(), refused.where());
        }
    }

    private Unlocked.Open entered(Path file, LockSecret secret) throws RefusedException, IOException {
        try (var entry = Entry.into(file, HomeSchema.newest(), secret, random)) {
            var tries = attempts.of(file);
            var home = begin(new Home(entry.store(), file, clock, random, anchors, attempts), beginning -> {
                beginning.begin();
                if (tries.isPresent() && beginning.writeDown(tries.get())) {
                    attempts.forget(file);
                }
                if (Files.isWritable(file)) {
                    beginning.raise(entry.slot(), secret, cost);
                }
            });
            return new Unlocked.Open(home, tries);
        }
    }

    private Unlocked enteredDespiteSlots(Path file, LockSecret secret) throws RefusedException, IOException {
        try (var entry = Entry.despiteSlots(file, HomeSchema.newest(), secret, random)) {
            var home = begin(new Home(entry.store(), file, clock, random, anchors, attempts), Beginning::look);
            return new Unlocked.Open(home, Optional.empty());
        }
    }
}
