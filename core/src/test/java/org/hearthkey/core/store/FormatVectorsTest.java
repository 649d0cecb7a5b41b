package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vectors of docs/formats/hearth-file.md, read and written.
class FormatVectorsTest {
    private static final String WHOLE_FILE = "afb0ae9dc1ed976b8ee25c87ec4d10c95588bc8eab021daed500e065be609e86";

    @TempDir
    Path directory;

    @Test
    void opensTheWholeFileAndLeavesItAsItWas() throws Exception {
        Path file = Vectors.unpack(directory);
        assertEquals(WHOLE_FILE, sha256(file));
        try (Passphrase passphrase = Vectors.passphrase(Vectors.PASSPHRASE);
                Store store =
                        Store.open(file, Vectors.SCHEMA, new LockSecret.Remembered(passphrase), new SecureRandom())) {
            assertEquals(2, store.head().commit());
            assertEquals(6, store.head().count());
            assertEquals(
                    "ecc11d6c27e6f51523352ef5fa8ae0cbc2ed9d6023fbc97b2647e1481c226b89",
                    hex(store.head().set()));
            assertEquals(
                    "e4dfcb871f8cfba2199002be7ea394252d8924a30f8dfb0d7dd0680f596c8659",
                    hex(store.head().slotsDigest()));
            assertEquals(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    hex(store.head().journalRoot()));
            store.read(FormatVectorsTest::assertDevices);
            assertKeys(store);
        }
        assertEquals(WHOLE_FILE, sha256(file));
    }

    private static Void assertDevices(Connection tables) throws SQLException {
        try (Statement select = tables.createStatement();
                ResultSet rows = select.executeQuery("SELECT id,name,zone,added,note FROM device ORDER BY id")) {
            rows.next();
            assertEquals(1, rows.getLong(1));
            assertEquals("porch lamp", rows.getString(2));
            assertEquals("quarantine", rows.getString(3));
            assertEquals(Vectors.ADDED, rows.getLong(4));
            assertNull(rows.getString(5));
            rows.next();
            assertEquals("Türschloss", rows.getString(2));
            assertEquals("locks", rows.getString(3));
            assertEquals("north", rows.getString(5));
            return null;
        }
    }

    private static void assertKeys(Store store) throws Exception {
        byte[] root = store.read(tables -> sealedKey(tables, 1));
        assertArrayEquals(Vectors.rootValue(), root);
        try (Passphrase words = Vectors.passphrase(Vectors.ROOT_PASSPHRASE);
                SecretBytes byWords = store.keys().openRoot(root, new LockSecret.Remembered(words));
                SecretBytes byShares = store.keys().openRoot(root, Vectors.recovery());
                SecretBytes zone = store.keys().open(store.read(tables -> sealedKey(tables, 2)))) {
            assertEquals("not a real key", text(byWords));
            assertEquals("not a real key", text(byShares));
            assertEquals("not a real key either", text(zone));
        }
    }

    private static byte[] sealedKey(Connection tables, int id) throws SQLException {
        try (Statement select = tables.createStatement();
                ResultSet row = select.executeQuery("SELECT sealed FROM private_key WHERE id=" + id)) {
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void writesTheSameRowsFromTheSameRandomness() throws Exception {
        Path written = directory.resolve("written.hearth");
        ScriptedRandom random = Vectors.random();
        try (Passphrase passphrase = Vectors.passphrase(Vectors.PASSPHRASE);
                Store store = Store.create(
                        written,
                        Vectors.SCHEMA,
                        new LockPlan.Remembered(passphrase, Argon2Cost.MINIMUM),
                        random,
                        Vectors::fill)) {
            store.inTransaction(Vectors::quarantine);
        }
        List<String> expected = rows(Vectors.unpack(directory));
        assertEquals(expected, rows(written));
        assertEquals(8, expected.size());
    }

    /// Place, plain text, nonce and tag, element of the set.
    @ParameterizedTest
    @CsvSource({
        "0010000000000001,"
                + " 85026a706f726368206c616d706a71756172616e74696e651a6ab13b80f6,"
                + " ef4d6e5e04137906c1df32ea149107923293237a9ee6fe38b329dce9974c2b1d1f31bb92593e146c,"
                + " 942ba27ca225aa78a86d8beec6f2663993ada637743b85e0447d1ecdf408e578",
        "0010000000000002,"
                + " 85016b54c3bc727363686c6f7373656c6f636b731a6ab13b81656e6f727468,"
                + " da7daa6c93dee423a2e99c7d5e017554330e2f8632be858c1d568f1dd77306b8e52b9b0d289ae352,"
                + " 4ef737c076fb43a946d971c5c0f6577d68189f09283a405832316dfcb3d27c39",
        "0011000000000002,"
            + " 8301686c69676874696e67586a8650505152535455565758595a5b5c5d5e5f68454320502d3235366d7a6f6e65206c69676874"
            + "696e670180583d9369f4f34559cf91a5e024aef0d9d46b84ec9eb6b9ea9c8928fcf9b40947abfdfbe11b1147f1367e5b5cc9740f62"
            + "405133f688e04b4d6d5c94aa059c01,"
            + " 0124f9486b33ce6d48fc7872892e4eb3844e2c5f563b548d026be16047858ee65718ee197a285c26,"
            + " 588f7c86d0d5d7f179d432b08338ff9190a716ebdef61d47e3a3c8a37d1faf75",
        "0000000000000000,"
            + " 880201065820ecc11d6c27e6f51523352ef5fa8ae0cbc2ed9d6023fbc97b2647e1481c226b89015820e4dfcb871f8cfba2199002be"
            + "7ea394252d8924a30f8dfb0d7dd0680f596c8659005820e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,"
            + " e6250a869860a44cb0f4717da53cd98b9dbe6903fd5c57aea5885a40e0316fdba6b3ac9b47d97818, ''"
    })
    void opensEachRecordAlone(String placeHex, String plain, String nonceAndTag, String element) throws Exception {
        long place = HexFormat.fromHexDigitsToLong(placeHex);
        byte[] sealed = Homes.sealed(Vectors.unpack(directory), place);
        try (VaultKeys keys = Vectors.keys()) {
            RecordBox box = new RecordBox(keys);
            assertEquals(plain, hex(CborArray.encode(box.open(place, sealed))));
            String found = hex(sealed);
            assertEquals(nonceAndTag, found.substring(0, 48) + found.substring(found.length() - 32));
            if (!element.isEmpty()) {
                assertEquals(element, hex(box.element(place, sealed)));
            }
        }
    }

    @Test
    void sumsTheSlotAndBindsTheRecordAsTheFormatSays() throws Exception {
        byte[] slot = Homes.slot(Vectors.unpack(directory), 1);
        assertEquals(186, slot.length);
        assertEquals("8f6b1858703df01b3f8311f69475df83", hex(Arrays.copyOfRange(slot, 170, 186)));
        assertEquals(
                "836f6865617274682f31207265636f726450000102030405060708090a0b0c0d0e0f1b0010000000000001",
                hex(RecordBox.context(HexFormat.of().parseHex(Vectors.VAULT), Place.of(16, 1))));
    }

    /// The rows as any SQLite reads them.
    private static List<String> rows(Path file) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement select = connection.createStatement();
                ResultSet found = select.executeQuery(
                        "SELECT id,hex(lock) FROM slot UNION ALL SELECT place,hex(sealed) FROM record ORDER BY 1,2")) {
            while (found.next()) {
                rows.add(found.getLong(1) + " " + found.getString(2));
            }
        }
        return rows;
    }

    private static String sha256(Path file) throws Exception {
        return hex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(SecretBytes secret) {
        return secret.use(bytes -> new String(Arrays.copyOf(bytes, bytes.length), StandardCharsets.US_ASCII));
    }
}
