package org.hearthkey.core.home;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.FirstWork;
import org.hearthkey.core.store.SlotDemand;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.Watch;

/// Gives a home a new vault key: every record and every private key is sealed anew, in a new file that takes the old one's
/// place. From then on no older copy of the file, with its old secrets, helps to open a later one.
///
/// What opens the home afterwards: the secret at hand, and slots of a token alone, by the public half of its key. Other
/// slots end. Where somebody has changed the slots, only the secret at hand stays.
public final class NewVaultKey {
    private final Store store;
    private final Books books;
    private final Unlocking unlocking;
    private final Signatory signatory;
    private final Watch watch;
    private final Journal journal;
    private final SecureRandom random;

    NewVaultKey(
            Store store,
            Books books,
            Unlocking unlocking,
            Signatory signatory,
            Watch watch,
            Journal journal,
            SecureRandom random) {
        this.store = store;
        this.books = books;
        this.unlocking = unlocking;
        this.signatory = signatory;
        this.watch = watch;
        this.journal = journal;
        this.random = random;
    }

    /// Looks what would become of the ways to unlock. Changes nothing.
    ///
    /// @param present opens a slot, and is to open the home afterwards; stays the caller's
    /// @throws RefusedException wrong-secret, if it opens no slot
    /// @throws IOException if a token does not answer
    public Prepared prepare(LockSecret present) throws RefusedException, IOException {
        long opened;
        try (var slot = store.slots().open(present)) {
            opened = slot.id();
        }
        var kept = new ArrayList<UnlockSlot>();
        var ended = new ArrayList<UnlockSlot>();
        unlocking.slots().stream()
                .filter(slot -> slot.id() != opened)
                .forEach(slot -> (stays(slot) ? kept : ended).add(slot));
        return new Prepared(present, opened, kept, ended);
    }

    private boolean stays(UnlockSlot slot) {
        return store.demand() == SlotDemand.UNCHANGED
                && slot.factors().equals(Optional.of(Factors.TOKEN))
                && slot.token().isPresent();
    }

    /// A home whose owner has shown what opens it, and that may get its new vault key now.
    public final class Prepared {
        private final LockSecret present;
        private final long opened;
        private final List<UnlockSlot> kept;
        private final List<UnlockSlot> ended;

        private Prepared(LockSecret present, long opened, List<UnlockSlot> kept, List<UnlockSlot> ended) {
            this.present = present;
            this.opened = opened;
            this.kept = List.copyOf(kept);
            this.ended = List.copyOf(ended);
        }

        /// The slots that would end.
        public List<UnlockSlot> ended() {
            return ended;
        }

        /// The ways to the root key in the file that would end: those that want another kind of secret than this.
        public List<RootWay> endedToRoot(RootSecret root) {
            return root instanceof RootSecret.Opening(var secret)
                    ? books.keys().rootLocks().stream()
                            .filter(lock -> !lock.isLike(LockPlan.like(secret, Argon2Cost.FLOOR)))
                            .map(RootWay::of)
                            .toList()
                    : List.of();
        }

        /// Does it. The home is closed afterwards; opening it again is the caller's.
        ///
        /// @param root a root key in the file wants the secret that opens it there
        /// @param cost what one guess at these passphrases costs from now on
        /// @throws RefusedException wrong-secret, if this is not the root's secret; in-use, if another program has changed
        ///     the file just now. Then it is as it was
        /// @throws IOException if a token or the disk does not do its part; then the file is as it was
        /// @throws IllegalArgumentException if the root key is in the file and `root` is a token
        public void make(RootSecret root, Argon2Cost cost) throws RefusedException, IOException {
            watch.requireMaySign();
            if (books.keys().hasNextRoot()) {
                throw new IllegalStateException("A new root is to come, which no new vault key may lose");
            }
            if (!books.keys().hasRoot()) {
                signatory.proveRoot(root).close();
                renew(cost, (_, vault) -> seal(vault));
            } else if (root instanceof RootSecret.Opening(var secret)) {
                try (var key = signatory.keys().openRoot(secret)) {
                    renew(cost, (_, vault) -> seal(vault, key, LockPlan.like(secret, cost)));
                }
            } else {
                throw new IllegalArgumentException("The root key in the file is sealed anew with what opens it there");
            }
        }

        private void seal(PrivateKeyVault vault, SoftwareKey root, LockPlan way) {
            books.keys().moveRootTo(vault, root, List.of(way));
            seal(vault);
        }

        private void seal(PrivateKeyVault vault) {
            books.keys().moveTo(vault);
            books.setupCodes().moveTo(vault);
            books.waiting().moveTo(vault);
            ended.forEach(slot -> books.slotNotes().remove(slot.id()));
            journal.append(Note.of("vault.key")
                    .fact("slot", opened)
                    .fact(
                            "ended",
                            ended.stream().map(slot -> Long.toString(slot.id())).toList()));
        }

        private void renew(Argon2Cost cost, FirstWork<RuntimeException> work) throws RefusedException, IOException {
            var ways = new TreeMap<Long, LockPlan>();
            ways.put(opened, LockPlan.like(present, cost));
            kept.forEach(
                    slot -> ways.put(slot.id(), new LockPlan.Held(slot.token().orElseThrow())));
            store.renew(ways, present, work, random);
        }
    }
}
