package org.hearthkey.app.camera;

import com.google.zxing.Binarizer;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// A picture in shades of gray in which QR codes are looked for.
///
/// No single way of telling black from white suits every picture, so each picture is tried four times: with a threshold
/// for each block and with one for all, at full and at half size. Where nothing is found, a [PatientReader] looks for one
/// code, and then the picture is tried as its negative. Of the 200 hard pictures of `HardPicturesTest` the four quick
/// tries read 100, the patient reader 68 more.
public final class QrPicture {
    private static final int WHITE = 255;

    /// A larger picture is halved until it is no larger: patience costs time by the pixel.
    private static final long MOST_PIXELS_FOR_PATIENCE = 1_600_000;

    private final byte[] gray;
    private final int width;
    private final int height;

    private QrPicture(byte[] gray, int width, int height) {
        this.gray = gray;
        this.width = width;
        this.height = height;
    }

    public static QrPicture of(BufferedImage image) {
        int width = image.getWidth();
        var gray = new byte[Math.multiplyExact(width, image.getHeight())];
        var row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                gray[y * width + x] = gray(row[x]);
            }
        }
        return new QrPicture(gray, width, image.getHeight());
    }

    /// The picture of these pixels.
    ///
    /// @param argb row by row from the top, eight bits a channel, colors not multiplied by alpha
    /// @throws IllegalArgumentException unless there are `width` times `height` of them
    public static QrPicture of(int width, int height, int[] argb) {
        if (argb.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(argb.length + " pixels are not " + width + " x " + height);
        }
        var gray = new byte[argb.length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = gray(argb[i]);
        }
        return new QrPicture(gray, width, height);
    }

    /// The picture of these shades, which it keeps.
    ///
    /// @param gray row by row from the top, a byte from 0 (black) to 255 a dot
    static QrPicture ofGray(int width, int height, byte[] gray) {
        if (gray.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(gray.length + " dots are not " + width + " x " + height);
        }
        return new QrPicture(gray, width, height);
    }

    /// The texts of all codes in the picture, each once. A code that holds anything but text is left out. Takes up to
    /// some seconds for a large picture; a thread that is interrupted looks no further.
    public List<String> texts() {
        var texts = textsAsShown();
        if (texts.isEmpty() && !Thread.currentThread().isInterrupted()) {
            PatientReader.read(forPatience()).ifPresent(texts::add);
        }
        boolean goesOn = texts.isEmpty() && !Thread.currentThread().isInterrupted();
        return List.copyOf(goesOn ? negative().textsAsShown() : texts);
    }

    /// As [#texts()], but by the quick tries alone: for pictures that move, where the next one may be easier.
    public List<String> textsAtAGlance() {
        return List.copyOf(textsAsShown());
    }

    /// How many dots it is wide.
    public int width() {
        return width;
    }

    /// How many dots it is high.
    public int height() {
        return height;
    }

    private GrayField forPatience() {
        var small = this;
        while ((long) small.width * small.height > MOST_PIXELS_FOR_PATIENCE) {
            small = small.halved();
        }
        return new GrayField(small.gray, small.width, small.height);
    }

    private SequencedSet<String> textsAsShown() {
        var texts = new LinkedHashSet<String>();
        for (var size : List.of(this, halved())) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            var source = new PlanarYUVLuminanceSource(
                    size.gray, size.width, size.height, 0, 0, size.width, size.height, false);
            for (var binarizer :
                    List.<Binarizer>of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
                texts.addAll(QrFinder.texts(binarizer));
            }
        }
        return texts;
    }

    private QrPicture halved() {
        int halfWidth = Math.max(1, width / 2);
        int halfHeight = Math.max(1, height / 2);
        var half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                int right = Math.min(2 * x + 1, width - 1);
                int below = Math.min(2 * y + 1, height - 1);
                int sum = at(2 * x, 2 * y) + at(right, 2 * y) + at(2 * x, below) + at(right, below);
                half[y * halfWidth + x] = (byte) (sum / 4);
            }
        }
        return new QrPicture(half, halfWidth, halfHeight);
    }

    private QrPicture negative() {
        var negative = new byte[gray.length];
        for (int i = 0; i < gray.length; i++) {
            negative[i] = (byte) ~gray[i];
        }
        return new QrPicture(negative, width, height);
    }

    private int at(int x, int y) {
        return Byte.toUnsignedInt(gray[y * width + x]);
    }

    /// Green counts twice, as the eye has it. What is transparent lies on white paper.
    private static byte gray(int argb) {
        int alpha = argb >>> 24;
        int color = ((argb >> 16 & 0xFF) + 2 * (argb >> 8 & 0xFF) + (argb & 0xFF)) / 4;
        return (byte) ((color * alpha + WHITE * (WHITE - alpha)) / WHITE);
    }
}
