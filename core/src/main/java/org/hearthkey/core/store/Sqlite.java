package org.hearthkey.core.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hearthkey.core.journal.StoreException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/// One connection: tables in memory as `main`, and at most one file attached as `disk`. Set up to trust no file.
final class Sqlite implements AutoCloseable {
    /// How the file is opened.
    enum Mode {
        READ_WRITE("rw"),
        READ_ONLY("ro");

        private final String parameter;

        Mode(String parameter) {
            this.parameter = parameter;
        }
    }

    private static final List<String> BEFORE_ATTACHING = List.of(
            "PRAGMA trusted_schema=OFF",
            "PRAGMA cell_size_check=ON",
            "PRAGMA mmap_size=0",
            "PRAGMA temp_store=MEMORY",
            "PRAGMA recursive_triggers=OFF",
            "PRAGMA busy_timeout=0");

    private static final List<String> AFTER_ATTACHING = List.of(
            "PRAGMA disk.locking_mode=EXCLUSIVE",
            "PRAGMA disk.journal_mode=DELETE",
            "PRAGMA disk.synchronous=EXTRA",
            "PRAGMA disk.secure_delete=ON",
            "PRAGMA disk.max_page_count=1048576");

    private final SQLiteConnection connection;

    private Sqlite(SQLiteConnection connection) {
        this.connection = connection;
    }

    static Sqlite inMemory() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(0);
        Sqlite sqlite = new Sqlite((SQLiteConnection) config.createConnection("jdbc:sqlite::memory:"));
        try {
            for (String pragma : BEFORE_ATTACHING) {
                sqlite.run(pragma);
            }
            return sqlite;
        } catch (SQLException failed) {
            sqlite.close();
            throw failed;
        }
    }

    /// Attaches `file`, which nothing else in this program may open until this is closed: closing a second descriptor
    /// would drop SQLite's locks.
    void attach(Path file, Mode mode) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS disk")) {
            attach.setString(1, file.toUri().toASCIIString() + "?mode=" + mode.parameter);
            attach.execute();
        }
        for (String pragma : AFTER_ATTACHING) {
            run(pragma);
        }
    }

    SQLiteConnection connection() {
        return connection;
    }

    /// Runs one statement, or a pragma whose answer does not matter.
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs any number of statements.
    void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /// A name as SQL has it.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// An open transaction ends without a trace.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new StoreException(StoreException.Cause.IO, failure);
        }
    }
}
