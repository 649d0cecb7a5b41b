package org.hearthkey.core.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InflationTest {
    private static final Path SCRIPT =
            Path.of("src", "test", "python", "check_codes.py").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void unpacksWhatPythonPackedWithASmallWindow() throws MalformedFrameException {
        var packed = Peer.python(folder).run(SCRIPT.toString(), "deflate").accepts();
        int seen = 0;
        for (var line : packed.text().lines().toList()) {
            var parts = line.split(" ", -1);
            byte[] plain = HexFormat.of().parseHex(parts[0].replace("-", ""));
            assertArrayEquals(plain, Inflation.inflate(HexFormat.of().parseHex(parts[1]), Frame.MOST_BYTES));
            seen++;
        }
        assertEquals(120, seen);
    }

    /// The JDK's unpacker reads all that ours reads, to the same bytes.
    @Test
    void readsNothingThatTheJdkReadsOtherwise() throws DataFormatException {
        var random = new Random(20261123);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] packed = deflated(plain(random, 300));
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                byte[] ours = Inflation.inflate(packed, 4000);
                var jdk = new Inflater(true);
                jdk.setInput(packed);
                byte[] out = new byte[5000];
                int length = jdk.inflate(out);
                assertTrue(jdk.finished());
                assertEquals(0, jdk.getRemaining());
                assertArrayEquals(Arrays.copyOf(out, length), ours);
                jdk.end();
                read++;
            } catch (MalformedFrameException damaged) {
                assertTrue(damaged.why().startsWith("zlib") || damaged.why().startsWith("more than"));
            }
        }
        assertTrue(read > 5_000, "read " + read);
    }

    @Test
    void refusesDistancesBeyondTheWindow() {
        byte[] noise = new byte[1100];
        new Random(2).nextBytes(noise);
        byte[] far = Arrays.copyOf(noise, 2200);
        System.arraycopy(noise, 0, far, 1100, 1100);
        var refused =
                assertThrows(MalformedFrameException.class, () -> Inflation.inflate(deflated(far), Frame.MOST_BYTES));
        assertEquals("zlib window", refused.why());
    }

    @Test
    void stopsWhereTooMuchComesOut() throws MalformedFrameException {
        byte[] bomb = deflated(new byte[Frame.MOST_BYTES + 1]);
        assertTrue(bomb.length < 200);
        assertThrows(MalformedFrameException.class, () -> Inflation.inflate(bomb, Frame.MOST_BYTES));
        byte[] most = deflated(new byte[Frame.MOST_BYTES]);
        assertEquals(Frame.MOST_BYTES, Inflation.inflate(most, Frame.MOST_BYTES).length);
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        byte[] packed = deflated(new byte[] {1, 2, 3});
        assertThrows(
                MalformedFrameException.class,
                () -> Inflation.inflate(Arrays.copyOf(packed, packed.length + 1), Frame.MOST_BYTES));
        assertThrows(
                MalformedFrameException.class,
                () -> Inflation.inflate(Arrays.copyOf(packed, packed.length - 1), Frame.MOST_BYTES));
    }

    private static byte[] plain(Random random, int most) {
        byte[] plain = new byte[random.nextInt(most)];
        int letters = 1 + random.nextInt(60);
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) random.nextInt(letters);
        }
        return plain;
    }

    private static byte[] deflated(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
