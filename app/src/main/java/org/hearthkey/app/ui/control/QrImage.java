package org.hearthkey.app.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.hearthkey.app.camera.QrDrawing;

/// A QR code: black on white in light and dark, with its quiet zone, for a telephone or a printer.
public final class QrImage extends StackPane {
    /// Draws a text that a code can hold.
    ///
    /// @param squarePixels how large one of its squares is drawn
    /// @param name what the screen reader says
    public QrImage(String text, int squarePixels, String name) {
        var code = QrDrawing.of(text);
        double side = (code.side() + 2 * QrDrawing.QUIET_ZONE) * squarePixels;
        var canvas = new Canvas(side, side);
        var ink = canvas.getGraphicsContext2D();
        ink.setFill(Color.WHITE);
        ink.fillRect(0, 0, side, side);
        ink.setFill(Color.BLACK);
        for (int y = 0; y < code.side(); y++) {
            for (int x = 0; x < code.side(); x++) {
                if (code.isDark(x, y)) {
                    double left = (x + QrDrawing.QUIET_ZONE) * squarePixels;
                    double top = (y + QrDrawing.QUIET_ZONE) * squarePixels;
                    ink.fillRect(left, top, squarePixels, squarePixels);
                }
            }
        }
        getChildren().setAll(canvas);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(name);
    }
}
