package org.hearthkey.core.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.hearthkey.core.authority.OpenRoot;
import org.hearthkey.core.sale.HouseContents;
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
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Anchors;

/// Creates homes and opens them.
public final class Homes {
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
        return create(file, slot, first -> first.create(plan, slot, root, progress));
    }

    /// Makes the home of a buyer: as [#create] does, with the devices of the package waiting to be set up again, and the receipt
    /// that the new root signs.
    ///
    /// @param house stays the caller's
    /// @throws FileAlreadyExistsException if there is such a file
    public Home receive(
            Path file, HouseContents house, NewHome plan, LockPlan slot, NewRoot root, Consumer<CreationStep> progress)
            throws IOException {
        progress.accept(CreationStep.STRETCHING_PASSPHRASES);
        return create(file, slot, first -> first.receive(house, plan, slot, root, progress));
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

    /// Makes a home anew whose file is gone: the same name, the same id and the same root, and for every issuer another with a
    /// new key. The root's list takes the old ones back, and the journal begins with what is lost. The file is there whole or
    /// not at all. Takes some seconds.
    ///
    /// @param shares opens the core
    /// @param root where the root key will live; on a token if the core does not have it
    /// @param progress told on the calling thread when a step begins
    /// @throws FileAlreadyExistsException if there is such a file
    /// @throws RefusedException wrong-secret, if the shares or the token are not of this core; damaged
    public Home rebuild(
            Path file,
            Remains remains,
            LockSecret.Recovered shares,
            LockPlan slot,
            NewRoot root,
            Consumer<CreationStep> progress)
            throws RefusedException, IOException {
        var core = remains.core();
        progress.accept(CreationStep.STRETCHING_PASSPHRASES);
        return switch (root) {
            case NewRoot.InFile(var ways) -> {
                try (var key = core.openRoot(shares, random)) {
                    var open = OpenRoot.of(core.root(), key);
                    yield create(file, slot, first -> {
                        first.rebuild(remains, slot, open, progress);
                        first.keepRoot(key, ways);
                    });
                }
            }
            case NewRoot.Adopted _ -> throw new IllegalArgumentException("The root of a home made anew is its own");
            case NewRoot.OnToken(var key, var uri) -> {
                core.prove(shares, random);
                var open = OpenRoot.of(core.root(), key);
                yield create(file, slot, first -> {
                    first.rebuild(remains, slot, open, progress);
                    first.noteRoot(uri);
                });
            }
        };
    }

    private Home create(Path file, LockPlan slot, Consumer<FirstCommit> fill) throws IOException {
        var store = Store.create(
                file,
                HomeSchema.newest(),
                slot,
                random,
                (tables, vault) -> fill.accept(new FirstCommit(Books.ofNew(tables, vault), clock, random)));
        return begin(new Home(store, file, clock, random, anchors, attempts), Beginning::begin);
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
