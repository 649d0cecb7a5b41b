package org.hearthkey.app.ui.timeline;

import java.time.Duration;
import java.time.Instant;

/// Where instants lie across the screen.
///
/// @param start the instant at pixel 0
/// @param secondsPerPixel between half an hour and about forty days
public record TimeScale(Instant start, double secondsPerPixel) {
    private static final double CLOSEST = Duration.ofMinutes(30).toSeconds();
    private static final double WIDEST = Duration.ofDays(40).toSeconds();
    /// Nobody looks further: a pan that goes on would overflow the calendar.
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final double MILLIS = 1_000;

    public TimeScale {
        secondsPerPixel = Math.clamp(secondsPerPixel, CLOSEST, WIDEST);
        start = start.isBefore(FIRST) ? FIRST : start;
        start = start.isAfter(LAST) ? LAST : start;
    }

    /// `span` across `width` pixels, with `today` a third from the left.
    public static TimeScale around(Instant today, Span span, double width) {
        return around(today, span.length().toSeconds() / width, width);
    }

    private static TimeScale around(Instant today, double secondsPerPixel, double width) {
        return new TimeScale(today, secondsPerPixel).panned(-width / 3);
    }

    /// As close as before, with `today` a third from the left again.
    public TimeScale backTo(Instant today, double width) {
        return around(today, secondsPerPixel, width);
    }

    public double x(Instant at) {
        return Duration.between(start, at).toMillis() / MILLIS / secondsPerPixel;
    }

    public Instant at(double x) {
        return start.plusMillis(Math.round(x * secondsPerPixel * MILLIS));
    }

    /// Moves on by so many pixels; back, if negative.
    public TimeScale panned(double pixels) {
        return new TimeScale(at(pixels), secondsPerPixel);
    }

    /// Shows `factor` times as much time; what is at pixel `anchor` stays there.
    public TimeScale zoomed(double factor, double anchor) {
        var closer = new TimeScale(start, secondsPerPixel * factor);
        return new TimeScale(at(anchor), closer.secondsPerPixel).panned(-anchor);
    }

    /// The span that this shows across `width` pixels, to a hundredth.
    public boolean shows(Span span, double width) {
        return Math.abs(secondsPerPixel * width / span.length().toSeconds() - 1) < 0.01;
    }
}
