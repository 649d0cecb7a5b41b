package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.seal.RefusedException;
import org.jspecify.annotations.Nullable;

/// Copies an open home to another file, which gets its name only once it was read whole and found to be the same.
final class Backup {
    private final Sqlite sqlite;
    private final Schema schema;
    private final RecordBox box;
    private final Head expected;

    Backup(Sqlite sqlite, Schema schema, RecordBox box, Head expected) {
        this.sqlite = sqlite;
        this.schema = schema;
        this.box = box;
        this.expected = expected;
    }

    void write(Path target, SecureRandom random) throws IOException {
        try (NewFile copy = NewFile.beside(target, random)) {
            copyTo(copy.draft());
            compare(copy.draft());
            copy.publish();
        } catch (SQLException failure) {
            throw failed(target, failure);
        } catch (RefusedException refused) {
            throw new FileSystemException(target.toString(), null, "the copy is not what was written");
        }
    }

    /// SQLite's own copy: only whole commits, no free pages. It does not sync.
    private void copyTo(Path draft) throws SQLException {
        try (PreparedStatement vacuum = sqlite.connection().prepareStatement("VACUUM disk INTO ?")) {
            vacuum.setString(1, draft.toString());
            vacuum.execute();
        }
    }

    /// Every check of opening but the secret: the keys are at hand.
    private void compare(Path draft) throws IOException, SQLException, RefusedException {
        FileHeader.check(draft, Companions.of(draft));
        try (Sqlite copy = Sqlite.inMemory()) {
            copy.attach(draft, Sqlite.Mode.READ_ONLY);
            copy.run("BEGIN");
            DiskCheck.check(copy);
            Head found = new HomeReader(copy, schema, box, new Unread(), SlotDemand.UNCHANGED)
                    .read(Slots.read(copy))
                    .head();
            if (found.commit() != expected.commit()
                    || !MessageDigest.isEqual(found.set(), expected.set())
                    || !MessageDigest.isEqual(found.slotsDigest(), expected.slotsDigest())) {
                throw new FileSystemException(draft.toString(), null, "the copy is of another commit");
            }
        }
    }

    /// It is the other place that failed: the home stays as it is.
    private static IOException failed(Path target, SQLException failure) {
        StoreException.Cause cause = SqliteTrouble.ofMedium(failure).orElse(StoreException.Cause.IO);
        String reason = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        FileSystemException failed = new FileSystemException(target.toString(), null, reason);
        failed.initCause(failure);
        return failed;
    }

    /// Rows are checked, not kept.
    private static final class Unread implements RowSink {
        @Override
        public void head(Head head) {}

        @Override
        public void kind(Kind kind) {}

        @Override
        public void row(Kind kind, long id, List<? extends @Nullable Object> columns) {}

        @Override
        public void end() {}
    }
}
