package org.hearthkey.core.witness;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A question to a place that may never answer, such as a folder of a network that is gone. It is asked on a thread of its
/// own, which touches nothing of the home and is left behind if it hangs.
final class Asking<T> {
    /// How long all questions of one look are waited for together.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FutureTask<T> answer;

    private Asking(FutureTask<T> answer) {
        this.answer = answer;
    }

    static <T> Asking<T> begin(Callable<T> question) {
        var asked = new Asking<>(new FutureTask<>(question));
        Thread.ofPlatform().daemon().name("asks a witness").start(asked.answer);
        return asked;
    }

    /// The answer; nothing if there is none in time.
    ///
    /// @param until when patience ends, by [System#nanoTime()]
    /// @throws IOException if the place says that it failed
    Optional<T> within(long until) throws IOException {
        try {
            return Optional.of(answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }
}
