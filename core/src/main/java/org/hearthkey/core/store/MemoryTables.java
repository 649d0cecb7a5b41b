package org.hearthkey.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The application's tables in memory: made by its migrations, filled from records, read back row by row.
final class MemoryTables implements RowSink {
    private static final int BATCH = 1000;

    private final Sqlite sqlite;
    private final Schema schema;
    private final Map<Integer, PreparedStatement> selects = new HashMap<>();
    private final Filling filling = new Filling();

    MemoryTables(Sqlite sqlite, Schema schema) {
        this.sqlite = sqlite;
        this.schema = schema;
    }

    /// Runs the migrations that lead from one schema number to another.
    void migrate(int from, int to) throws SQLException {
        for (String script : schema.migrationScripts().subList(from, to)) {
            sqlite.script(script);
        }
    }

    /// Makes the tables as they were when the file was last written. A file from a later program has no tables here; its
    /// rows are checked and then refused.
    @Override
    public void head(Head head) throws SQLException {
        filling.wanted = head.schema() <= schema.number();
        if (filling.wanted) {
            migrate(0, (int) head.schema());
        }
    }

    /// Takes away what a migration put into a new home's table: what is left of it is among the records.
    @Override
    public void kind(Kind kind) throws SQLException {
        if (filling.wanted) {
            sqlite.run("DELETE FROM main." + Sqlite.quoted(kind.table()));
        }
    }

    @Override
    public void row(Kind kind, long id, List<? extends @Nullable Object> columns) throws SQLException {
        if (filling.wanted) {
            filling.add(kind, id, columns);
        }
    }

    @Override
    public void end() throws SQLException {
        filling.finish();
    }

    /// The columns of a row, or nothing if there is no such row.
    Optional<List<@Nullable Object>> row(Kind kind, long id) throws SQLException {
        PreparedStatement select = selects.get(kind.number());
        if (select == null) {
            select = sqlite.connection()
                    .prepareStatement(
                            "SELECT " + names(kind) + " FROM main." + Sqlite.quoted(kind.table()) + " WHERE id=?");
            selects.put(kind.number(), select);
        }
        select.setLong(1, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(columns(kind, row)) : Optional.empty();
        }
    }

    private static List<@Nullable Object> columns(Kind kind, ResultSet row) throws SQLException {
        List<@Nullable Object> columns = new ArrayList<>(kind.columns().size());
        for (int i = 1; i <= kind.columns().size(); i++) {
            columns.add(row.getObject(i));
        }
        return columns;
    }

    /// The places of all rows and of the catalog.
    SortedSet<Long> places() throws SQLException {
        SortedSet<Long> places = new TreeSet<>();
        for (Kind kind : schema.kinds()) {
            places.add(Place.of(Place.CATALOG, kind.number()));
            try (PreparedStatement select =
                            sqlite.connection().prepareStatement("SELECT id FROM main." + Sqlite.quoted(kind.table()));
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.add(Place.of(kind.number(), rows.getLong(1)));
                }
            }
        }
        return places;
    }

    private static String names(Kind kind) {
        return kind.columns().stream().map(Sqlite::quoted).collect(Collectors.joining(","));
    }

    /// Inserts row after row, one statement a kind, in batches.
    private final class Filling {
        private boolean wanted;
        private int kindNumber;
        private int pending;
        private @Nullable PreparedStatement insert;

        void add(Kind kind, long id, List<? extends @Nullable Object> columns) throws SQLException {
            PreparedStatement statement = statementFor(kind);
            statement.setLong(1, id);
            for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 2, columns.get(i));
            }
            statement.addBatch();
            if (++pending == BATCH) {
                flush(statement);
            }
        }

        private PreparedStatement statementFor(Kind kind) throws SQLException {
            if (insert != null && kind.number() == kindNumber) {
                return insert;
            }
            finish();
            String marks =
                    Stream.generate(() -> "?").limit(kind.columns().size() + 1L).collect(Collectors.joining(","));
            PreparedStatement prepared = sqlite.connection()
                    .prepareStatement("INSERT INTO main." + Sqlite.quoted(kind.table()) + "(id," + names(kind)
                            + ") VALUES(" + marks + ")");
            insert = prepared;
            kindNumber = kind.number();
            return prepared;
        }

        private void flush(PreparedStatement statement) throws SQLException {
            statement.executeBatch();
            pending = 0;
        }

        void finish() throws SQLException {
            if (insert != null) {
                try (PreparedStatement last = insert) {
                    flush(last);
                }
                insert = null;
            }
        }
    }
}
