package org.hearthkey.app.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final Instant TODAY = Instant.parse("2026-11-22T09:00:00Z");
    private static final double WIDTH = 600;
    private static final double PIXEL = 0.01;

    private final TimeScale year = TimeScale.around(TODAY, Span.ONE_YEAR, WIDTH);

    @Test
    void putsTodayAThirdFromTheLeft() {
        assertEquals(WIDTH / 3, year.x(TODAY), PIXEL);
    }

    @Test
    void showsAsMuchAsTheSpanSays() {
        assertEquals(WIDTH, year.x(year.start().plus(Span.ONE_YEAR.length())), PIXEL);
        assertTrue(year.shows(Span.ONE_YEAR, WIDTH));
        assertFalse(year.zoomed(1.25, 0).shows(Span.ONE_YEAR, WIDTH));
    }

    @Test
    void findsTheInstantBackThatItPlaced() {
        for (var at : new Instant[] {TODAY, TODAY.minus(Duration.ofDays(9_000)), TODAY.plus(Duration.ofDays(7_300))}) {
            assertTrue(Duration.between(at, year.at(year.x(at))).abs().toMillis() <= 1);
        }
    }

    @Test
    void zoomsAroundThePointer() {
        var under = year.at(417);
        assertEquals(417, year.zoomed(0.5, 417).x(under), PIXEL);
        assertEquals(417, year.zoomed(4, 417).x(under), PIXEL);
    }

    @Test
    void zoomsNoCloserThanHalfAnHourAPixelAndNoWiderThanFortyDays() {
        assertEquals(1_800, year.zoomed(1e-9, 100).secondsPerPixel());
        assertEquals(40 * 86_400, year.zoomed(1e9, 100).secondsPerPixel());
    }

    @Test
    void pansToTheEndsOfTheCalendarAndNoFurther() {
        assertEquals(Instant.parse("1970-01-01T00:00:00Z"), year.panned(-1e7).start());
        assertEquals(Instant.parse("2200-01-01T00:00:00Z"), year.panned(1e7).start());
    }

    @Test
    void comesBackToTodayWithoutZooming() {
        var lost = year.zoomed(3, 10).panned(4_000);
        assertEquals(WIDTH / 3, lost.backTo(TODAY, WIDTH).x(TODAY), PIXEL);
        assertEquals(lost.secondsPerPixel(), lost.backTo(TODAY, WIDTH).secondsPerPixel());
    }
}
