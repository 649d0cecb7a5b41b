package org.hearthkey.core.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockUse;
import org.hearthkey.core.seal.Locksmith;
import org.hearthkey.core.seal.VaultKeys;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.store.Committed.JournalEnd;

/// Writes a new vault with one slot and its first commit into an empty file.
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

    <X extends Exception> void write(Path empty, LockPlan first, FirstWork<X> work) throws X, SQLException {
        Slot slot = Slot.of(
                FIRST_SLOT, new Locksmith(vault, argon2, random).make(LockUse.vault(FIRST_SLOT), vaultKey, first));
        try (Sqlite sqlite = Sqlite.inMemory();
                VaultKeys keys = keys()) {
            sqlite.run("PRAGMA foreign_keys=ON");
            sqlite.attach(empty, Sqlite.Mode.READ_WRITE);
            sqlite.run("BEGIN EXCLUSIVE");
            DiskCheck.lay(sqlite);
            Slots.insert(sqlite, slot);
            MemoryTables tables = new MemoryTables(sqlite, schema);
            tables.migrate(0, schema.number());
            work.run(sqlite.connection(), keys.privateKeys(argon2));
            List<Slot> slots = List.of(slot);
            Committed nothing = new Committed(
                    Head.beforeFirstCommit(Slot.digest(slots)), new SealedSet(), JournalEnd.empty(), slots);
            new CommitWriter(sqlite, schema, tables, new RecordBox(keys))
                    .write(nothing, slots, tables.places(), place -> true);
            sqlite.run("COMMIT");
        }
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
