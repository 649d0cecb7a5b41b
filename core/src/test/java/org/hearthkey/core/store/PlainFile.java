package org.hearthkey.core.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The same devices in an ordinary SQLite file, as durable and without any seal: what the benchmark measures against.
final class PlainFile implements AutoCloseable {
    private static final String TABLES =
            "CREATE TABLE device(id INTEGER PRIMARY KEY,name TEXT NOT NULL UNIQUE,owner,note);"
                    + "CREATE TABLE journal(id INTEGER PRIMARY KEY,entry BLOB NOT NULL,at INTEGER NOT NULL)";

    private final Connection connection;

    PlainFile(Path file, int rows) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Homes.run(connection, "PRAGMA locking_mode=EXCLUSIVE");
        Homes.run(connection, "PRAGMA synchronous=FULL");
        Homes.run(connection, TABLES);
        connection.setAutoCommit(false);
        insert(connection, rows);
        connection.commit();
    }

    private static void insert(Connection connection, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO device(name,owner,note) VALUES(?,1,'kitchen')")) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, "device " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void commit(String sql) throws SQLException {
        Homes.run(connection, sql);
        connection.commit();
    }

    /// Reads every row and puts it into a table in memory, as opening a home does.
    void load() throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Homes.run(memory, TABLES);
            memory.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("SELECT id,name,owner,note FROM device");
                    ResultSet rows = select.executeQuery();
                    PreparedStatement insert = memory.prepareStatement("INSERT INTO device VALUES(?,?,?,?)")) {
                for (int pending = 1; rows.next(); pending++) {
                    for (int column = 1; column <= 4; column++) {
                        insert.setObject(column, rows.getObject(column));
                    }
                    insert.addBatch();
                    if (pending % 1000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            memory.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
