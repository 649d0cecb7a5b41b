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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                Store store = Store.open(file, Vectors.SCHEMA, passphrase, new SecureRandom())) {
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

    private static Void assertDevices(Connection tables) throws java.sql.SQLException {
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
                SecretBytes byWords = store.keys().openRoot(root, words);
                SecretBytes byShares = store.keys().openRoot(root, Vectors.recovery());
                SecretBytes zone = store.keys().open(store.read(tables -> sealedKey(tables, 2)))) {
            assertEquals("not a real key", text(byWords));
            assertEquals("not a real key", text(byShares));
            assertEquals("not a real key either", text(zone));
        }
    }

    private static byte[] sealedKey(Connection tables, int id) throws java.sql.SQLException {
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
                Store store =
                        Store.create(written, Vectors.SCHEMA, passphrase, Argon2Cost.MINIMUM, random, Vectors::fill)) {
            store.inTransaction(Vectors::quarantine);
        }
        List<String> expected = rows(Vectors.unpack(directory));
        assertEquals(expected, rows(written));
        assertEquals(8, expected.size());
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
