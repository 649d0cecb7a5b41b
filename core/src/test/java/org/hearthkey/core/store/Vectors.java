package org.hearthkey.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.KeyLabel;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.ScriptedRandom;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/// The home that the format's own vectors describe.
final class Vectors {
    static final Kind DEVICE = new Kind(16, "device", List.of("name", "zone", "added", "note"), 1);
    static final Kind PRIVATE_KEY = new Kind(17, "private_key", List.of("name", "sealed"), 1);
    static final Schema SCHEMA = new Schema(1, List.of("""
        CREATE TABLE device(id INTEGER PRIMARY KEY, name TEXT, zone TEXT, added INTEGER, note TEXT);
        CREATE TABLE private_key(id INTEGER PRIMARY KEY, name TEXT, sealed BLOB);
        """), List.of(DEVICE, PRIVATE_KEY), Optional.empty());
    static final String PASSPHRASE = "maple bench at the north window";
    static final String ROOT_PASSPHRASE = "the root has its own words";
    static final int ADDED = 0x6ab13b80;

    static final String VAULT = "000102030405060708090a0b0c0d0e0f";
    private static final String VAULT_KEY = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";
    private static final String ROOT_KEY_ID = "404142434445464748494a4b4c4d4e4f";
    private static final String ZONE_KEY_ID = "505152535455565758595a5b5c5d5e5f";

    private Vectors() {}

    static Passphrase passphrase(String text) {
        return new Passphrase(text.toCharArray());
    }

    static LockSecret.Recovered recovery() {
        return new LockSecret.Recovered(SecretBytes.owning(HexFormat.of().parseHex("a5".repeat(32))));
    }

    static VaultKeys keys() {
        HexFormat hex = HexFormat.of();
        try (SecretBytes key = SecretBytes.owning(hex.parseHex(VAULT_KEY))) {
            return new VaultKeys(hex.parseHex(VAULT), key, new ScriptedRandom());
        }
    }

    static ScriptedRandom random() {
        return new ScriptedRandom(VAULT, VAULT_KEY, "00000000", ROOT_KEY_ID, ZONE_KEY_ID);
    }

    /// What commit 1 writes.
    static void fill(Connection tables, PrivateKeyVault keys) throws SQLException {
        try (PreparedStatement insert =
                tables.prepareStatement("INSERT INTO device(id,name,zone,added,note) VALUES(?,?,?,?,?)")) {
            insert(insert, 1, "porch lamp", "lighting", ADDED, null);
            insert(insert, 2, "Türschloss", "locks", ADDED + 1, "north");
        }
        try (PreparedStatement insert =
                        tables.prepareStatement("INSERT INTO private_key(id,name,sealed) VALUES(?,?,?)");
                Passphrase root = passphrase(ROOT_PASSPHRASE)) {
            byte[] rootValue = keys.sealRoot(
                    new KeyLabel("EC P-384", "root"),
                    bytes("not a real key"),
                    List.of(
                            new LockPlan.Remembered(root, Argon2Cost.MINIMUM),
                            new LockPlan.Recovered(recovery().secret())));
            insert(insert, 1, "root", rootValue);
            byte[] zoneValue = keys.seal(new KeyLabel("EC P-256", "zone lighting"), bytes("not a real key either"));
            insert(insert, 2, "lighting", zoneValue);
        }
    }

    /// What commit 2 writes.
    static Void quarantine(Connection tables) throws SQLException {
        try (PreparedStatement update = tables.prepareStatement("UPDATE device SET zone='quarantine' WHERE id=1")) {
            update.executeUpdate();
            return null;
        }
    }

    private static void insert(PreparedStatement insert, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    private static SecretBytes bytes(String text) {
        return SecretBytes.owning(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Unpacks the whole file of the vectors.
    static Path unpack(Path directory) throws IOException {
        Path file = directory.resolve("vectors.hearth");
        try (InputStream packed = new GZIPInputStream(resource("vectors.hearth.gz"))) {
            Files.copy(packed, file);
        }
        return file;
    }

    static byte[] rootValue() throws IOException {
        try (InputStream hex = resource("root-key.hex")) {
            return HexFormat.of()
                    .parseHex(new String(hex.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Vectors.class.getResourceAsStream(name), name);
    }
}
