package org.hearthkey.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;

/// The first hundred bytes, held against what our own files say before SQLite sees them.
///
/// @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite: The Database Header</a>
final class FileHeader {
    /// "HRTH".
    static final int APPLICATION_ID = 0x48525448;
    /// The number of this format, kept as SQLite's user_version.
    static final int FORMAT = 1;
    static final int PAGE_BYTES = 4096;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTES_16_TO_23 = HexFormat.of().parseHex("1000010100402020");
    private static final int LENGTH = 100;
    private static final long LEAST_PAGES = 3;
    private static final long MOST_BYTES = 1_048_576L * PAGE_BYTES;

    private final ByteBuffer bytes;

    private FileHeader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /// Steps 2 to 5 of opening.
    static void check(Path file, Companions companions) throws RefusedException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.NOT_A_HOME);
        }
        long size;
        byte[] read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(LENGTH);
            size = Files.size(file);
        }
        FileHeader header = new FileHeader(ByteBuffer.wrap(Arrays.copyOf(read, LENGTH)));
        header.refuseForeign();
        if (read.length < LENGTH || !header.isOurs() || !(companions.hasJournal() || header.fits(size))) {
            throw new RefusedException(Refusal.DAMAGED, "header");
        }
        if (size > MOST_BYTES) {
            throw new RefusedException(Refusal.OUT_OF_BOUNDS, "size");
        }
    }

    private void refuseForeign() throws RefusedException {
        if (!has(0, MAGIC) || bytes.getInt(68) != APPLICATION_ID) {
            throw new RefusedException(Refusal.NOT_A_HOME);
        }
        int format = bytes.getInt(60);
        if (format > FORMAT) {
            throw new RefusedException(Refusal.NEWER_FORMAT, "format " + format);
        }
        if (format < FORMAT) {
            throw new RefusedException(Refusal.NOT_A_HOME);
        }
    }

    private boolean isOurs() {
        return has(16, BYTES_16_TO_23)
                && bytes.getInt(44) == 4
                && bytes.getLong(48) == 0
                && bytes.getInt(56) == 1
                && bytes.getInt(64) == 0
                && has(72, new byte[20]);
    }

    private boolean fits(long size) {
        long pages = Integer.toUnsignedLong(bytes.getInt(28));
        return pages >= LEAST_PAGES && size == pages * PAGE_BYTES;
    }

    private boolean has(int offset, byte[] expected) {
        return bytes.slice(offset, expected.length).equals(ByteBuffer.wrap(expected));
    }
}
