package org.hearthkey.core.store;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.Committed.JournalEnd;
import org.jspecify.annotations.Nullable;

/// Reads every record of an attached file and holds it against the head: steps 14 to 17 of opening.
final class HomeReader {
    private final Sqlite sqlite;
    private final Schema schema;
    private final RecordBox box;
    private final RowSink sink;
    private final SlotDemand demand;

    private final Catalog catalog = new Catalog();
    private final SealedSet set = new SealedSet();
    private JournalEnd journal = JournalEnd.empty();
    private long highestCommit;
    private long lastPlace;

    HomeReader(Sqlite sqlite, Schema schema, RecordBox box, RowSink sink, SlotDemand demand) {
        this.demand = demand;
        this.sqlite = sqlite;
        this.schema = schema;
        this.box = box;
        this.sink = sink;
    }

    /// What the file holds. Until this has returned, nothing given to the sink may be used.
    Committed read(List<Slot> slots) throws SQLException, RefusedException {
        try (PreparedStatement select = sqlite.connection()
                        .prepareStatement("SELECT place,length(sealed),sealed FROM disk.record ORDER BY place");
                ResultSet rows = select.executeQuery()) {
            Head head = head(rows, slots);
            sink.head(head);
            while (rows.next()) {
                record(rows);
            }
            sink.end();
            compare(head);
            return new Committed(head, set, journal, slots);
        }
    }

    private Head head(ResultSet rows, List<Slot> slots) throws SQLException, RefusedException {
        if (!rows.next() || rows.getLong(1) != Place.HEAD) {
            throw new RefusedException(Refusal.SET_MISMATCH, "no head");
        }
        Head head = Head.parse(box.open(Place.HEAD, sealed(rows, Place.HEAD)));
        if (demand == SlotDemand.UNCHANGED && !MessageDigest.isEqual(head.slotsDigest(), Slot.digest(slots))) {
            throw new RefusedException(Refusal.SLOTS_CHANGED);
        }
        return head;
    }

    private void record(ResultSet rows) throws SQLException, RefusedException {
        long place = rows.getLong(1);
        if (place <= lastPlace) {
            throw new RefusedException(Refusal.DAMAGED, "places out of order");
        }
        lastPlace = place;
        byte[] sealed = sealed(rows, place);
        List<@Nullable Object> values = box.open(place, sealed);
        if (values.getFirst() instanceof Long commit) {
            highestCommit = Math.max(highestCommit, commit);
        }
        set.add(place, box.element(place, sealed));
        if (Place.kind(place) == Place.CATALOG) {
            sink.kind(catalog.read(place, values));
        } else {
            row(place, values.subList(1, values.size()));
        }
    }

    private void row(long place, List<@Nullable Object> columns) throws SQLException, RefusedException {
        Kind kind = catalog.kind(Place.kind(place))
                .filter(entry -> entry.columns().size() == columns.size())
                .orElseThrow(() -> new RefusedException(Refusal.DAMAGED, Place.name(place)));
        if (schema.isJournal(kind.number())) {
            if (!(columns.getFirst() instanceof byte[] entry)) {
                throw new RefusedException(Refusal.DAMAGED, Place.name(place));
            }
            journal = journal.with(Place.id(place), entry);
        }
        if (columns.stream().anyMatch(List.class::isInstance)) {
            throw new RefusedException(Refusal.DAMAGED, Place.name(place));
        }
        sink.row(kind, Place.id(place), columns);
    }

    /// The length comes before the bytes: a hostile file may hold what no memory does.
    private static byte[] sealed(ResultSet row, long place) throws SQLException, RefusedException {
        long length = row.getLong(2);
        if (length > Integer.MAX_VALUE || !RecordBox.isSize((int) length)) {
            throw new RefusedException(Refusal.DAMAGED, Place.name(place));
        }
        return row.getBytes(3);
    }

    private void compare(Head head) throws RefusedException {
        if (highestCommit > head.commit()
                || set.count() != head.count()
                || !MessageDigest.isEqual(set.digest(), head.set())) {
            throw new RefusedException(Refusal.SET_MISMATCH);
        }
        if (head.schema() > schema.number()) {
            throw new RefusedException(Refusal.NEWER_FORMAT, "schema " + head.schema());
        }
        if (journal.tree().size() != head.journalSize()
                || !MessageDigest.isEqual(journal.tree().root(), head.journalRoot())) {
            throw new RefusedException(Refusal.SET_MISMATCH, "the journal");
        }
    }

    Catalog catalog() {
        return catalog;
    }
}
