package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void createOldHome() throws Exception {
        file = directory.resolve("Old.hearth");
        try (Store store = Homes.create(file)) {
            Homes.change(store, "INSERT INTO owner VALUES(2,'Ben'); INSERT INTO device VALUES(2,'lock',2,'x')");
        }
    }

    @Test
    void rewritesWhatChangedInOneCommit() throws Exception {
        byte[] journal = Homes.sealed(file, Place.of(18, 1));
        byte[] ben = Homes.sealed(file, Place.of(17, 2));
        for (int opening = 0; opening < 2; opening++) {
            try (Store store = Homes.open(file, Migrations.TO_2, Homes.WORDS)) {
                assertEquals(3, store.head().commit());
                assertEquals(2, store.head().schema());
                assertEquals("lamp hall,lock hall", Homes.select(store, "SELECT name||' '||place FROM device"));
                assertEquals("ADA,Ben", Homes.select(store, "SELECT name FROM owner"));
                assertEquals("hall", Homes.select(store, "SELECT name FROM room"));
                assertEquals(
                        Map.of("device", 2L, "owner", 2L, "journal", 1L, "room", 1L),
                        store.facts().rows());
            }
        }
        assertArrayEquals(journal, Homes.sealed(file, Place.of(18, 1)));
        assertArrayEquals(ben, Homes.sealed(file, Place.of(17, 2)));
    }

    @Test
    void goesSeveralStepsAndForgetsAKindThatIsGone() throws Exception {
        Homes.open(file, Migrations.TO_2, Homes.WORDS).close();
        try (Store store = Homes.open(file, Migrations.TO_3, Homes.WORDS)) {
            assertEquals(3, store.head().schema());
            assertEquals(2 + 2 + 1 + 3, store.head().count());
        }
        Path untouched = directory.resolve("Other.hearth");
        Homes.create(untouched).close();
        try (Store store = Homes.open(untouched, Migrations.TO_3, Homes.WORDS)) {
            assertEquals("lamp", Homes.devices(store));
            assertEquals(2, store.head().commit());
        }
    }

    @Test
    void leavesTheOldHomeWhenAMigrationFails() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Schema wrong = new Schema(
                2,
                List.of(Homes.SCHEMA.migrationScripts().getFirst(), "UPDATE owner SET name=NULL"),
                Homes.SCHEMA.kinds(),
                Optional.of(Homes.JOURNAL));
        assertThrows(IllegalStateException.class, () -> Homes.open(file, wrong, Homes.WORDS));
        assertArrayEquals(before, Files.readAllBytes(file));
        Homes.open(file).close();
    }
}
