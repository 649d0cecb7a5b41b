package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.jspecify.annotations.Nullable;

/// Writes an open home beside its file under a new vault key, and lets it take the file's place once it was opened with
/// its owner's secret and found to hold the same rows.
final class Renewal implements AutoCloseable {
    private final Schema schema;
    private final MemoryTables tables;
    private final Argon2id argon2;
    private final SecureRandom random;
    private final Path file;
    private final byte[] headBefore;
    private final Creation creation;
    private final NewFile draft;

    /// @param sqlite has the file attached
    /// @param tables what the new file will hold, as they are when it is written
    Renewal(Sqlite sqlite, Schema schema, MemoryTables tables, Argon2id argon2, SecureRandom random)
            throws IOException {
        this.schema = schema;
        this.tables = tables;
        this.argon2 = argon2;
        this.random = random;
        try {
            file = Path.of(sqlite.text("SELECT file FROM pragma_database_list WHERE name='disk'"));
            headBefore = head(sqlite);
        } catch (SQLException failure) {
            throw Store.failure(failure);
        }
        creation = new Creation(schema, argon2, random);
        draft = NewFile.inPlaceOf(file, random);
    }

    /// The new vault's keys. Whoever asks closes them.
    VaultKeys keys() {
        return creation.keys();
    }

    /// Writes the new file, opens it with `present` as any home, and compares it row by row.
    ///
    /// @throws StoreException if the disk fails or is full
    void write(SortedMap<Long, LockPlan> ways, LockSecret present) throws SQLException {
        creation.write(draft.draft(), ways, tables);
        try {
            compare(present);
        } catch (RefusedException | IOException differs) {
            throw new StoreException(StoreException.Cause.IO, differs);
        }
    }

    private void compare(LockSecret present) throws SQLException, RefusedException, IOException {
        FileHeader.check(draft.draft(), Companions.of(draft.draft()));
        try (Sqlite written = Sqlite.inMemory()) {
            written.attach(draft.draft(), Sqlite.Mode.READ_ONLY);
            written.run("BEGIN");
            DiskCheck.check(written);
            List<Slot> slots = Slots.read(written);
            try (VaultKeys opened = new SlotDoor(present, argon2, random).open(slots)) {
                Same same = new Same(tables);
                Committed found =
                        new HomeReader(written, schema, new RecordBox(opened), same, SlotDemand.UNCHANGED).read(slots);
                if (!same.all || !found.set().places().equals(tables.places())) {
                    throw new FileSystemException(draft.draft().toString(), null, "not what was to be written");
                }
            }
        }
    }

    /// Closes the old home and replaces its file.
    ///
    /// @throws RefusedException in-use, if another program has opened it just now; then it stays
    void replace(Store old) throws RefusedException, IOException {
        old.close();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Windows replaces no file that is open. Between closing and replacing another program may open it there.
            draft.replace();
            return;
        }
        try (Sqlite held = Sqlite.inMemory()) {
            // Nobody else opens the old file from here on: what they committed would be lost with it.
            held.attach(file, Sqlite.Mode.READ_WRITE);
            held.run("BEGIN EXCLUSIVE");
            if (!Arrays.equals(headBefore, head(held))) {
                throw new RefusedException(Refusal.IN_USE, "another program changed it meanwhile");
            }
            draft.replace();
        } catch (SQLException busy) {
            throw SqliteTrouble.refusal(busy, file);
        }
    }

    private static byte[] head(Sqlite sqlite) throws SQLException {
        try (PreparedStatement select =
                        sqlite.connection().prepareStatement("SELECT sealed FROM disk.record WHERE place=0");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getBytes(1) : new byte[0];
        }
    }

    @Override
    public void close() throws IOException {
        creation.close();
        draft.close();
    }

    /// Whether every row is as it stands in memory.
    private static final class Same implements RowSink {
        private final MemoryTables tables;
        private boolean all = true;

        Same(MemoryTables tables) {
            this.tables = tables;
        }

        @Override
        public void head(Head head) {}

        @Override
        public void kind(Kind kind) {}

        @Override
        public void row(Kind kind, long id, List<? extends @Nullable Object> columns) throws SQLException {
            Optional<List<@Nullable Object>> expected = tables.row(kind, id);
            all &= expected.isPresent() && Arrays.equals(CborArray.encode(expected.get()), CborArray.encode(columns));
        }

        @Override
        public void end() {}
    }
}
