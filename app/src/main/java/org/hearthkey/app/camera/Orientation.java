package org.hearthkey.app.camera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// How a camera was held when it took a photo. Telephones keep the dots as the sensor lies and say beside them how to turn
/// them; what is drawn without that stands on its side.
///
/// @see <a href="https://www.cipa.jp/e/std/std-sec.html">Exif 2.32, section 4.6.4</a>
enum Orientation {
    UPRIGHT(false),
    MIRRORED(false),
    UPSIDE_DOWN(false),
    MIRRORED_UPSIDE_DOWN(false),
    MIRRORED_ON_ITS_SIDE(true),
    LEANS_LEFT(true),
    MIRRORED_ON_ITS_OTHER_SIDE(true),
    LEANS_RIGHT(true);

    private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);
    private static final int START = 0xFFD8;
    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int TIFF = 42;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private final boolean onItsSide;

    /// In the order of their numbers, from 1.
    Orientation(boolean onItsSide) {
        this.onItsSide = onItsSide;
    }

    /// What a JPEG says. Other files, and whatever is damaged, count as upright.
    static Orientation of(byte[] file) {
        return exif(ByteBuffer.wrap(file))
                .flatMap(Orientation::told)
                .filter(number -> number >= 1 && number <= values().length)
                .map(number -> values()[number - 1])
                .orElse(UPRIGHT);
    }

    /// The same picture as it is meant to be seen.
    BufferedImage upright(BufferedImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        var turned = new BufferedImage(
                onItsSide ? bottom + 1 : right + 1, onItsSide ? right + 1 : bottom + 1, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                turned.setRGB(
                        x,
                        y,
                        switch (this) {
                            case UPRIGHT -> image.getRGB(x, y);
                            case MIRRORED -> image.getRGB(right - x, y);
                            case UPSIDE_DOWN -> image.getRGB(right - x, bottom - y);
                            case MIRRORED_UPSIDE_DOWN -> image.getRGB(x, bottom - y);
                            case MIRRORED_ON_ITS_SIDE -> image.getRGB(y, x);
                            case LEANS_LEFT -> image.getRGB(y, bottom - x);
                            case MIRRORED_ON_ITS_OTHER_SIDE -> image.getRGB(right - y, bottom - x);
                            case LEANS_RIGHT -> image.getRGB(right - y, x);
                        });
            }
        }
        return turned;
    }

    /// The TIFF block in the segment that is for Exif.
    private static Optional<ByteBuffer> exif(ByteBuffer jpeg) {
        if (jpeg.remaining() < 4 || Short.toUnsignedInt(jpeg.getShort()) != START) {
            return Optional.empty();
        }
        while (jpeg.remaining() >= 4 && Byte.toUnsignedInt(jpeg.get()) == MARKER) {
            int kind = Byte.toUnsignedInt(jpeg.get());
            int length = Short.toUnsignedInt(jpeg.getShort()) - 2;
            if (kind == START_OF_SCAN || length < 0 || length > jpeg.remaining()) {
                return Optional.empty();
            }
            var segment = jpeg.slice(jpeg.position(), length);
            if (kind == APP1 && opensWithExif(segment)) {
                return Optional.of(segment.slice(EXIF.length, length - EXIF.length));
            }
            jpeg.position(jpeg.position() + length);
        }
        return Optional.empty();
    }

    private static boolean opensWithExif(ByteBuffer segment) {
        byte[] opening = new byte[Math.min(EXIF.length, segment.remaining())];
        segment.get(0, opening);
        return Arrays.equals(opening, EXIF);
    }

    /// The number of the orientation in the first folder of a TIFF block.
    private static Optional<Integer> told(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return Optional.empty();
        }
        int order = Short.toUnsignedInt(tiff.getShort(0));
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            return Optional.empty();
        }
        tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int folder = tiff.getInt(4);
        if (tiff.getShort(2) != TIFF || folder < 8 || folder > tiff.limit() - 2) {
            return Optional.empty();
        }
        int entries = Short.toUnsignedInt(tiff.getShort(folder));
        for (int entry = folder + 2; entries > 0 && entry <= tiff.limit() - ENTRY; entry += ENTRY, entries--) {
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG && tiff.getShort(entry + 2) == SHORT) {
                return Optional.of(Short.toUnsignedInt(tiff.getShort(entry + 8)));
            }
        }
        return Optional.empty();
    }
}
