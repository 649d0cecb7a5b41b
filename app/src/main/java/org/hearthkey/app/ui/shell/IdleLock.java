package org.hearthkey.app.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Knows whether it is time to lock: nobody has touched the window for too long, or the computer has slept. It is asked
/// once a second and reads the clock instead of counting; a clock that jumped between two askings means sleep, or that
/// nobody can tell how long it was.
final class IdleLock {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private final InstantSource clock;
    private Duration after;
    private Instant touched;
    private Instant asked;
    private boolean jumped;

    IdleLock(InstantSource clock, Duration after) {
        this.clock = clock;
        this.after = after;
        touched = clock.instant();
        asked = touched;
    }

    /// Begins anew: somebody has just proven to be there.
    void begin() {
        touched = clock.instant();
        asked = touched;
        jumped = false;
    }

    /// Somebody is at the window, which after a sleep may be anybody.
    void touch() {
        look();
        touched = asked;
    }

    void after(Duration wanted) {
        after = wanted;
    }

    /// To be asked once a second.
    boolean isDue() {
        look();
        return jumped || left().isZero();
    }

    /// What is left until it is time to lock; never negative.
    Duration left() {
        var left = after.minus(Duration.between(touched, clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void look() {
        var now = clock.instant();
        jumped |= now.isBefore(asked) || now.isAfter(asked.plus(LONGEST_STEP));
        asked = now;
    }
}
