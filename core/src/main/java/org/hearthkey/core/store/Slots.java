package org.hearthkey.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// Reads and writes the slot table.
final class Slots {
    static final int MOST = 16;

    private Slots() {}

    /// All slots by id. Nothing is fetched before its length is known.
    static List<Slot> read(Sqlite sqlite) throws SQLException, RefusedException {
        List<Slot> slots = new ArrayList<>();
        try (PreparedStatement select = sqlite.connection()
                        .prepareStatement(
                                "SELECT id,length(lock),lock FROM disk.slot ORDER BY id LIMIT " + (MOST + 1));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                long length = rows.getLong(2);
                if (slots.size() == MOST
                        || id < 1
                        || id > Slot.MOST_ID
                        || length < Slot.LEAST_BYTES
                        || length > Slot.MOST_BYTES) {
                    throw new RefusedException(Refusal.OUT_OF_BOUNDS, "slot " + id);
                }
                slots.add(new Slot(id, rows.getBytes(3)));
            }
        }
        return slots;
    }

    static void insert(Sqlite sqlite, Slot slot) throws SQLException {
        try (PreparedStatement insert =
                sqlite.connection().prepareStatement("INSERT INTO disk.slot(id,lock) VALUES(?,?)")) {
            insert.setLong(1, slot.id());
            insert.setBytes(2, slot.row());
            insert.executeUpdate();
        }
    }

    static void update(Sqlite sqlite, Slot slot) throws SQLException {
        try (PreparedStatement update =
                sqlite.connection().prepareStatement("UPDATE disk.slot SET lock=? WHERE id=?")) {
            update.setBytes(1, slot.row());
            update.setLong(2, slot.id());
            exactlyOne(update.executeUpdate(), slot.id());
        }
    }

    static void delete(Sqlite sqlite, long id) throws SQLException {
        try (PreparedStatement delete = sqlite.connection().prepareStatement("DELETE FROM disk.slot WHERE id=?")) {
            delete.setLong(1, id);
            exactlyOne(delete.executeUpdate(), id);
        }
    }

    private static void exactlyOne(int rows, long id) {
        if (rows != 1) {
            throw new StoreException(StoreException.Cause.IO, "The file changed under the home: slot " + id);
        }
    }
}
