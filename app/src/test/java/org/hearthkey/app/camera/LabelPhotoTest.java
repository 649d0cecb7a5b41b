package org.hearthkey.app.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPhotoTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 60;
    private static final int ENOUGH = 50_000;

    @TempDir
    Path folder;

    /// A label with a red field at its upper left and a blue one at its upper right, as one reads it.
    private static BufferedImage label() {
        var label = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = label.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 30, 30);
        pen.setColor(Color.BLUE);
        pen.fillRect(60, 0, 30, 30);
        pen.dispose();
        return label;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "jpeg", jpeg));
        return jpeg.toByteArray();
    }

    /// The segment in which a telephone says how it was held, after one entry that is about something else.
    private static byte[] exif(int orientation, ByteOrder order) {
        var exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 24 + 4);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(ISO_8859_1));
        exif.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(ISO_8859_1));
        exif.order(order).putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(WIDTH);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).array();
    }

    private Path photo(BufferedImage stored, byte[] exif) throws IOException {
        byte[] jpeg = jpeg(stored);
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.write(exif);
        file.write(jpeg, 2, jpeg.length - 2);
        return Files.write(folder.resolve("photo.jpg"), file.toByteArray());
    }

    private static BufferedImage kept(Path photo) throws IOException {
        try (var kept = LabelPhoto.read(photo, ENOUGH)) {
            return kept.<BufferedImage, IOException>use(jpeg -> ImageIO.read(new ByteArrayInputStream(jpeg)));
        }
    }

    private static void assertReadsAsItIs(BufferedImage image) {
        assertEquals(WIDTH, image.getWidth());
        assertEquals(HEIGHT, image.getHeight());
        assertNear(Color.RED, image.getRGB(15, 15));
        assertNear(Color.BLUE, image.getRGB(75, 15));
        assertNear(Color.WHITE, image.getRGB(15, 45));
        assertNear(Color.WHITE, image.getRGB(75, 45));
    }

    private static void assertNear(Color wanted, int rgb) {
        var seen = new Color(rgb);
        assertEquals(wanted.getRed(), seen.getRed(), 40);
        assertEquals(wanted.getGreen(), seen.getGreen(), 40);
        assertEquals(wanted.getBlue(), seen.getBlue(), 40);
    }

    @ParameterizedTest
    @CsvSource({
        "1, false",
        "2, true",
        "3, false",
        "4, true",
        "5, false",
        "6, true",
        "7, false",
        "8, true",
        "1, true",
        "6, false"
    })
    void turnsAPhotoUpright(int orientation, boolean littleEndian) throws IOException {
        var order = littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var stored = QrImages.oriented(label(), orientation);
        assertReadsAsItIs(kept(photo(stored, exif(orientation, order))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void leavesAPhotoAsItIsThatNamesNoWayToTurnIt(int orientation) throws IOException {
        assertReadsAsItIs(kept(photo(label(), exif(orientation, ByteOrder.BIG_ENDIAN))));
    }

    @Test
    void readsPastWhateverIsDamaged() {
        byte[] opening = {(byte) 0xFF, (byte) 0xD8};
        byte[] exif = exif(6, ByteOrder.LITTLE_ENDIAN);
        byte[] whole = Arrays.copyOf(opening, opening.length + exif.length);
        System.arraycopy(exif, 0, whole, opening.length, exif.length);
        assertEquals(Orientation.LEANS_LEFT, Orientation.of(whole));
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Orientation.UPRIGHT, Orientation.of(Arrays.copyOf(whole, length)));
        }
        for (int at = 0; at < whole.length; at++) {
            for (int value : new int[] {0, 0x7F, 0x80, 0xFF}) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                Orientation.of(changed); // whatever it says, it says something
            }
        }
    }
}
