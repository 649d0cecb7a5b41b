package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.peer.SmallDisk;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreationTest {
    @TempDir
    Path directory;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static <X extends Exception> void create(Path file, Schema schema, FirstWork<X> first)
            throws IOException, X {
        try (Passphrase words = new Passphrase(Homes.WORDS.toCharArray())) {
            Store.create(
                            file,
                            schema,
                            new LockPlan.Remembered(words, Argon2Cost.MINIMUM),
                            new ScriptedRandom(),
                            first,
                            Homes.ARGON2)
                    .close();
        }
    }

    @Test
    void leavesOneFile() throws Exception {
        Path file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
        assertEquals(List.of(file), files());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableByItsOwnerOnly() throws Exception {
        Path file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maple.hearth", "Maple.hearth-journal", "Maple.hearth-wal"})
    void refusesANameThatIsTaken(String name) throws IOException {
        Path taken = Files.writeString(directory.resolve(name), "somebody else's");
        assertThrows(FileAlreadyExistsException.class, () -> Homes.create(directory.resolve("Maple.hearth")));
        assertEquals("somebody else's", Files.readString(taken));
        assertEquals(List.of(taken), files());
    }

    @Test
    void refusesANameThatIsTakenMeanwhile() throws IOException {
        Path file = directory.resolve("Maple.hearth");
        assertThrows(
                FileAlreadyExistsException.class,
                () -> create(file, Homes.SCHEMA, (tables, keys) -> Files.writeString(file, "first")));
        assertEquals("first", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void leavesNothingWhenItsFirstWorkFails() throws IOException {
        Path file = directory.resolve("Maple.hearth");
        assertThrows(
                IOException.class,
                () -> create(file, Homes.SCHEMA, (tables, keys) -> {
                    Homes.run(tables, "INSERT INTO owner VALUES(1,'Ada')");
                    assertFalse(Files.exists(file), "the file is there before it is whole");
                    throw new IOException("no root key");
                }));
        assertThrows(
                IllegalStateException.class,
                () -> create(
                        file, Homes.SCHEMA, (tables, keys) -> Homes.run(tables, "INSERT INTO owner VALUES(1,NULL)")));
        assertEquals(List.of(), files());
    }

    @Test
    void needsADirectoryThatIsThere() {
        Path file = directory.resolve("nowhere").resolve("Maple.hearth");
        assertThrows(NoSuchFileException.class, () -> Homes.create(file));
    }

    @Test
    void keepsWhatTheMigrationsThemselvesPutIn() throws Exception {
        Path file = directory.resolve("Maple.hearth");
        create(file, Migrations.TO_2, (tables, keys) -> Homes.run(tables, "INSERT INTO owner VALUES(1,'Ada')"));
        try (Store store = Homes.open(file, Migrations.TO_2, Homes.WORDS)) {
            assertEquals(1, store.head().commit());
            assertEquals("hall", Homes.select(store, "SELECT name FROM room"));
            Homes.change(store, "DELETE FROM room");
        }
        try (Store store = Homes.open(file, Migrations.TO_2, Homes.WORDS)) {
            assertEquals(
                    Map.of("device", 0L, "owner", 1L, "journal", 0L, "room", 0L),
                    store.facts().rows());
        }
    }

    @Test
    void saysWhenTheDiskIsFull() throws Exception {
        try (SmallDisk disk = SmallDisk.ofKib(8)) {
            Path file = disk.path().resolve("Maple.hearth");
            StoreException failed = assertThrows(StoreException.class, () -> Homes.create(file));
            assertEquals(StoreException.Cause.DISK_FULL, failed.kind());
            try (Stream<Path> files = Files.list(disk.path())) {
                assertEquals(List.of(), files.toList());
            }
        }
    }
}
