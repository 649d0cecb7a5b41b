package org.hearthkey.core.store;

import static org.hearthkey.core.store.Homes.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are not homes, not whole or not for this program, each with its own answer.
class OpeningTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void createHome() throws Exception {
        file = directory.resolve("Maple.hearth");
        Homes.create(file).close();
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThrows(NoSuchFileException.class, () -> Homes.open(directory.resolve("none.hearth")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SQLite format 3", "Dear diary, today I bought a lamp that wants a certificate."})
    void saysTextIsNotAHome(String text) throws IOException {
        Path other = Files.writeString(directory.resolve("diary.hearth"), text.repeat(50));
        refuses(Refusal.NOT_A_HOME, other);
    }

    @Test
    void saysADirectoryIsNotAHome() throws IOException {
        Path other = Files.createDirectory(directory.resolve("folder.hearth"));
        assertEquals(
                Refusal.NOT_A_HOME,
                assertThrows(RefusedException.class, () -> Homes.open(other)).refusal());
    }

    @Test
    void saysAForeignDatabaseIsNotAHome() throws Exception {
        Path other = directory.resolve("photos.db");
        Homes.tamper(other, "CREATE TABLE photo(id INTEGER PRIMARY KEY)");
        refuses(Refusal.NOT_A_HOME, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE other(x)",
                "CREATE INDEX i ON record(sealed)",
                "CREATE VIEW v AS SELECT 1",
                "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM slot; END",
                "ALTER TABLE record ADD COLUMN more ANY",
                "DROP TABLE slot",
                "DROP TABLE slot; CREATE TABLE slot(id INTEGER PRIMARY KEY, lock BLOB NOT NULL) STRICT",
                "ANALYZE"
            })
    void saysAnotherSchemaIsNotAHome(String sql) throws Exception {
        Homes.tamper(file, sql);
        refuses(Refusal.NOT_A_HOME, file);
    }

    @Test
    void saysALaterFormatIsNewer() throws Exception {
        Homes.tamper(file, "PRAGMA user_version=2");
        assertEquals(
                Optional.of("format 2"), refuses(Refusal.NEWER_FORMAT, file).where());
        Homes.tamper(file, "PRAGMA user_version=0");
        refuses(Refusal.NOT_A_HOME, file);
        Homes.tamper(file, "PRAGMA user_version=-1");
        refuses(Refusal.NOT_A_HOME, file);
    }

    @Test
    void saysALaterSchemaIsNewer() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Homes.open(file, Migrations.TO_2, Homes.WORDS).close();
        assertEquals(
                Optional.of("schema 2"), refuses(Refusal.NEWER_FORMAT, file).where());
        assertEquals(false, Arrays.equals(before, Files.readAllBytes(file)));
    }

    @Test
    void saysWhenTheSecretIsWrong() throws Exception {
        byte[] before = Files.readAllBytes(file);
        RefusedException refused = assertThrows(
                RefusedException.class, () -> Homes.open(file, Homes.SCHEMA, "maple bench at the south window"));
        assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        assertEquals(true, Arrays.equals(before, Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @CsvSource({"16", "20", "44", "48", "56", "64", "72", "91"})
    void saysAForeignHeaderFieldIsDamage(int offset) throws IOException {
        flip(offset);
        refuses(Refusal.DAMAGED, file);
    }

    private void flip(int offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= 1;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @CsvSource({"0, NOT_A_HOME", "40, NOT_A_HOME", "72, DAMAGED", "99, DAMAGED", "4096, DAMAGED", "8192, DAMAGED"})
    void saysATruncatedFileIsDamaged(int length, Refusal refusal) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        refuses(refusal, file);
    }

    @Test
    void saysAFileCutShortOrGrownByOneByteIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        refuses(Refusal.DAMAGED, file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        refuses(Refusal.DAMAGED, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-shm"})
    void refusesAStrangeCompanion(String suffix) throws IOException {
        Path companion = Files.createFile(directory.resolve("Maple.hearth" + suffix));
        refuses(Refusal.STRANGE_COMPANION, file);
        assertEquals(true, Files.exists(companion));
    }

    @Test
    void refusesAJournalThatNamesAnotherFile() throws IOException {
        byte[] journal = HexFormat.of().parseHex("00".repeat(512) + "d9d505f920a163d7");
        Path companion = Files.write(directory.resolve("Maple.hearth-journal"), journal);
        refuses(Refusal.STRANGE_COMPANION, file);
        assertEquals(520, Files.size(companion));
    }

    @Test
    void takesAJournalWithoutAHeaderForWhatItIs() throws Exception {
        Files.write(directory.resolve("Maple.hearth-journal"), new byte[4096]);
        try (Store store = Homes.open(file)) {
            assertEquals("lamp", Homes.devices(store));
        }
    }

    @Test
    void refusesToOpenTwiceInOneProgram() throws Exception {
        Path link = Files.createLink(directory.resolve("Same.hearth"), file);
        try (Store store = Homes.open(file)) {
            for (Path path : new Path[] {file, link, directory.resolve(".").resolve("Maple.hearth")}) {
                RefusedException refused = assertThrows(RefusedException.class, () -> Homes.open(path));
                assertEquals(Refusal.IN_USE, refused.refusal());
            }
            Homes.change(store, "DELETE FROM device");
        }
        Homes.open(file).close();
    }

    @Test
    void opensAFileWhoseNameNeedsQuoting() throws Exception {
        Path odd = directory.resolve("Größe 100% #1?mode=ro&x.hearth");
        Files.move(file, odd);
        try (Store store = Homes.open(odd)) {
            Homes.change(store, "DELETE FROM device");
        }
        try (Store store = Homes.open(odd)) {
            assertEquals("", Homes.devices(store));
        }
    }

    @Test
    void looksBesideTheFileThatALinkLeadsTo() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link.hearth"), file);
        Files.createFile(directory.resolve("Maple.hearth-wal"));
        refuses(Refusal.STRANGE_COMPANION, link);
    }

    @Test
    void reportsADatabaseErrorAsDamage() throws SQLException, IOException {
        // The second page is the root of the slots. Its header says how many cells there are.
        flip(4096 + 4);
        refuses(Refusal.DAMAGED, file);
    }
}
