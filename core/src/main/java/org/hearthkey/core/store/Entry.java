package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;

/// A home that was opened, and the slot that let its secret in, for as long as other locks may be made at once. Closing
/// it forgets the vault key; the home stays open.
public final class Entry implements AutoCloseable {
    private final Store store;
    private final OpenSlot slot;

    private Entry(Store store, OpenSlot slot) {
        this.store = store;
        this.slot = slot;
    }

    /// Opens a home, after every check that its format demands.
    ///
    /// @throws RefusedException if the file is refused; it is left as it was
    /// @throws IOException if there is no such file, or it or a token cannot be reached
    public static Entry into(Path file, Schema schema, LockSecret secret, SecureRandom random)
            throws RefusedException, IOException {
        return into(file, schema, secret, SlotDemand.UNCHANGED, random);
    }

    /// Opens a home whatever became of its other slots, to read it or to write it anew.
    ///
    /// @throws RefusedException if the file is refused for anything else; it is left as it was
    /// @throws IOException if there is no such file, or it or a token cannot be reached
    public static Entry despiteSlots(Path file, Schema schema, LockSecret secret, SecureRandom random)
            throws RefusedException, IOException {
        return into(file, schema, secret, SlotDemand.ANY, random);
    }

    private static Entry into(Path file, Schema schema, LockSecret secret, SlotDemand demand, SecureRandom random)
            throws RefusedException, IOException {
        Argon2id argon2 = Argon2id.fastest();
        try (AjarDoor door = new AjarDoor(new SlotDoor(secret, argon2, random))) {
            Store store = Store.open(file, schema, door, demand, argon2, random);
            return new Entry(store, door.handedOn());
        }
    }

    public Store store() {
        return store;
    }

    public OpenSlot slot() {
        return slot;
    }

    @Override
    public void close() {
        slot.close();
    }

    /// Keeps the slot that was opened.
    private static final class AjarDoor implements VaultDoor, AutoCloseable {
        private final SlotDoor door;
        private Optional<OpenSlot> opened = Optional.empty();

        AjarDoor(SlotDoor door) {
            this.door = door;
        }

        @Override
        public VaultKeys open(List<Slot> slots) throws RefusedException, IOException {
            OpenSlot slot = door.unlock(slots);
            opened = Optional.of(slot);
            return slot.keys();
        }

        OpenSlot handedOn() {
            OpenSlot slot = opened.orElseThrow();
            opened = Optional.empty();
            return slot;
        }

        @Override
        public void close() {
            opened.ifPresent(OpenSlot::close);
        }
    }
}
