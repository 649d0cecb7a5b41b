package org.hearthkey.app.ui.control;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A QR code: black on white in light and dark, with its quiet zone, for a telephone or a printer.
public final class QrImage extends StackPane {
    private static final int QUIET = 4;

    /// Draws a code that bears some dirt.
    ///
    /// @param text what it says
    /// @param modulePixels how large one of its squares is drawn
    /// @param name what the screen reader says
    public QrImage(String text, int modulePixels, String name) {
        var code = encode(text);
        double side = (code.getWidth() + 2 * QUIET) * modulePixels;
        var canvas = new Canvas(side, side);
        var ink = canvas.getGraphicsContext2D();
        ink.setFill(Color.WHITE);
        ink.fillRect(0, 0, side, side);
        ink.setFill(Color.BLACK);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == 1) {
                    ink.fillRect((x + QUIET) * modulePixels, (y + QUIET) * modulePixels, modulePixels, modulePixels);
                }
            }
        }
        getChildren().setAll(canvas);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(name);
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length(), tooLong);
        }
    }
}
