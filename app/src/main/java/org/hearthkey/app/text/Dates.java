package org.hearthkey.app.text;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Days as people say them: `25 Nov 2026`, near ones with their weekday, and always how far off.
public final class Dates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int NEAR_DAYS = 60;
    private static final int TEN_MONTHS = 300;
    private static final int DAYS_IN_MONTHS = 120;
    private static final int DAYS_IN_YEARS = 730;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Words words;

    public Dates(InstantSource clock, ZoneId zone, Words words) {
        this.clock = clock;
        this.zone = zone;
        this.words = words;
    }

    /// `25 Nov 2026`
    public String day(Instant at) {
        return DAY.format(date(at));
    }

    /// `Wed 25 Nov` within two months of today, else `25 Nov 2026`.
    public String nearDay(Instant at) {
        return Math.abs(daysUntil(at)) <= NEAR_DAYS ? NEAR.format(date(at)) : day(at);
    }

    /// `25 Nov` within ten months of today, else `25 Nov 2026`: for places with little room.
    public String shortDay(Instant at) {
        return Math.abs(daysUntil(at)) <= TEN_MONTHS ? SHORT.format(date(at)) : day(at);
    }

    /// `25 Nov 09:00` within ten months of today, else `25 Nov 2026`: for a column of moments.
    public String shortDayAndTime(Instant at) {
        return Math.abs(daysUntil(at)) <= TEN_MONTHS ? shortDay(at) + " " + TIME.format(at.atZone(zone)) : day(at);
    }

    /// `08:12` today, else the short day.
    public String shortMoment(Instant at) {
        return daysUntil(at) == 0 ? TIME.format(at.atZone(zone)) : shortDay(at);
    }

    /// `Wed 25 Nov, 09:00` within two months of today, else `25 Nov 2026, 09:00`.
    public String nearDayAndTime(Instant at) {
        return nearDay(at) + ", " + TIME.format(at.atZone(zone));
    }

    /// `25 Nov 2026, 09:00`
    public String dayAndTime(Instant at) {
        return day(at) + ", " + TIME.format(at.atZone(zone));
    }

    /// `25 Nov 2026, 09:00` where this computer stands, for words that know no other clock.
    static String dayAndTimeHere(Instant at) {
        var here = at.atZone(ZoneId.systemDefault());
        return DAY.format(here) + ", " + TIME.format(here);
    }

    /// `today at 08:12`, else the day and the time.
    public String moment(Instant at) {
        return daysUntil(at) == 0 ? words.text("dates.today.moment", TIME.format(at.atZone(zone))) : dayAndTime(at);
    }

    /// How far off a day is: `today`, `in 3 days`, `8 days ago`, `in 5 months`, `in 19 years`.
    public String distance(Instant at) {
        long days = daysUntil(at);
        if (days == 0) {
            return words.text("dates.today.distance");
        }
        return words.text(days > 0 ? "dates.ahead.distance" : "dates.ago.distance", span(Math.abs(days)));
    }

    /// A length in days as people say it: `1 day`, `35 days`, `5 months`, `19 years`.
    public String span(long days) {
        if (days < DAYS_IN_MONTHS) {
            return words.text("dates.days.span", days);
        }
        return days < DAYS_IN_YEARS
                ? words.text("dates.months.span", Math.round(days / 30.44))
                : words.text("dates.years.span", Math.round(days / 365.25));
    }

    /// Whole calendar days from today; negative in the past.
    public long daysUntil(Instant at) {
        return ChronoUnit.DAYS.between(date(clock.instant()), date(at));
    }

    /// Where days begin and end.
    public ZoneId zone() {
        return zone;
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
