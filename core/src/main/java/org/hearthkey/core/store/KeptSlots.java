package org.hearthkey.core.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.Lock;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// The slots of an open home. They change inside a commit, with the rows that tell of it, or not at all.
public final class KeptSlots {
    /// The most that a file has.
    public static final int MOST = Slots.MOST;

    private final Sqlite sqlite;
    private final Committed committed;
    private final Argon2id argon2;
    private final SecureRandom random;
    private List<Slot> slots;
    private boolean changeable;

    KeptSlots(Sqlite sqlite, Committed committed, Argon2id argon2, SecureRandom random) {
        this.sqlite = sqlite;
        this.committed = committed;
        this.argon2 = argon2;
        this.random = random;
        slots = committed.slots();
    }

    /// All slots by number.
    public List<KeptSlot> all() {
        return slots.stream().map(slot -> new KeptSlot(slot.id(), slot.lock())).toList();
    }

    /// The highest number that a slot has now.
    public long highestId() {
        return slots.getLast().id();
    }

    /// What trying a passphrase on every slot costs together, in KiB times passes.
    public long work() {
        return work(slots);
    }

    private static long work(List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> slot.lock().stream())
                .flatMap(lock -> lock.cost().stream())
                .mapToLong(Argon2Cost::work)
                .sum();
    }

    /// Comes to the vault key once more, which an open home has forgotten. Takes about a second if it has a passphrase.
    ///
    /// @throws RefusedException wrong-secret, if it opens no slot
    /// @throws IOException if a token does not answer
    public OpenSlot open(LockSecret secret) throws RefusedException, IOException {
        return new SlotDoor(secret, argon2, random).unlock(slots);
    }

    /// Adds a slot, or replaces the one of that number. Only inside a commit.
    ///
    /// @throws IllegalArgumentException if the format does not allow so many slots, or such costly ones
    public void put(long id, Lock lock) {
        List<Slot> after = without(id);
        boolean replaces = after.size() < slots.size();
        Slot slot = Slot.of(id, lock);
        after.add(slot);
        after.sort(Comparator.comparingLong(Slot::id));
        change(after, () -> {
            if (replaces) {
                Slots.update(sqlite, slot);
            } else {
                Slots.insert(sqlite, slot);
            }
        });
    }

    /// Removes a slot. Only inside a commit.
    ///
    /// @throws IllegalArgumentException if there is no such slot, or no other
    public void remove(long id) {
        List<Slot> after = without(id);
        if (after.size() == slots.size()) {
            throw new IllegalArgumentException("No slot " + id);
        }
        change(after, () -> Slots.delete(sqlite, id));
    }

    private List<Slot> without(long id) {
        return new ArrayList<>(slots.stream().filter(slot -> slot.id() != id).toList());
    }

    /// One statement on the file.
    private interface Writing {
        void run() throws SQLException;
    }

    private void change(List<Slot> after, Writing writing) {
        if (!changeable) {
            throw new IllegalStateException("A slot changes inside a commit");
        }
        if (after.isEmpty() || after.size() > MOST || work(after) > Argon2Cost.MOST_WORK) {
            throw new IllegalArgumentException("A home has 1 to 16 slots, which are not too costly together");
        }
        try {
            writing.run();
        } catch (SQLException failed) {
            throw Store.failure(failed);
        }
        slots = List.copyOf(after);
    }

    /// The slots as they will be once the commit under way is done.
    List<Slot> now() {
        return slots;
    }

    void begin() {
        changeable = true;
    }

    /// Ends a commit: what it did not keep is forgotten.
    void end() {
        changeable = false;
        slots = committed.slots();
    }
}
