package org.hearthkey.app.ui.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// A stretch of the calendar.
enum CalendarUnit {
    DAY("d"),
    WEEK("d"),
    MONTH("MMM"),
    MONTH_OF_YEAR("MMM uuuu"),
    QUARTER("MMM"),
    YEAR("uuuu"),
    TWO_YEARS("uuuu"),
    FIVE_YEARS("uuuu"),
    TEN_YEARS("uuuu");

    private final String pattern;

    CalendarUnit(String pattern) {
        this.pattern = pattern;
    }

    /// How its first day is labelled, as a pattern for dates.
    String pattern() {
        return pattern;
    }

    /// The first day of the stretch that `day` is in.
    LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH, MONTH_OF_YEAR -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
            case YEAR, TWO_YEARS, FIVE_YEARS, TEN_YEARS ->
                LocalDate.of(Math.floorDiv(day.getYear(), years()) * years(), Month.JANUARY, 1);
        };
    }

    /// The first day of the stretch after the one that begins on `day`.
    LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.plusWeeks(1);
            case MONTH, MONTH_OF_YEAR -> day.plusMonths(1);
            case QUARTER -> day.plusMonths(3);
            case YEAR, TWO_YEARS, FIVE_YEARS, TEN_YEARS -> day.plusYears(years());
        };
    }

    private int years() {
        return switch (this) {
            case TEN_YEARS -> 10;
            case FIVE_YEARS -> 5;
            case TWO_YEARS -> 2;
            default -> 1;
        };
    }
}
