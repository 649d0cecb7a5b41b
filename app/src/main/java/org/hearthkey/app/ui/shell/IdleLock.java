package org.hearthkey.app.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Knows how long nobody has touched the window. It reads the clock instead of counting, so that a computer which slept
/// wakes up locked.
final class IdleLock {
    private final InstantSource clock;
    private Duration after;
    private Instant touched;

    IdleLock(InstantSource clock, Duration after) {
        this.clock = clock;
        this.after = after;
        this.touched = clock.instant();
    }

    void touch() {
        touched = clock.instant();
    }

    void after(Duration wanted) {
        after = wanted;
    }

    boolean isDue() {
        return left().isZero();
    }

    /// What is left until it is time to lock; never negative.
    Duration left() {
        var left = after.minus(Duration.between(touched, clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
