package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private final Dates dates = new Dates(
            InstantSource.fixed(Instant.parse("2026-11-22T08:12:00Z")), ZoneOffset.UTC, Words.in(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:00:00Z, today",
        "2026-11-23T01:00:00Z, in 1 day",
        "2026-11-25T09:00:00Z, in 3 days",
        "2026-11-14T09:00:00Z, 8 days ago",
        "2027-05-22T09:00:00Z, in 6 months",
        "2042-03-12T09:00:00Z, in 15 years",
    })
    void saysHowFarOff(String at, String expected) {
        assertEquals(expected, dates.distance(Instant.parse(at)));
    }

    @Test
    void namesTheWeekdayOfNearDays() {
        assertEquals("Wed 25 Nov", dates.nearDay(Instant.parse("2026-11-25T09:00:00Z")));
        assertEquals("20 Feb 2027", dates.nearDay(Instant.parse("2027-02-20T09:00:00Z")));
    }

    @Test
    void leavesTheYearOutWhereThereIsLittleRoom() {
        assertEquals("14 Dec", dates.shortDay(Instant.parse("2026-12-14T09:00:00Z")));
        assertEquals("1 Mar 2031", dates.shortDay(Instant.parse("2031-03-01T09:00:00Z")));
    }

    @Test
    void tellsTheTimeOfToday() {
        var today = Instant.parse("2026-11-22T07:05:00Z");
        assertEquals("today at 07:05", dates.moment(today));
        assertEquals("07:05", dates.shortMoment(today));
        assertEquals("21 Nov 2026, 07:05", dates.moment(Instant.parse("2026-11-21T07:05:00Z")));
    }
}
