package org.hearthkey.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Committed.JournalEnd;
import org.hearthkey.core.store.SealedSet.Change;
import org.jspecify.annotations.Nullable;

/// Seals what a transaction touched and writes it beside the old records, the head last. The caller commits.
final class CommitWriter {
    private final Sqlite sqlite;
    private final Schema schema;
    private final MemoryTables tables;
    private final RecordBox box;

    CommitWriter(Sqlite sqlite, Schema schema, MemoryTables tables, RecordBox box) {
        this.sqlite = sqlite;
        this.schema = schema;
        this.tables = tables;
        this.box = box;
    }

    /// What was written, to be taken over once it is committed.
    record Written(Head head, List<Slot> slots, List<Change> changes, SetSum sum, JournalEnd journal) {}

    /// Writes one commit, or nothing if nothing has changed.
    ///
    /// @param slots as the caller has written them already; the very list of before if it has written none
    /// @param places what may have changed, ascending
    /// @param rewritten places that are written even if their values are as before
    Optional<Written> write(Committed before, List<Slot> slots, Collection<Long> places, LongPredicate rewritten)
            throws SQLException {
        long commit = before.head().commit() + 1;
        List<Change> changes = new ArrayList<>();
        JournalEnd journal = before.journal().copy();
        long count = before.set().count();
        for (long place : places) {
            boolean held = before.set().holds(place);
            Optional<List<@Nullable Object>> now = columns(place);
            if (held && now.isPresent() && !rewritten.test(place) && isUnchanged(place, now.get())) {
                continue;
            }
            if (schema.isJournal(Place.kind(place))) {
                journal = appended(journal, place, held, now);
            }
            if (now.isPresent()) {
                byte[] sealed = box.seal(place, commit, now.get());
                store(place, sealed, held);
                changes.add(Change.written(place, box.element(place, sealed)));
                count += held ? 0 : 1;
            } else if (held) {
                remove(place);
                changes.add(Change.removed(place));
                count--;
            }
        }
        Optional<byte[]> slotsDigest =
                slots.equals(before.slots()) ? Optional.empty() : Optional.of(Slot.digest(slots));
        if (changes.isEmpty() && slotsDigest.isEmpty() && before.head().schema() == schema.number()) {
            return Optional.empty();
        }
        SetSum sum = before.set().sumAfter(changes);
        Head head = before.head().next(schema.number(), count, sum, journal.tree(), slotsDigest);
        store(Place.HEAD, box.seal(Place.HEAD, commit, head.columns()), commit > 1);
        return Optional.of(new Written(head, slots, changes, sum, journal));
    }

    private Optional<List<@Nullable Object>> columns(long place) throws SQLException {
        if (Place.kind(place) == Place.CATALOG) {
            return schema.kind((int) Place.id(place)).map(kind -> new ArrayList<>(Catalog.columns(kind)));
        }
        Optional<Kind> kind = schema.kind(Place.kind(place));
        return kind.isPresent() ? tables.row(kind.get(), Place.id(place)) : Optional.empty();
    }

    /// Whether the file already holds these values: an update that sets what was there is no change.
    private boolean isUnchanged(long place, List<@Nullable Object> now) throws SQLException {
        try (PreparedStatement select =
                sqlite.connection().prepareStatement("SELECT sealed FROM disk.record WHERE place=?")) {
            select.setLong(1, place);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw changedUnderUs(place);
                }
                List<@Nullable Object> old = box.open(place, row.getBytes(1));
                return Arrays.equals(CborArray.encode(old.subList(1, old.size())), CborArray.encode(now));
            } catch (RefusedException damaged) {
                throw new StoreException(StoreException.Cause.IO, damaged);
            }
        }
    }

    private static JournalEnd appended(
            JournalEnd journal, long place, boolean held, Optional<List<@Nullable Object>> now) {
        long id = Place.id(place);
        if (held || now.isEmpty() || id <= journal.lastId()) {
            throw new IllegalStateException("The journal is only ever appended to: " + Place.name(place));
        }
        if (!(now.get().getFirst() instanceof byte[] entry)) {
            throw new IllegalStateException("A journal entry that is not bytes: " + Place.name(place));
        }
        return journal.with(id, entry);
    }

    private void store(long place, byte[] sealed, boolean held) throws SQLException {
        String sql = held
                ? "UPDATE disk.record SET sealed=?2 WHERE place=?1"
                : "INSERT INTO disk.record(place,sealed) VALUES(?1,?2)";
        try (PreparedStatement write = sqlite.connection().prepareStatement(sql)) {
            write.setLong(1, place);
            write.setBytes(2, sealed);
            exactlyOne(write.executeUpdate(), place);
        }
    }

    private void remove(long place) throws SQLException {
        try (PreparedStatement delete = sqlite.connection().prepareStatement("DELETE FROM disk.record WHERE place=?")) {
            delete.setLong(1, place);
            exactlyOne(delete.executeUpdate(), place);
        }
    }

    private static void exactlyOne(int rows, long place) {
        if (rows != 1) {
            throw changedUnderUs(place);
        }
    }

    private static StoreException changedUnderUs(long place) {
        return new StoreException(StoreException.Cause.IO, "The file changed under the home: " + Place.name(place));
    }
}
