package org.hearthkey.core.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// Leaves a file as a power cut in the middle of a commit does: a page half written, and its old contents in the journal.
///
/// @see <a href="https://www.sqlite.org/fileformat2.html#the_rollback_journal">SQLite: The Rollback Journal</a>
final class HotJournal {
    private static final int PAGE = 4096;
    private static final int SECTOR = 512;
    private static final int NONCE = 0x1234;

    private HotJournal() {}

    static void leave(Path file, int page) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] old = Arrays.copyOfRange(whole, (page - 1) * PAGE, page * PAGE);
        ByteBuffer journal = ByteBuffer.allocate(SECTOR + 4 + PAGE + 4);
        journal.put(HexFormat.of().parseHex("d9d505f920a163d7"))
                .putInt(1)
                .putInt(NONCE)
                .putInt(whole.length / PAGE)
                .putInt(SECTOR)
                .putInt(PAGE)
                .position(SECTOR);
        journal.putInt(page).put(old).putInt(checksum(old));
        Files.write(file.resolveSibling(file.getFileName() + "-journal"), journal.array());
        Arrays.fill(whole, (page - 1) * PAGE, page * PAGE - PAGE / 2, (byte) 0xee);
        Files.write(file, whole);
    }

    private static int checksum(byte[] page) {
        int sum = NONCE;
        for (int i = PAGE - 200; i > 0; i -= 200) {
            sum += page[i] & 0xff;
        }
        return sum;
    }
}
