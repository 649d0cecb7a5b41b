package org.hearthkey.core.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// What the attached file must look like to SQLite: steps 8 and 9 of opening.
final class DiskCheck {
    private static final String SLOT = "slot(id INTEGER PRIMARY KEY,lock BLOB NOT NULL) STRICT";
    private static final String RECORD = "record(place INTEGER PRIMARY KEY,sealed BLOB NOT NULL) STRICT";

    private static final List<List<String>> SCHEMA = List.of(
            List.of("table", "slot", "slot", "CREATE TABLE " + SLOT),
            List.of("table", "record", "record", "CREATE TABLE " + RECORD));

    private DiskCheck() {}

    /// Makes an empty attached file one of ours, within the open transaction.
    static void lay(Sqlite sqlite) throws SQLException {
        sqlite.run("PRAGMA disk.application_id=" + FileHeader.APPLICATION_ID);
        sqlite.run("PRAGMA disk.user_version=" + FileHeader.FORMAT);
        sqlite.run("CREATE TABLE disk." + SLOT);
        sqlite.run("CREATE TABLE disk." + RECORD);
    }

    static void check(Sqlite sqlite) throws SQLException, RefusedException {
        if (!schema(sqlite).equals(SCHEMA)) {
            throw new RefusedException(Refusal.NOT_A_HOME, "schema");
        }
        if (sqlite.number("PRAGMA disk.application_id") != FileHeader.APPLICATION_ID
                || sqlite.number("PRAGMA disk.user_version") != FileHeader.FORMAT
                || sqlite.number("PRAGMA disk.page_size") != FileHeader.PAGE_BYTES
                || sqlite.number("PRAGMA disk.auto_vacuum") != 0) {
            throw new RefusedException(Refusal.DAMAGED, "header");
        }
        String integrity = sqlite.text("PRAGMA disk.integrity_check(1)");
        if (!integrity.equals("ok")) {
            throw new RefusedException(Refusal.DAMAGED, "SQLite: " + integrity);
        }
    }

    private static List<List<String>> schema(Sqlite sqlite) throws SQLException {
        List<List<String>> found = new ArrayList<>();
        // A third row is one too many, whatever else there is.
        try (PreparedStatement select = sqlite.connection()
                        .prepareStatement(
                                "SELECT type,name,tbl_name,sql FROM disk.sqlite_schema ORDER BY rowid LIMIT 3");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= 4; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                found.add(row);
            }
        }
        return found;
    }
}
