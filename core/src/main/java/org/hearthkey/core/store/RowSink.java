package org.hearthkey.core.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the rows of a file while they are checked. They count for nothing until all of them have been.
interface RowSink {
    /// Comes first, and says which migration the rows that follow are of.
    void head(Head head) throws SQLException;

    /// Comes before the rows of this kind, if there are any.
    void kind(Kind kind) throws SQLException;

    void row(Kind kind, long id, List<? extends @Nullable Object> columns) throws SQLException;

    /// Comes last.
    void end() throws SQLException;
}
