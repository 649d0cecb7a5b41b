package org.hearthkey.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// The files that SQLite would look for beside a database. A rollback journal may be there, at any time; nothing else.
final class Companions {
    /// The end of a journal that names a super-journal, which SQLite would follow and delete.
    private static final byte[] NAMES_A_SUPER_JOURNAL = HexFormat.of().parseHex("d9d505f920a163d7");

    private final Path file;

    private Companions(Path file) {
        this.file = file;
    }

    static Companions of(Path file) {
        return new Companions(file);
    }

    boolean hasJournal() {
        return isThere("-journal");
    }

    void refuseStrangers() throws RefusedException, IOException {
        if (isThere("-wal") || isThere("-shm") || (hasJournal() && endsWithSuperJournal(beside("-journal")))) {
            throw new RefusedException(Refusal.STRANGE_COMPANION);
        }
    }

    private static boolean endsWithSuperJournal(Path journal) throws IOException {
        if (!Files.isRegularFile(journal, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        long before = Files.size(journal) - NAMES_A_SUPER_JOURNAL.length;
        if (before < 0) {
            return false;
        }
        try (InputStream in = Files.newInputStream(journal)) {
            in.skipNBytes(before);
            return Arrays.equals(in.readNBytes(NAMES_A_SUPER_JOURNAL.length), NAMES_A_SUPER_JOURNAL);
        }
    }

    private boolean isThere(String suffix) {
        return Files.exists(beside(suffix), LinkOption.NOFOLLOW_LINKS);
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
