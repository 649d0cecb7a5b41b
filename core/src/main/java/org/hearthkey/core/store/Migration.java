package org.hearthkey.core.store;

import java.sql.SQLException;
import java.util.SortedSet;
import java.util.function.LongPredicate;

/// Brings a file written by an earlier program up to date: the missing migrations in memory, every row of each changed
/// kind, the catalog and the schema number, all in one commit.
final class Migration {
    private Migration() {}

    static void run(Sqlite sqlite, Schema schema, MemoryTables tables, CommitWriter writer, Committed committed)
            throws SQLException {
        long from = committed.head().schema();
        if (from == schema.number()) {
            return;
        }
        sqlite.run("BEGIN");
        tables.migrate((int) from, schema.number());
        LongPredicate changed = place -> schema.kind(kindConcerned(place))
                .filter(kind -> kind.version() > from)
                .isPresent();
        // All there were and all there are: a migration may touch what it likes, and what it did not is not written.
        SortedSet<Long> places = tables.places();
        places.addAll(committed.set().places());
        var written = writer.write(committed, committed.slots(), places, changed);
        sqlite.run("COMMIT");
        written.ifPresent(committed::accept);
    }

    /// Brings the tables up to date and leaves the file alone.
    static void runInMemory(Schema schema, MemoryTables tables, Committed committed) throws SQLException {
        tables.migrate((int) committed.head().schema(), schema.number());
    }

    private static int kindConcerned(long place) {
        return Place.kind(place) == Place.CATALOG ? (int) Place.id(place) : Place.kind(place);
    }
}
