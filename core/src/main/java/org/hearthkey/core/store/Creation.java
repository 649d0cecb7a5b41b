package org.hearthkey.core.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.store.Committed.JournalEnd;

/// Writes a new vault and its first commit into an empty file: a home that is made, or one that gets a new vault key.
final class Creation implements AutoCloseable {
    private static final int VAULT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final long FIRST_SLOT = 1;
    private final Schema schema;
    private final Argon2id argon2;
    private final SecureRandom random;
    private final byte[] vault = new byte[VAULT_BYTES];
    private final SecretBytes vaultKey;

    Creation(Schema schema, Argon2id argon2, SecureRandom random) {
        this.schema = schema;
        this.argon2 = argon2;
        this.random = random;
        random.nextBytes(vault);
        vaultKey = SecretBytes.random(KEY_BYTES, random);
    }

    /// Writes a home with one slot whose tables `work` fills.
    <X extends Exception> void write(Path empty, LockPlan first, FirstWork<X> work) throws X, SQLException {
        List<Slot> slots = slots(new TreeMap<>(Map.of(FIRST_SLOT, first)));
        try (Sqlite sqlite = Sqlite.inMemory();
                VaultKeys keys = keys()) {
            sqlite.run("PRAGMA foreign_keys=ON");
            sqlite.attach(empty, Sqlite.Mode.READ_WRITE);
            sqlite.run("BEGIN EXCLUSIVE");
            MemoryTables tables = new MemoryTables(sqlite, schema);
            tables.migrate(0, schema.number());
            work.run(sqlite.connection(), keys.privateKeys(argon2));
            seal(sqlite, slots, tables, keys);
            sqlite.run("COMMIT");
        }
    }

    /// Writes what tables of an open home hold now.
    void write(Path empty, SortedMap<Long, LockPlan> ways, MemoryTables tables) throws SQLException {
        List<Slot> slots = slots(ways);
        try (Sqlite sqlite = Sqlite.inMemory();
                VaultKeys keys = keys()) {
            sqlite.attach(empty, Sqlite.Mode.READ_WRITE);
            sqlite.run("BEGIN EXCLUSIVE");
            seal(sqlite, slots, tables, keys);
            sqlite.run("COMMIT");
        }
    }

    private List<Slot> slots(SortedMap<Long, LockPlan> ways) {
        Locksmith smith = new Locksmith(vault, argon2, random);
        List<Slot> slots = new ArrayList<>();
        ways.forEach((id, plan) -> slots.add(Slot.of(id, smith.make(LockUse.vault(id), vaultKey, plan))));
        return List.copyOf(slots);
    }

    private void seal(Sqlite sqlite, List<Slot> slots, MemoryTables tables, VaultKeys keys) throws SQLException {
        DiskCheck.lay(sqlite);
        for (Slot slot : slots) {
            Slots.insert(sqlite, slot);
        }
        Committed nothing =
                new Committed(Head.beforeFirstCommit(Slot.digest(slots)), new SealedSet(), JournalEnd.empty(), slots);
        new CommitWriter(sqlite, schema, tables, new RecordBox(keys))
                .write(nothing, slots, tables.places(), place -> true);
    }

    /// The keys of the new vault, without asking for the passphrase again.
    VaultKeys keys() {
        return new VaultKeys(vault, vaultKey, random);
    }

    @Override
    public void close() {
        vaultKey.close();
    }
}
