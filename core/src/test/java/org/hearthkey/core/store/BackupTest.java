package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.change;
import static org.hearthkey.core.store.Homes.devices;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.peer.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of an open home.
class BackupTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path directory;

    private Path file;
    private Path copy;

    @BeforeEach
    void createHome() throws Exception {
        file = directory.resolve("Maple.hearth");
        copy = directory.resolve("Copy.hearth");
        try (Store store = Homes.create(file)) {
            change(store, "INSERT INTO device(name,note) VALUES('lock',zeroblob(30000))");
            change(store, "DELETE FROM device WHERE name='lock'");
        }
    }

    @Test
    void holdsWhatTheHomeHeldAndTheHomeGoesOn() throws Exception {
        byte[] set;
        try (Store store = Homes.open(file)) {
            store.backup(copy, random);
            set = store.head().set();
            change(store, "UPDATE device SET name='sun'");
        }
        try (Store store = Homes.open(copy)) {
            assertEquals("lamp", devices(store));
            assertEquals(3, store.head().commit());
            assertArrayEquals(set, store.head().set());
            change(store, "UPDATE device SET name='moon'");
        }
        assertEquals(List.of("Copy.hearth", "Maple.hearth"), names(directory));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    }

    @Test
    void replacesNothing() throws Exception {
        Files.writeString(copy, "precious");
        try (Store store = Homes.open(file)) {
            assertThrows(FileAlreadyExistsException.class, () -> store.backup(copy, random));
            assertThrows(FileAlreadyExistsException.class, () -> store.backup(file, random));
        }
        assertEquals("precious", Files.readString(copy));
    }

    @Test
    void leavesNothingOnADiskThatIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(8);
                Store store = Homes.open(file)) {
            FileSystemException failed = assertThrows(
                    FileSystemException.class, () -> store.backup(disk.path().resolve("Copy.hearth"), random));
            assertEquals("disk full", failed.getReason());
            assertEquals(List.of(), names(disk.path()));
            change(store, "UPDATE device SET name='sun'");
        }
    }

    @Test
    void copiesAHomeFromAReadOnlyDisk() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(256)) {
            Path there = Files.copy(file, disk.path().resolve("Maple.hearth"));
            disk.makeReadOnly();
            try (Store store = Homes.open(there)) {
                store.backup(copy, random);
            }
        }
        Homes.open(copy).close();
    }

    @Test
    void isNotMadeWhileACommitRuns() throws Exception {
        try (Store store = Homes.open(file)) {
            store.<IllegalStateException, IOException>inTransaction(
                    _ -> assertThrows(IllegalStateException.class, () -> store.backup(copy, random)));
        }
        assertEquals(List.of("Maple.hearth"), names(directory));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
