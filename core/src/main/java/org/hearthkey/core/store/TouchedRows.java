package org.hearthkey.core.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteUpdateListener;

/// Learns from SQLite which rows a transaction touched.
///
/// The update hook is silent of rows that make room for others (`REPLACE`), of the old id of a row that moves, and of all
/// rows of a table deleted at once. Triggers are told of the first two and write the place to a table of ours, which the
/// hook reports; their mere presence ends the third.
///
/// @see <a href="https://www.sqlite.org/c3ref/update_hook.html">SQLite: Data Change Notification Callbacks</a>
final class TouchedRows implements SQLiteUpdateListener {
    private static final String GONE = "hearthkey_gone";

    private final Map<String, Integer> kindNumbers = new HashMap<>();
    private final Set<Row> rows = new HashSet<>();

    private record Row(int kind, long id) {
        long place() {
            return Place.of(kind, id);
        }
    }

    /// Watches from now on. The kinds' tables are as they will stay.
    static TouchedRows watch(Sqlite sqlite, List<Kind> kinds) throws SQLException {
        TouchedRows touched = new TouchedRows();
        sqlite.run("CREATE TEMP TABLE " + GONE + "(place INTEGER PRIMARY KEY)");
        for (Kind kind : kinds) {
            touched.kindNumbers.put(kind.table(), kind.number());
            watch(sqlite, kind, "DELETE");
            watch(sqlite, kind, "UPDATE OF id");
        }
        // Only so are triggers told of the row that REPLACE removes. The file is known to hold no trigger by now.
        sqlite.run("PRAGMA recursive_triggers=ON");
        sqlite.connection().addUpdateListener(touched);
        return touched;
    }

    private static void watch(Sqlite sqlite, Kind kind, String event) throws SQLException {
        String place = Place.of(kind.number(), 0) + "+old.id";
        sqlite.run("CREATE TEMP TRIGGER " + Sqlite.quoted(GONE + " " + event + " " + kind.table()) + " AFTER " + event
                + " ON main." + Sqlite.quoted(kind.table()) + " BEGIN INSERT INTO " + GONE + " VALUES(" + place + ");"
                + "DELETE FROM " + GONE + " WHERE place=" + place + "; END");
    }

    @Override
    public void onUpdate(Type type, String database, String table, long rowId) {
        if (table.equals(GONE)) {
            rows.add(new Row(Place.kind(rowId), Place.id(rowId)));
        } else if (database.equals("main")) {
            Integer kind = kindNumbers.get(table);
            if (kind != null) {
                rows.add(new Row(kind, rowId));
            }
        }
    }

    boolean any() {
        return !rows.isEmpty();
    }

    /// The places touched, ascending.
    ///
    /// @throws IllegalArgumentException if a row has an id that no place has
    List<Long> places() {
        return rows.stream().map(Row::place).sorted().toList();
    }

    void forget() {
        rows.clear();
    }
}
