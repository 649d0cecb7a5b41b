package org.hearthkey.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plain SQL over the tables in memory. Every failure here is the store's.
final class Rows {
    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /// Reads one row.
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> all(String sql, Reader<T> reader, Object... values) {
        try (var statement = prepare(sql, values);
                var rows = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException failed) {
            throw Store.failure(failed);
        }
    }

    /// Takes one row.
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /// Rows one by one, for more of them than should be held.
    void each(String sql, Taker taker, Object... values) {
        try (var statement = prepare(sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException failed) {
            throw Store.failure(failed);
        }
    }

    <T> Optional<T> first(String sql, Reader<T> reader, Object... values) {
        return all(sql, reader, values).stream().findFirst();
    }

    long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /// Runs one statement.
    ///
    /// @return how many rows it touched
    int change(String sql, Object... values) {
        try (var statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw Store.failure(failed);
        }
    }

    /// Inserts one row.
    ///
    /// @return its id
    long insert(String sql, Object... values) {
        change(sql, values);
        return number("SELECT last_insert_rowid()");
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Optional<?> maybe -> statement.setObject(i + 1, maybe.orElse(null));
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
