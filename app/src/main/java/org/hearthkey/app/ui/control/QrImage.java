package org.hearthkey.app.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.hearthkey.app.camera.QrDrawing;

/// A QR code: black on white in light and dark, with its quiet zone, for a telephone or a printer.
public final class QrImage extends StackPane {
    private final Canvas canvas;

    /// Draws a text that a code can hold.
    ///
    /// @param squarePixels how large one of its squares is drawn
    /// @param name what the screen reader says
    public QrImage(String text, int squarePixels, String name) {
        this((QrDrawing.of(text).side() + 2 * QrDrawing.QUIET_ZONE) * squarePixels, name);
        show(text);
    }

    private QrImage(int sidePixels, String name) {
        canvas = new Canvas(sidePixels, sidePixels);
        getChildren().setAll(canvas);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(name);
    }

    /// A place of one size for one code after another; empty at first.
    ///
    /// @param sidePixels how large it is with the quiet zone
    /// @param name what the screen reader says
    public static QrImage changing(int sidePixels, String name) {
        return new QrImage(sidePixels, name);
    }

    /// Draws another text in its place, in squares as large as fit and of whole pixels.
    public void show(String text) {
        var code = QrDrawing.of(text);
        double side = canvas.getWidth();
        double square = Math.floor(side / (code.side() + 2 * QrDrawing.QUIET_ZONE));
        double margin = Math.floor((side - code.side() * square) / 2);
        var ink = canvas.getGraphicsContext2D();
        ink.setFill(Color.WHITE);
        ink.fillRect(0, 0, side, side);
        ink.setFill(Color.BLACK);
        for (int y = 0; y < code.side(); y++) {
            for (int x = 0; x < code.side(); x++) {
                if (code.isDark(x, y)) {
                    ink.fillRect(margin + x * square, margin + y * square, square, square);
                }
            }
        }
    }
}
