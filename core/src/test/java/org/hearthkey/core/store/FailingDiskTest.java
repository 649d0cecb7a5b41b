package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.change;
import static org.hearthkey.core.store.Homes.devices;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.peer.SmallDisk;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks that are full, read-only, or lost power.
class FailingDiskTest {
    @TempDir
    Path directory;

    @Test
    void aFullDiskLeavesBothSidesAtTheLastCommit() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path file = disk.path().resolve("Maple.hearth");
            int kept = 1;
            try (Store store = Homes.create(file)) {
                StoreException failed = fill(store);
                assertEquals(StoreException.Cause.DISK_FULL, failed.kind());
                kept = (int) store.head().commit();
                assertTrue(kept > 2, "a few commits fit");
                assertEquals(kept, rows(store));
                assertThrows(StoreException.class, () -> insert(store, "again"));
                assertEquals(kept, rows(store));
                disk.growToKib(1024);
                insert(store, "after");
            }
            try (Store store = Homes.open(file)) {
                assertEquals(kept + 1, rows(store));
                assertTrue(devices(store).endsWith(",after"));
            }
        }
    }

    private static StoreException fill(Store store) {
        return assertThrows(StoreException.class, () -> {
            for (int i = 0; i < 100; i++) {
                insert(store, "device " + i);
            }
        });
    }

    private static void insert(Store store, String name) throws Exception {
        change(store, "INSERT INTO device(name,note) VALUES('" + name + "',zeroblob(30000))");
    }

    private static int rows(Store store) throws Exception {
        return devices(store).split(",", -1).length;
    }

    @Test
    void aJournalThatCannotBeWrittenLeavesTheLastCommit() throws Exception {
        Path file = directory.resolve("Maple.hearth");
        Path journal = directory.resolve("Maple.hearth-journal");
        try (Store store = Homes.create(file)) {
            Files.createDirectory(journal);
            StoreException failed = assertThrows(StoreException.class, () -> change(store, "DELETE FROM device"));
            assertEquals(StoreException.Cause.READ_ONLY, failed.kind());
            assertEquals("lamp", devices(store));
            Files.delete(journal);
            change(store, "UPDATE device SET name='sun'");
        }
        try (Store store = Homes.open(file)) {
            assertEquals("sun", devices(store));
        }
    }

    @Test
    void aHomeOnAReadOnlyDiskOpensAndTakesNoChange() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path file = disk.path().resolve("Maple.hearth");
            Homes.create(file).close();
            disk.makeReadOnly();
            try (Store store = Homes.open(file)) {
                StoreException failed = assertThrows(StoreException.class, () -> change(store, "DELETE FROM device"));
                assertEquals(StoreException.Cause.READ_ONLY, failed.kind());
                assertEquals("lamp", devices(store));
            }
            assertEquals(1, inspect(file).head().commit());
        }
    }

    @Test
    void aReadOnlyFileOpensAndTakesNoChange() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path file = disk.path().resolve("Maple.hearth");
            Homes.create(file).close();
            disk.makeReadOnly(file);
            opensAndTakesNoChange(file);
        }
    }

    @Test
    void aFileInAReadOnlyFolderOpensAndTakesNoChange() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path file = disk.path().resolve("Maple.hearth");
            Homes.create(file).close();
            disk.makeReadOnlyBut(file);
            opensAndTakesNoChange(file);
        }
    }

    private static void opensAndTakesNoChange(Path file) throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (Store store = Homes.open(file)) {
            StoreException failed = assertThrows(StoreException.class, () -> change(store, "DELETE FROM device"));
            assertEquals(StoreException.Cause.READ_ONLY, failed.kind());
            assertEquals("lamp", devices(store));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    private static HomeFacts inspect(Path file) throws Exception {
        try (Passphrase words = new Passphrase(Homes.WORDS.toCharArray())) {
            return Store.inspect(file, Homes.SCHEMA, new LockSecret.Remembered(words), new SecureRandom());
        }
    }

    @Test
    void aPowerCutInACommitLeavesTheLastOne() throws Exception {
        Path file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
        for (int page = 2; page <= 3; page++) {
            HotJournal.leave(file, page);
            try (Store store = Homes.open(file)) {
                assertEquals("lamp", devices(store));
            }
        }
    }

    @Test
    void aPowerCutOnADiskThatIsReadOnlyNowAsksForACopy() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path file = disk.path().resolve("Maple.hearth");
            Homes.create(file).close();
            HotJournal.leave(file, 3);
            disk.makeReadOnly();
            RefusedException opening = assertThrows(RefusedException.class, () -> Homes.open(file));
            assertEquals(Refusal.UNFINISHED_COMMIT, opening.refusal());
            RefusedException inspecting = assertThrows(RefusedException.class, () -> inspect(file));
            assertEquals(Refusal.UNFINISHED_COMMIT, inspecting.refusal());
            Path copy = Files.copy(file, directory.resolve("Copy.hearth"));
            Files.copy(disk.path().resolve("Maple.hearth-journal"), directory.resolve("Copy.hearth-journal"));
            try (Store store = Homes.open(copy)) {
                assertEquals("lamp", devices(store));
            }
        }
    }
}
