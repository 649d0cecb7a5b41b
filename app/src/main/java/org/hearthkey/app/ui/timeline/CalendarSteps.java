package org.hearthkey.app.ui.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Divides the visible time into days, weeks, months or years, whichever leave room for their labels.
final class CalendarSteps {
    private final ZoneId zone;
    private final Locale locale;

    CalendarSteps(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.locale = locale;
    }

    /// The steps that lie in the window, and the sections that reach into it.
    List<Tick> ticks(TimeScale scale, double width) {
        var step = Step.fitting(scale);
        var ticks = new ArrayList<>(ticks(scale, width, step.unit, Tick.Rank.STEP));
        step.section().ifPresent(section -> ticks.addAll(ticks(scale, width, section, Tick.Rank.SECTION)));
        return ticks;
    }

    private List<Tick> ticks(TimeScale scale, double width, CalendarUnit unit, Tick.Rank rank) {
        var ticks = new ArrayList<Tick>();
        var label = DateTimeFormatter.ofPattern(unit.pattern(), locale);
        var day = unit.begin(LocalDate.ofInstant(scale.start(), zone));
        double x = x(scale, day);
        while (x < width) {
            ticks.add(new Tick(x, label.format(day), rank));
            day = unit.next(day);
            x = x(scale, day);
        }
        return ticks;
    }

    private double x(TimeScale scale, LocalDate day) {
        return scale.x(day.atStartOfDay(zone).toInstant());
    }

    /// What is labelled, from close to wide.
    private enum Step {
        DAYS(CalendarUnit.DAY, ChronoUnit.DAYS.getDuration(), 24),
        WEEKS(CalendarUnit.WEEK, ChronoUnit.WEEKS.getDuration(), 24),
        MONTHS(CalendarUnit.MONTH, ChronoUnit.MONTHS.getDuration(), 30),
        QUARTERS(CalendarUnit.QUARTER, ChronoUnit.MONTHS.getDuration().multipliedBy(3), 30),
        YEARS(CalendarUnit.YEAR, ChronoUnit.YEARS.getDuration(), 44),
        TWO_YEARS(CalendarUnit.TWO_YEARS, ChronoUnit.YEARS.getDuration().multipliedBy(2), 44),
        FIVE_YEARS(CalendarUnit.FIVE_YEARS, ChronoUnit.YEARS.getDuration().multipliedBy(5), 44),
        TEN_YEARS(CalendarUnit.TEN_YEARS, ChronoUnit.DECADES.getDuration(), 0);

        private final CalendarUnit unit;
        private final Duration length;
        private final double leastPixels;

        Step(CalendarUnit unit, Duration length, double leastPixels) {
            this.unit = unit;
            this.length = length;
            this.leastPixels = leastPixels;
        }

        static Step fitting(TimeScale scale) {
            for (var step : values()) {
                if (step.length.toSeconds() / scale.secondsPerPixel() >= step.leastPixels) {
                    return step;
                }
            }
            return TEN_YEARS;
        }

        /// What the steps belong to, unless their own labels say it.
        Optional<CalendarUnit> section() {
            return switch (this) {
                case DAYS, WEEKS -> Optional.of(CalendarUnit.MONTH_OF_YEAR);
                case MONTHS, QUARTERS -> Optional.of(CalendarUnit.YEAR);
                case YEARS, TWO_YEARS, FIVE_YEARS, TEN_YEARS -> Optional.empty();
            };
        }
    }
}
