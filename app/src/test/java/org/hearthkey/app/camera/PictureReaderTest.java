package org.hearthkey.app.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.hearthkey.app.camera.UnreadablePictureException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final long SEED = 20261122;
    private static final String LABEL = "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void readsEachFormat(String format) throws Exception {
        var file = Files.write(folder.resolve("label"), picture(format));
        assertEquals(List.of(LABEL), PictureReader.read(file).texts());
    }

    @Test
    void zbarSeesTheSameInOurPictures() throws Exception {
        var file = Files.write(folder.resolve("label.png"), picture("png"));
        boolean installed = isInstalled("zbarimg");
        assertTrue(installed || !"true".equals(System.getenv("CI")), "CI must have zbarimg");
        assumeTrue(installed, "zbarimg is not installed");
        var zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString()).start();
        assertEquals(LABEL, new String(zbar.getInputStream().readAllBytes(), UTF_8).strip());
        assertEquals(0, zbar.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%PDF-1.7", "<svg/>", "II*\0", "MM\0*"})
    void saysWhatIsNotAPicture(String content) {
        assertEquals(Reason.NOT_A_PICTURE, refusal(content.getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "avif"})
    void namesATelephonesOwnFormat(String brand) {
        assertEquals(Reason.TELEPHONE_FORMAT, refusal(("\0\0\0\30ftyp" + brand + "....").getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsAPictureThatSaysToTurnOrMirrorIt(int orientation) throws Exception {
        // A telephone stores what its sensor saw and says how to turn it (Exif 2.32, 4.6.4). Codes are read any way
        // round.
        var stored = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(QrImages.oriented(QrImages.of(LABEL, 4), orientation), "jpeg", stored));
        assertEquals(List.of(LABEL), PictureReader.read(stored.toByteArray()).texts());
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThrows(NoSuchFileException.class, () -> PictureReader.read(folder.resolve("none.png")));
    }

    @Test
    void refusesAPictureThatPromisesTooManyPixels() {
        // The header alone: 100,000 x 100,000 pixels would need 30 GB.
        assertEquals(Reason.TOO_LARGE, refusal(pngHeader(100_000, 100_000)));
    }

    @Test
    void refusesALargeFile() throws IOException {
        var file = folder.resolve("large.png");
        try (var sparse = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), PictureReader.MOST_BYTES);
        }
        var refused = assertThrows(UnreadablePictureException.class, () -> PictureReader.read(file));
        assertEquals(Reason.TOO_LARGE, refused.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void survivesADamagedFile(String format) throws Exception {
        var random = new Random(SEED);
        var whole = picture(format);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < 150; i++) {
                int length = random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length;
                var damaged = Arrays.copyOf(whole, length);
                for (int n = random.nextInt(8); n > 0 && length > 0; n--) {
                    damaged[random.nextInt(Math.min(length, 400))] = (byte) random.nextInt(256);
                }
                readsTheLabelOrNothing(damaged);
            }
        });
    }

    private static void readsTheLabelOrNothing(byte[] file) {
        try {
            var texts = PictureReader.read(file).texts();
            assertTrue(texts.isEmpty() || texts.equals(List.of(LABEL)), texts::toString);
        } catch (UnreadablePictureException refused) {
            assertTrue(List.of(Reason.values()).contains(refused.reason()));
        }
    }

    private static Reason refusal(byte[] file) {
        return assertThrows(UnreadablePictureException.class, () -> PictureReader.read(file))
                .reason();
    }

    private static byte[] picture(String format) throws Exception {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(QrImages.of(LABEL, 4), format, out));
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
