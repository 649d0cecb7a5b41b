package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.RememberingArgon2id;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.secret.Passphrase;

/// Homes for tests: devices, owners and a journal, and what a stranger may do to their files.
final class Homes {
    static final Kind DEVICE = new Kind(16, "device", List.of("name", "owner", "note"), 1);
    static final Kind OWNER = new Kind(17, "owner", List.of("name"), 1);
    static final Kind JOURNAL = new Kind(18, "journal", List.of("entry", "at"), 1);
    static final Schema SCHEMA = new Schema(1, List.of("""
        CREATE TABLE owner(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE device(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
            owner INTEGER REFERENCES owner(id) ON DELETE CASCADE, note);
        CREATE TABLE journal(id INTEGER PRIMARY KEY, entry BLOB NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE seen(name TEXT);
        """), List.of(DEVICE, OWNER, JOURNAL), Optional.of(JOURNAL));

    static final String WORDS = "maple bench at the north window";
    static final RememberingArgon2id ARGON2 = new RememberingArgon2id();

    private Homes() {}

    static Store create(Path file) throws IOException, SQLException {
        return create(file, new ScriptedRandom());
    }

    static Store create(Path file, ScriptedRandom random) throws IOException, SQLException {
        try (Passphrase words = new Passphrase(WORDS.toCharArray())) {
            FirstWork<SQLException> first = (tables, keys) -> {
                run(tables, "INSERT INTO owner VALUES(1,'Ada')");
                run(tables, "INSERT INTO device VALUES(1,'lamp',1,NULL)");
                run(tables, "INSERT INTO journal VALUES(1,x'01',1)");
            };
            return Store.create(
                    file, SCHEMA, new LockPlan.Remembered(words, Argon2Cost.MINIMUM), random, first, ARGON2);
        }
    }

    static Store open(Path file) throws RefusedException, IOException {
        return open(file, SCHEMA, WORDS);
    }

    static Store open(Path file, Schema schema, String words) throws RefusedException, IOException {
        try (Passphrase passphrase = new Passphrase(words.toCharArray())) {
            LockSecret secret = new LockSecret.Remembered(passphrase);
            SecureRandom random = new SecureRandom();
            return Store.open(file, schema, new SlotDoor(secret, ARGON2, random), ARGON2, random);
        }
    }

    /// Expects a refusal that leaves the file as it was.
    static RefusedException refuses(Refusal refusal, Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        RefusedException refused =
                assertThrows(RefusedException.class, () -> open(file).close());
        assertEquals(refusal, refused.refusal(), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file), "a refused file has changed");
        return refused;
    }

    static Void run(Connection tables, String sql) throws SQLException {
        try (Statement statement = tables.createStatement()) {
            statement.executeUpdate(sql);
            return null;
        }
    }

    /// Runs SQL in a transaction of its own.
    static void change(Store store, String sql) throws SQLException {
        store.<Void, SQLException>inTransaction(tables -> run(tables, sql));
    }

    /// The first column of every row, joined.
    static String select(Store store, String sql) throws SQLException {
        return store.<String, SQLException>read(tables -> {
            List<String> found = new ArrayList<>();
            try (Statement statement = tables.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return String.join(",", found);
        });
    }

    static String devices(Store store) throws SQLException {
        return select(store, "SELECT name FROM device ORDER BY id");
    }

    /// What somebody without any secret can do: SQL on the file itself.
    static void tamper(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, sql);
        }
    }

    static byte[] sealed(Path file, long place) throws SQLException {
        return blob(file, "SELECT sealed FROM record WHERE place=?", place);
    }

    /// Where the file holds a record, ascending; the head is the first.
    static List<Long> places(Path file) throws SQLException {
        List<Long> places = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT place FROM record ORDER BY place")) {
            while (rows.next()) {
                places.add(rows.getLong(1));
            }
        }
        return places;
    }

    static byte[] slot(Path file, long id) throws SQLException {
        return blob(file, "SELECT lock FROM slot WHERE id=?", id);
    }

    private static byte[] blob(Path file, String sql, long key) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    /// Puts bytes where `sql` says, as its second parameter; its first is the key.
    static void put(Path file, String sql, long key, byte[] bytes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, key);
            write.setBytes(2, bytes);
            write.executeUpdate();
        }
    }
}
