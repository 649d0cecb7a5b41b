package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every byte of a small file, changed in two ways: refused by name, or of no effect whatever. Never a wrong answer.
class ByteFlipTest {
    private static final String KEPT = "SELECT quote(id)||name||zone||added||quote(note) FROM device"
            + " UNION ALL SELECT quote(id)||name||hex(sealed) FROM private_key";

    @TempDir
    Path directory;

    @Test
    void noByteOfAFileCanBeChangedToAnyEffect() throws Exception {
        byte[] bytes = Files.readAllBytes(Vectors.unpack(directory));
        String whole;
        try (Store store = Homes.open(directory.resolve("vectors.hearth"), Vectors.SCHEMA, Vectors.PASSPHRASE)) {
            whole = Homes.select(store, KEPT);
        }
        List<Refusal> refusals = IntStream.range(0, 2 * bytes.length)
                .parallel()
                .mapToObj(flip -> refusal(bytes, flip, whole))
                .flatMap(Optional::stream)
                .toList();
        // Seven boxes of 296 bytes, one of 1064, the slot and what leads to them, twice; the rest is slack.
        assertTrue(refusals.size() > 2 * 2900, refusals.size() + " refused");
    }

    private Optional<Refusal> refusal(byte[] bytes, int flip, String whole) {
        int at = flip / 2;
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (flip % 2 == 0 ? 1 << at % 8 : 0xff);
        Path changed = directory.resolve("Changed" + flip + ".hearth");
        try {
            Files.write(changed, copy);
            return refusal(changed, whole, at);
        } catch (IOException | SQLException | IllegalStateException unnamed) {
            return fail("byte " + at, unnamed);
        }
    }

    private static Optional<Refusal> refusal(Path changed, String whole, int at) throws IOException, SQLException {
        try (Store store = Homes.open(changed, Vectors.SCHEMA, Vectors.PASSPHRASE)) {
            assertEquals(whole, Homes.select(store, KEPT), "byte " + at);
            assertEquals(2, store.head().commit(), "byte " + at);
            return Optional.empty();
        } catch (RefusedException named) {
            return Optional.of(named.refusal());
        } finally {
            Files.delete(changed);
        }
    }
}
