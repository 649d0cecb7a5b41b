package org.hearthkey.app.ui.timeline;

import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/// Draws bars. Every state has a pattern of its own, so that nobody has to tell colors apart: plain is good, upright stripes
/// are the renewal window, slanted lines are past or revoked, dashes are what an issuer cuts short.
final class BarPainter {
    static final double HEIGHT = 16;

    private static final double RADIUS = 8;
    private static final double STRIPES_APART = 4;
    private static final double HATCHES_APART = 7;
    private static final double LEAST_PATTERNED = 9;
    private static final double LABEL_INSET = 8;
    private static final Font FONT = Font.font("Hearthkey Sans SemiBold", 12);

    private final GraphicsContext gc;
    private final Function<Ink, Color> colors;
    /// A bar that runs on over the edge is cut there; drawing it a little further hides its rounded corner.
    private final double left;
    private final double right;

    BarPainter(GraphicsContext gc, Function<Ink, Color> colors, double left, double right) {
        this.gc = gc;
        this.colors = colors;
        this.left = left - RADIUS;
        this.right = right + RADIUS;
        gc.setFontSmoothingType(FontSmoothingType.GRAY);
        gc.setTextBaseline(VPos.CENTER);
    }

    /// Draws a bar whose row begins at `top`; instants lie at `scale` from `origin` on.
    void paint(Bar bar, TimeScale scale, double origin, double top) {
        double from = Math.max(left, Math.rint(origin + scale.x(bar.from())));
        double to = Math.min(right, Math.rint(origin + scale.x(bar.to())));
        double y = top + (RowLayout.ROW_HEIGHT - HEIGHT) / 2;
        if (to > left && from < right && to > from) {
            var fill = fill(bar.look());
            var line = line(bar.look());
            gc.setFill(color(fill));
            if (to - from < LEAST_PATTERNED) {
                gc.fillRect(from, y, to - from, HEIGHT);
                edges(line, from, to, y);
                return;
            }
            gc.fillRoundRect(from, y, to - from, HEIGHT, RADIUS, RADIUS);
            double dueFrom =
                    bar.dueFrom().map(at -> Math.rint(origin + scale.x(at))).orElse(Math.rint(to));
            pattern(bar.look(), line, from, Math.max(from, dueFrom), to, y);
            gc.setStroke(color(line));
            gc.setLineWidth(1);
            gc.strokeRoundRect(from + 0.5, y + 0.5, Math.max(1, to - from - 1), HEIGHT - 1, RADIUS, RADIUS);
            label(bar, from, Math.min(to, dueFrom), y);
        }
        bar.ownEnd().ifPresent(end -> remainder(to, Math.min(right, Math.rint(origin + scale.x(end))), y, bar.look()));
    }

    /// From far away a pattern would be all line: such a bar shows its color and where it ends.
    private void edges(Ink line, double from, double to, double y) {
        gc.setFill(color(line));
        gc.fillRect(from, y, to - from, 1);
        gc.fillRect(from, y + HEIGHT - 1, to - from, 1);
        gc.fillRect(to - 1, y, 1, HEIGHT);
    }

    private void pattern(Bar.Look look, Ink line, double from, double dueFrom, double to, double y) {
        gc.save();
        gc.beginPath();
        gc.rect(from + 1, y + 1, to - from - 2, HEIGHT - 2);
        gc.clip();
        gc.setStroke(color(line));
        if (look == Bar.Look.PAST || look == Bar.Look.REVOKED) {
            gc.setLineWidth(1.2);
            // Counted from the left edge of the window, so that the pattern stands still while its bar is panned.
            double first = Math.floor((from - HEIGHT) / HATCHES_APART) * HATCHES_APART;
            for (double x = first; x < to; x += HATCHES_APART) {
                gc.strokeLine(x, y + HEIGHT, x + HEIGHT, y);
            }
        } else {
            gc.setLineWidth(1.6);
            for (double x = dueFrom + 1; x < to; x += STRIPES_APART) {
                gc.strokeLine(x, y, x, y + HEIGHT);
            }
        }
        gc.restore();
    }

    /// A thick tick where the issuer ends, dashes up to where the certificate itself would have ended.
    private void remainder(double from, double to, double y, Bar.Look look) {
        if (to <= from) {
            return;
        }
        gc.setStroke(color(line(look)));
        gc.setLineWidth(1);
        gc.setLineDashes(3, 3);
        gc.strokeRoundRect(from + 0.5, y + 0.5, to - from - 1, HEIGHT - 1, RADIUS, RADIUS);
        gc.setLineDashes();
        gc.setLineWidth(3);
        gc.strokeLine(from, y - 1, from, y + HEIGHT + 1);
    }

    private void label(Bar bar, double from, double to, double y) {
        double at = Math.max(from, left + RADIUS) + LABEL_INSET;
        if (!bar.label().isEmpty() && width(bar.label(), FONT) + LABEL_INSET < to - at) {
            write(bar.label(), at, y + HEIGHT / 2, bar.look() == Bar.Look.ROOT ? Ink.ROOT_TEXT : Ink.ISSUER_TEXT);
        }
    }

    /// Writes strong words with their middle at `y`.
    void write(String words, double x, double y, Ink ink) {
        gc.setFont(FONT);
        gc.setFill(color(ink));
        gc.fillText(words, x, y);
    }

    /// How wide words come out.
    static double width(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private Color color(Ink ink) {
        return colors.apply(ink);
    }

    private static Ink fill(Bar.Look look) {
        return switch (look) {
            case ROOT -> Ink.ROOT_FILL;
            case ISSUER -> Ink.ISSUER_FILL;
            case GOOD -> Ink.GOOD_FILL;
            case SOON -> Ink.SOON_FILL;
            case PAST -> Ink.PAST_FILL;
            case REVOKED -> Ink.REVOKED_FILL;
        };
    }

    private static Ink line(Bar.Look look) {
        return switch (look) {
            case ROOT -> Ink.ROOT_LINE;
            case ISSUER -> Ink.ISSUER_LINE;
            case GOOD -> Ink.GOOD_LINE;
            case SOON -> Ink.SOON_LINE;
            case PAST -> Ink.PAST_LINE;
            case REVOKED -> Ink.REVOKED_LINE;
        };
    }
}
