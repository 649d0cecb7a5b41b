package org.hearthkey.core.store;

import java.util.List;

/// One table of the application, whose rows are sealed one by one. The table has an `INTEGER PRIMARY KEY` named `id`,
/// from 0 to 2⁴⁸−1, beside these columns.
///
/// @param number 16 to 32767; once used it is never given to another table
/// @param columns all columns but the id, in the order in which they are sealed; they hold null, integers, text or bytes
/// @param version the schema number at which the columns last changed
public record Kind(int number, String table, List<String> columns, int version) {
    private static final int FIRST = 16;
    private static final int LAST = 32_767;
    /// A sealed row has the commit's number before its columns.
    private static final int MOST_COLUMNS = 255;

    public Kind {
        columns = List.copyOf(columns);
        if (number < FIRST || number > LAST || version < 1) {
            throw new IllegalArgumentException("Not a kind: " + number + ", version " + version);
        }
        if (table.isEmpty() || columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("Kind " + number + " has no table, no columns or too many");
        }
    }
}
