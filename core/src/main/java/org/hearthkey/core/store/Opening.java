package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;

/// Opens a file in the steps its format demands: each may refuse before anything later is looked at, and then all is
/// closed again and the file is as it was.
final class Opening {
    private final Schema schema;
    private final VaultDoor door;
    private final SlotDemand demand;

    Opening(Schema schema, VaultDoor door, SlotDemand demand) {
        this.demand = demand;
        this.schema = schema;
        this.door = door;
    }

    /// Opens the file and reads it whole.
    ///
    /// @throws IOException if the file cannot be reached at all, which says nothing of its contents
    Opened open(Path file, Sqlite.Mode mode) throws RefusedException, IOException {
        try (Owned owned = new Owned()) {
            HeldFile held = HeldFile.hold(file);
            owned.add(held::close);
            Companions companions = Companions.of(held.path());
            companions.refuseStrangers();
            FileHeader.check(held.path(), companions);
            try {
                return attached(held.path(), mode, owned);
            } catch (SQLException failure) {
                throw SqliteTrouble.refusal(failure, held.path());
            } catch (OutOfMemoryError tooLittle) {
                // One allocation of up to 1 GiB, asked for by the file's owner on a larger computer.
                throw new IOException("This computer lacks the memory that the passphrase's lock asks for", tooLittle);
            }
        }
    }

    private Opened attached(Path file, Sqlite.Mode mode, Owned owned)
            throws RefusedException, IOException, SQLException {
        Sqlite sqlite = Sqlite.inMemory();
        owned.add(sqlite::close);
        sqlite.attach(file, mode);
        sqlite.run(mode == Sqlite.Mode.READ_WRITE ? "BEGIN EXCLUSIVE" : "BEGIN");
        DiskCheck.check(sqlite);
        List<Slot> slots = Slots.read(sqlite);
        VaultKeys keys = door.open(slots);
        owned.add(keys::close);
        MemoryTables tables = new MemoryTables(sqlite, schema);
        HomeReader reader = new HomeReader(sqlite, schema, new RecordBox(keys), tables, demand);
        Committed committed = reader.read(slots);
        sqlite.run("COMMIT");
        return new Opened(owned.handedOn(), sqlite, keys, reader.catalog(), committed, tables);
    }
}
