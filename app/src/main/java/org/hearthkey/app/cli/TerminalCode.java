package org.hearthkey.app.cli;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.app.camera.QrDrawing;

/// A code drawn in a terminal: two rows of squares a line, in black on white whatever colors the terminal has.
final class TerminalCode {
    /// What the terminal must be able to show.
    static final String SIGNS = "\u2580\u2584\u2588";

    private static final String UPPER = SIGNS.substring(0, 1);
    private static final String LOWER = SIGNS.substring(1, 2);
    private static final String BOTH = SIGNS.substring(2);

    /// Black signs on white, of the colors that no theme changes.
    private static final String INK = "\u001b[38;5;16;48;5;231m";

    private static final String PLAIN = "\u001b[0m";

    private TerminalCode() {}

    /// The lines of the drawing, its light frame included.
    static Stream<String> lines(QrDrawing code) {
        int first = -QrDrawing.QUIET_ZONE;
        int end = code.side() + QrDrawing.QUIET_ZONE;
        return IntStream.iterate(first, y -> y < end, y -> y + 2).mapToObj(y -> {
            var line = new StringBuilder(INK);
            for (int x = first; x < end; x++) {
                line.append(sign(isDark(code, x, y), isDark(code, x, y + 1)));
            }
            return line.append(PLAIN).toString();
        });
    }

    private static String sign(boolean upper, boolean lower) {
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : " ";
    }

    private static boolean isDark(QrDrawing code, int x, int y) {
        return x >= 0 && y >= 0 && x < code.side() && y < code.side() && code.isDark(x, y);
    }
}
