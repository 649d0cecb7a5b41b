package org.hearthkey.app.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CalendarStepsTest {
    private static final Instant TODAY = Instant.parse("2026-11-22T09:00:00Z");
    private static final double WIDTH = 600;

    private final CalendarSteps calendar = new CalendarSteps(ZoneOffset.UTC, Locale.ENGLISH);

    private List<String> labels(Span span, Tick.Rank rank) {
        return calendar.ticks(TimeScale.around(TODAY, span, WIDTH), WIDTH).stream()
                .filter(tick -> tick.rank() == rank)
                .map(Tick::label)
                .toList();
    }

    @Test
    void labelsWeeksByTheirMondayWithinThreeMonths() {
        assertEquals(
                List.of("19", "26", "2", "9", "16", "23", "30", "7", "14", "21", "28", "4", "11", "18"),
                labels(Span.THREE_MONTHS, Tick.Rank.STEP));
        assertEquals(
                List.of("Oct 2026", "Nov 2026", "Dec 2026", "Jan 2027"), labels(Span.THREE_MONTHS, Tick.Rank.SECTION));
    }

    @Test
    void labelsMonthsWithinAYear() {
        assertEquals("Jul", labels(Span.ONE_YEAR, Tick.Rank.STEP).getFirst());
        assertEquals(13, labels(Span.ONE_YEAR, Tick.Rank.STEP).size());
        assertEquals(List.of("2026", "2027"), labels(Span.ONE_YEAR, Tick.Rank.SECTION));
    }

    @Test
    void labelsEveryOtherYearWithinTwentyFive() {
        assertEquals("2018", labels(Span.TWENTY_FIVE_YEARS, Tick.Rank.STEP).getFirst());
        assertEquals("2020", labels(Span.TWENTY_FIVE_YEARS, Tick.Rank.STEP).get(1));
        assertEquals(List.of(), labels(Span.TWENTY_FIVE_YEARS, Tick.Rank.SECTION));
    }

    @Test
    void leavesRoomForLabelsHoweverWideTheView() {
        for (double zoom = 0.02; zoom < 50; zoom *= 1.1) {
            var ticks =
                    calendar.ticks(TimeScale.around(TODAY, Span.ONE_YEAR, WIDTH).zoomed(zoom, 200), WIDTH);
            var steps =
                    ticks.stream().filter(tick -> tick.rank() == Tick.Rank.STEP).toList();
            for (int i = 1; i < steps.size(); i++) {
                assertTrue(
                        steps.get(i).x() - steps.get(i - 1).x() > 22,
                        steps.get(i).label());
            }
        }
    }
}
