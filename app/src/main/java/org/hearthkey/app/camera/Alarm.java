package org.hearthkey.app.camera;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Calls back when a time is over. A test calls back by hand.
public interface Alarm {
    /// Calls `act` once, after `wait`, on a thread of its own, unless it is told before that it need not.
    ///
    /// @return tells that it need not
    Runnable after(Duration wait, Runnable act);

    /// By the clock.
    static Alarm byTheClock() {
        return (wait, act) -> {
            var later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
            var alarm = CompletableFuture.runAsync(act, later);
            return () -> alarm.cancel(false);
        };
    }
}
