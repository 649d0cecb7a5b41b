package org.hearthkey.app.camera;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/// A text as a QR code: squares that are dark or light.
public final class QrDrawing {
    /// The light frame that readers need around a code (ISO/IEC 18004, section 9.1).
    public static final int QUIET_ZONE = 4;

    private static final int DOTS = 8;
    private static final int WHITE = 0xFFFFFF;

    private final ByteMatrix squares;

    private QrDrawing(ByteMatrix squares) {
        this.squares = squares;
    }

    /// Draws a text that a code can hold: about 2,000 characters.
    ///
    /// @throws IllegalArgumentException if it is longer
    public static QrDrawing of(String text) {
        return of(text, ErrorCorrectionLevel.M);
    }

    /// Draws a text for paper that is to be read in many years: three tenths of its squares may be spoilt.
    ///
    /// @throws IllegalArgumentException if it is longer than about 1,200 characters
    public static QrDrawing onPaper(String text) {
        return of(text, ErrorCorrectionLevel.H);
    }

    private static QrDrawing of(String text, ErrorCorrectionLevel level) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
            return new QrDrawing(Encoder.encode(text, level, hints).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a code", tooLong);
        }
    }

    /// How many squares a side has, without the frame.
    public int side() {
        return squares.getWidth();
    }

    public boolean isDark(int x, int y) {
        return squares.get(x, y) == 1;
    }

    /// A picture of the code with its frame, 8 dots a square.
    public byte[] png() {
        int side = (side() + 2 * QUIET_ZONE) * DOTS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, isDarkInFrame(x / DOTS - QUIET_ZONE, y / DOTS - QUIET_ZONE) ? 0 : WHITE);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return png.toByteArray();
    }

    private boolean isDarkInFrame(int x, int y) {
        return x >= 0 && y >= 0 && x < side() && y < side() && isDark(x, y);
    }
}
