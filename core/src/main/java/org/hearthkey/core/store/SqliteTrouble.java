package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// Tells what SQLite's result codes mean for a home.
///
/// @see <a href="https://www.sqlite.org/rescode.html">SQLite: Result and Error Codes</a>
final class SqliteTrouble {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private SqliteTrouble() {}

    /// What a failure while opening refuses.
    ///
    /// @throws IOException if it is the medium's fault and says nothing of the file
    static RefusedException refusal(SQLException failure, Path file) throws IOException {
        return switch (failure.getErrorCode()) {
            case BUSY, LOCKED -> new RefusedException(Refusal.IN_USE, "", failure);
            case READONLY, CANTOPEN -> {
                if (Companions.of(file).hasJournal()) {
                    yield new RefusedException(Refusal.UNFINISHED_COMMIT, "", failure);
                }
                var denied = new AccessDeniedException(file.toString(), null, "the home cannot be written");
                denied.initCause(failure);
                throw denied;
            }
            default -> new RefusedException(Refusal.DAMAGED, "SQLite: " + failure.getMessage(), failure);
        };
    }

    /// What a failure while the home is open means for the medium; nothing if it is the statement's own fault.
    static Optional<StoreException.Cause> ofMedium(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case FULL -> Optional.of(StoreException.Cause.DISK_FULL);
            case READONLY, CANTOPEN -> Optional.of(StoreException.Cause.READ_ONLY);
            case IOERR, CORRUPT, NOTADB, BUSY, LOCKED -> Optional.of(StoreException.Cause.IO);
            default -> Optional.empty();
        };
    }
}
