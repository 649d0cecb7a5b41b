package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Argon2id;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PrivateKeyVault;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.VaultKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open home file. Features write plain SQL to tables in memory; every row they touch is sealed and written to the
/// file in the same SQLite transaction, so that a commit costs what it changed and a kill or a full disk leaves the last
/// one. All calls come from one thread.
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Owned owned;
    private final Sqlite sqlite;
    private final Schema schema;
    private final SlotDemand demand;
    private final MemoryTables rows;
    private final Committed committed;
    private final CommitWriter writer;
    private final TouchedRows touched;
    private final KeptSlots slots;
    private final PrivateKeyVault keys;
    private final RecordBox box;
    private State state = State.IDLE;

    private enum State {
        IDLE,
        WORKING,
        BROKEN,
        CLOSED
    }

    private Store(
            Owned owned,
            Opened opened,
            Schema schema,
            SlotDemand demand,
            CommitWriter writer,
            TouchedRows touched,
            KeptSlots slots,
            PrivateKeyVault keys) {
        this.owned = owned;
        this.sqlite = opened.sqlite();
        this.committed = opened.committed();
        this.rows = opened.tables();
        this.schema = schema;
        this.demand = demand;
        this.writer = writer;
        this.touched = touched;
        this.slots = slots;
        this.keys = keys;
        box = new RecordBox(opened.keys());
    }

    /// Makes a new home with one slot, whose first commit is what `first` writes, and opens it. The file is there whole or
    /// not at all.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name, which is left alone
    /// @throws IOException if the directory or the file cannot be written
    /// @throws StoreException if the disk fails or is full
    public static <X extends Exception> Store create(
            Path file, Schema schema, LockPlan slot, SecureRandom random, FirstWork<X> first) throws IOException, X {
        return create(file, schema, slot, random, first, Argon2id.fastest());
    }

    static <X extends Exception> Store create(
            Path file, Schema schema, LockPlan slot, SecureRandom random, FirstWork<X> first, Argon2id argon2)
            throws IOException, X {
        try (Creation creation = new Creation(schema, argon2, random);
                NewFile created = NewFile.beside(file, random)) {
            creation.write(created.draft(), slot, first);
            created.publish();
            return open(file, schema, slots -> creation.keys(), argon2, random);
        } catch (SQLException failure) {
            throw failure(failure);
        } catch (RefusedException refused) {
            throw new IOException("The new home does not open", refused);
        }
    }

    /// Opens a home, after every check that its format demands.
    ///
    /// @throws RefusedException if the file is refused; it is left as it was
    /// @throws IOException if there is no such file, or it cannot be reached
    public static Store open(Path file, Schema schema, LockSecret secret, SecureRandom random)
            throws RefusedException, IOException {
        Argon2id argon2 = Argon2id.fastest();
        return open(file, schema, door(secret, argon2, random), argon2, random);
    }

    static Store open(Path file, Schema schema, VaultDoor door, Argon2id argon2, SecureRandom random)
            throws RefusedException, IOException {
        return open(file, schema, door, SlotDemand.UNCHANGED, argon2, random);
    }

    static Store open(Path file, Schema schema, VaultDoor door, SlotDemand demand, Argon2id argon2, SecureRandom random)
            throws RefusedException, IOException {
        Opened opened = new Opening(schema, door, demand).open(file, Sqlite.Mode.READ_WRITE);
        try (Owned owned = opened.owned()) {
            Sqlite sqlite = opened.sqlite();
            CommitWriter writer = new CommitWriter(sqlite, schema, opened.tables(), new RecordBox(opened.keys()));
            switch (demand) {
                case UNCHANGED -> Migration.run(sqlite, schema, opened.tables(), writer, opened.committed());
                case ANY -> Migration.runInMemory(schema, opened.tables(), opened.committed());
            }
            sqlite.run("PRAGMA foreign_keys=ON");
            TouchedRows touched = TouchedRows.watch(sqlite, schema.kinds());
            PrivateKeyVault keys = opened.keys().privateKeys(argon2);
            KeptSlots slots = new KeptSlots(sqlite, opened.committed(), argon2, random);
            return new Store(owned.handedOn(), opened, schema, demand, writer, touched, slots, keys);
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }

    /// Checks a home as opening does, without writing to it, and closes it again.
    ///
    /// @throws RefusedException if the file is refused
    /// @throws IOException if there is no such file, or it cannot be reached
    public static HomeFacts inspect(Path file, Schema schema, LockSecret secret, SecureRandom random)
            throws RefusedException, IOException {
        VaultDoor door = door(secret, Argon2id.fastest(), random);
        Opened opened = new Opening(schema, door, SlotDemand.UNCHANGED).open(file, Sqlite.Mode.READ_ONLY);
        try {
            return HomeFacts.of(opened.catalog().kinds(), opened.committed());
        } finally {
            opened.owned().close();
        }
    }

    private static VaultDoor door(LockSecret secret, Argon2id argon2, SecureRandom random) {
        return new SlotDoor(secret, argon2, random);
    }

    /// Runs `work` and commits what it did, in memory and on disk or in neither. Work that changes nothing writes nothing.
    ///
    /// @throws X what the work throws; then nothing has happened
    /// @throws StoreException if the disk failed; then nothing has happened
    /// @throws IllegalStateException if a statement of the work is wrong; then nothing has happened
    public <R, X extends Exception> R inTransaction(StoreWork<R, X> work) throws X {
        if (demand == SlotDemand.ANY) {
            throw new IllegalStateException("Nothing is committed to a home whose slots somebody has changed");
        }
        return transaction(
                work, End.KEPT, () -> writer.write(committed, slots.now(), touched.places(), place -> false));
    }

    /// Writes the home anew under another vault key, opens and compares it, and lets it take the place of the file. This
    /// store is closed then; if anything fails before, it goes on and the file is as it was.
    ///
    /// @param ways what will open it, by slot; it must open to `present`
    /// @param work changes the tables to what the new file is to hold; it is given the new home for private keys
    /// @throws X what the work throws
    /// @throws RefusedException in-use, if another program opened the file in between
    /// @throws IOException if the new file cannot be written
    public <X extends Exception> void renew(
            SortedMap<Long, LockPlan> ways, LockSecret present, FirstWork<X> work, SecureRandom random)
            throws X, RefusedException, IOException {
        Argon2id argon2 = Argon2id.fastest();
        try (Renewal renewal = new Renewal(sqlite, schema, rows, argon2, random);
                VaultKeys newKeys = renewal.keys()) {
            transaction(
                    tables -> {
                        work.run(tables, newKeys.privateKeys(argon2));
                        return renewal;
                    },
                    End.TAKEN_BACK,
                    () -> {
                        renewal.write(ways, present);
                        return Optional.empty();
                    });
            renewal.replace(this);
        }
    }

    /// Runs work that only looks, within a transaction too.
    ///
    /// @throws IllegalStateException if the work changed a row; then nothing has happened
    public <R, X extends Exception> R read(StoreWork<R, X> work) throws X {
        if (state == State.WORKING) {
            try {
                return work.run(sqlite.connection());
            } catch (SQLException failure) {
                throw failure(failure);
            }
        }
        return transaction(work, End.KEPT, () -> {
            if (touched.any() || !slots.now().equals(committed.slots())) {
                throw new IllegalStateException("Work that was to read has written");
            }
            return Optional.empty();
        });
    }

    /// What is written once the work is done.
    private interface Sealing {
        Optional<CommitWriter.Written> write() throws SQLException;
    }

    /// What becomes of the changes in memory.
    private enum End {
        KEPT("COMMIT"),
        TAKEN_BACK("ROLLBACK");

        private final String statement;

        End(String statement) {
            this.statement = statement;
        }
    }

    private <R, X extends Exception> R transaction(StoreWork<R, X> work, End end, Sealing sealing) throws X {
        if (state != State.IDLE) {
            throw new IllegalStateException("The store is " + state);
        }
        state = State.WORKING;
        boolean done = false;
        try {
            slots.begin();
            sqlite.run("BEGIN");
            sqlite.run("SAVEPOINT work");
            R result = work.run(sqlite.connection());
            confirmStillOpen();
            Optional<CommitWriter.Written> written = sealing.write();
            sqlite.run(end.statement);
            written.ifPresent(committed::accept);
            done = true;
            return result;
        } catch (SQLException failure) {
            throw failure(failure);
        } finally {
            boolean sound = done || rolledBack();
            state = sound && state == State.WORKING ? State.IDLE : State.BROKEN;
            touched.forget();
            slots.end();
        }
    }

    /// Work that ended its transaction, or went on after SQLite did, has changed memory without the file.
    private void confirmStillOpen() {
        try {
            sqlite.run("RELEASE work");
        } catch (SQLException gone) {
            state = State.BROKEN;
            throw new IllegalStateException("The work has ended its transaction; close the home", gone);
        }
    }

    /// Ends a failed transaction, so that memory and file are as after the last commit.
    private boolean rolledBack() {
        try {
            sqlite.run("ROLLBACK");
            return true;
        } catch (SQLException failure) {
            // After a full disk or an I/O error SQLite has rolled back both sides by itself.
            if (String.valueOf(failure.getMessage()).contains("no transaction is active")) {
                return true;
            }
            LOG.error("A transaction could not be rolled back; the home must be closed", failure);
            return false;
        }
    }

    /// What a failed statement means: the medium's fault, or our mistake.
    static RuntimeException failure(SQLException failure) {
        return SqliteTrouble.ofMedium(failure)
                .<RuntimeException>map(cause -> new StoreException(cause, failure))
                .orElseGet(() -> new IllegalStateException("A statement failed", failure));
    }

    /// The tables in memory. Changing them outside of [#inTransaction] would not reach the file.
    Connection tables() {
        return sqlite.connection();
    }

    /// What opening asked of the slots.
    public SlotDemand demand() {
        return demand;
    }

    /// The head after the last commit.
    public Head head() {
        return committed.head();
    }

    /// What the file holds; looks at every record's place.
    public HomeFacts facts() {
        return HomeFacts.of(schema.kinds(), committed);
    }

    /// The ways to unlock this home.
    public KeptSlots slots() {
        return slots;
    }

    /// Seals and opens private keys with this home's keys, until it is closed.
    public PrivateKeyVault keys() {
        return keys;
    }

    /// Writes a copy of the file beside it or elsewhere, opens it as any home and finds it the same before it gets its name.
    ///
    /// @throws FileAlreadyExistsException if there is a file of that name, which is left alone
    /// @throws IOException if the other place fails or is full; then nothing is left there
    public void backup(Path target, SecureRandom random) throws IOException {
        if (state != State.IDLE) {
            throw new IllegalStateException("The store is " + state);
        }
        new Backup(sqlite, schema, box, head()).write(target, random);
    }

    /// Closes the file and wipes the keys.
    @Override
    public void close() {
        state = State.CLOSED;
        owned.close();
    }
}
