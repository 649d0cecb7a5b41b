package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.hearthkey.app.ui.timeline.RowLayout.Spot;

/// Draws what can be seen of the chart: the calendar, the rows and today's line.
final class ChartPainter {
    /// Where names stand; to the right of it lies time.
    static final double NAMES = 184;

    /// The calendar above the rows.
    static final double CALENDAR = 40;

    private static final Font PLAIN = Font.font("Hearthkey Sans", 12);
    private static final Font STRONG = Font.font("Hearthkey Sans SemiBold", 12);
    private static final double SECTION_Y = 12;
    private static final double STEP_Y = 28;
    private static final double LABEL_INSET = 5;
    private static final double FLAG_PADDING = 6;

    private final GraphicsContext gc;
    private final Function<Ink, Color> colors;
    private final double width;
    private final double height;

    ChartPainter(GraphicsContext gc, Function<Ink, Color> colors, double width, double height) {
        this.gc = gc;
        this.colors = colors;
        this.width = width;
        this.height = height;
    }

    /// @param rows reads a row; empty for a head or while it is being read
    /// @param scrolled how far the rows are scrolled down
    /// @param todayWords what the flag on today's line says
    void paint(
            RowLayout layout,
            Function<Spot, Optional<TimelineRow>> rows,
            Optional<Spot> chosen,
            double scrolled,
            TimeScale scale,
            List<Tick> ticks,
            Instant today,
            String todayWords) {
        gc.setFontSmoothingType(FontSmoothingType.GRAY);
        gc.setTextBaseline(VPos.CENTER);
        fill(Ink.PAPER, 0, 0, width, height);
        chosen.filter(spot -> !spot.isHead())
                .ifPresent(
                        spot -> fill(Ink.CHOSEN, 0, CALENDAR + layout.y(spot) - scrolled, width, RowLayout.ROW_HEIGHT));
        grid(ticks);
        var bars = new BarPainter(gc, colors, NAMES, width);
        for (var spot : layout.between(scrolled, scrolled + height - CALENDAR)) {
            double top = Math.rint(CALENDAR + layout.y(spot) - scrolled);
            if (spot.isHead()) {
                head(top);
            } else {
                rows.apply(spot).ifPresent(row -> row(bars, row, scale, top));
            }
        }
        double x = Math.rint(NAMES + scale.x(today));
        boolean visible = x >= NAMES && x <= width;
        if (visible) {
            fill(Ink.TODAY, x - 1, CALENDAR, 2, height - CALENDAR);
        }
        calendar(ticks, visible ? x : -width, todayWords);
        if (visible) {
            flag(x, todayWords);
        }
    }

    private void grid(List<Tick> ticks) {
        for (var tick : ticks) {
            double x = Math.rint(NAMES + tick.x());
            if (x > NAMES && tick.rank() == Tick.Rank.STEP) {
                fill(Ink.GRID, x, CALENDAR, 1, height - CALENDAR);
            }
        }
    }

    private void head(double top) {
        fill(Ink.HEAD, 0, top, width, RowLayout.HEAD_HEIGHT);
        fill(Ink.HEAD_LINE, 0, top, width, 1);
        fill(Ink.HEAD_LINE, 0, top + RowLayout.HEAD_HEIGHT - 1, width, 1);
    }

    private void row(BarPainter painter, TimelineRow row, TimeScale scale, double top) {
        gc.save();
        gc.beginPath();
        gc.rect(NAMES, top, width - NAMES, RowLayout.ROW_HEIGHT);
        gc.clip();
        row.bars().forEach(bar -> painter.paint(bar, scale, NAMES, top));
        row.callout().ifPresent(callout -> callout(painter, row, callout, scale, top));
        gc.restore();
    }

    /// Words behind the last bar; where there is no room behind it, on a patch of paper at the edge.
    private void callout(
            BarPainter painter, TimelineRow row, TimelineRow.Callout callout, TimeScale scale, double top) {
        double length = BarPainter.width(callout.words(), STRONG);
        double behind = Math.max(NAMES, NAMES + scale.x(callout.at())) + LABEL_INSET + 3;
        double x = Math.min(behind, width - length - LABEL_INSET);
        if (x < behind) {
            fill(Ink.PAPER, x - LABEL_INSET, top + 4, width - x + LABEL_INSET, BarPainter.HEIGHT);
        }
        var ink = row.bars().getLast().look() == Bar.Look.REVOKED ? Ink.REVOKED_TEXT : Ink.MUTED;
        painter.write(callout.words(), x, top + RowLayout.ROW_HEIGHT / 2, ink);
    }

    private void calendar(List<Tick> ticks, double todayX, String todayWords) {
        fill(Ink.PAPER, 0, 0, width, CALENDAR);
        fill(Ink.HEAD_LINE, 0, CALENDAR - 1, width, 1);
        double flagLeft = todayX - flagWidth(todayWords) / 2;
        double flagRight = todayX + flagWidth(todayWords) / 2;
        gc.save();
        gc.beginPath();
        gc.rect(NAMES, 0, width - NAMES, CALENDAR);
        gc.clip();
        var sections =
                ticks.stream().filter(tick -> tick.rank() == Tick.Rank.SECTION).toList();
        for (int i = 0; i < sections.size(); i++) {
            double at = NAMES + Math.max(0, sections.get(i).x()) + LABEL_INSET;
            double end = i + 1 < sections.size() ? NAMES + sections.get(i + 1).x() : width;
            double length = BarPainter.width(sections.get(i).label(), STRONG);
            if (at < flagRight + LABEL_INSET && at + length > flagLeft - LABEL_INSET) {
                at = flagRight + LABEL_INSET;
            }
            if (at + length < end) {
                write(sections.get(i).label(), at, SECTION_Y, STRONG, Ink.TEXT);
            }
        }
        for (var tick : ticks) {
            if (tick.rank() == Tick.Rank.STEP && tick.x() > -LABEL_INSET) {
                write(tick.label(), NAMES + tick.x() + LABEL_INSET, STEP_Y, PLAIN, Ink.MUTED);
            }
        }
        gc.restore();
    }

    private void flag(double x, String words) {
        double flagWidth = flagWidth(words);
        double left = Math.clamp(x - flagWidth / 2, NAMES, Math.max(NAMES, width - flagWidth));
        gc.setFill(colors.apply(Ink.TODAY));
        gc.fillRoundRect(left, SECTION_Y - 9, flagWidth, 17, 8, 8);
        fill(Ink.TODAY, x - 1, SECTION_Y, 2, CALENDAR - SECTION_Y);
        write(words, left + FLAG_PADDING, SECTION_Y, STRONG, Ink.TODAY_TEXT);
    }

    private static double flagWidth(String words) {
        return BarPainter.width(words, STRONG) + 2 * FLAG_PADDING;
    }

    private void write(String words, double x, double y, Font font, Ink ink) {
        gc.setFont(font);
        gc.setFill(colors.apply(ink));
        gc.fillText(words, x, y);
    }

    private void fill(Ink ink, double x, double y, double fillWidth, double fillHeight) {
        gc.setFill(colors.apply(ink));
        gc.fillRect(x, y, fillWidth, fillHeight);
    }
}
