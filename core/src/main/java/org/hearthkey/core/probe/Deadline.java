package org.hearthkey.core.probe;

import java.net.SocketTimeoutException;
import java.time.Duration;

/// When an exchange has to be over. Goes by the clock that nobody sets.
record Deadline(long nanos) {
    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /// @throws SocketTimeoutException if nothing remains
    Duration remaining() throws SocketTimeoutException {
        var remaining = Duration.ofNanos(nanos - System.nanoTime());
        if (remaining.toMillis() <= 0) {
            throw new SocketTimeoutException("The time is over");
        }
        return remaining;
    }
}
