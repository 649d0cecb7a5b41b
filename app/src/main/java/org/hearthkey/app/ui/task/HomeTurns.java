package org.hearthkey.app.ui.task;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.hearthkey.core.deliver.Turns;
import org.hearthkey.core.journal.Commits;

/// Lets work on another thread come to the home for a moment at a time, on the home's own thread. What such work opens there
/// is handed over even when it is to stop, so that it is closed.
public final class HomeTurns implements Turns {
    private final Background home;

    /// @param home where all work on the home goes
    public HomeTurns(Background home) {
        this.home = home;
    }

    @Override
    public <T, X extends Exception> T take(Commits.Work<T, X> work) throws X {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for it any more");
        }
        var answer = new CompletableFuture<T>();
        try {
            home.run(work::run, answer::complete, answer::completeExceptionally);
        } catch (RejectedExecutionException closed) {
            throw cancelled(closed);
        }
        try {
            return waited(answer);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            @SuppressWarnings("unchecked") // it throws what it declares, or what nobody need declare
            var declared = (X) Objects.requireNonNull(failed.getCause());
            throw declared;
        }
    }

    private static CancellationException cancelled(RejectedExecutionException closed) {
        var cancelled = new CancellationException("The home takes no more work");
        cancelled.initCause(closed);
        return cancelled;
    }

    private static <T> T waited(CompletableFuture<T> answer) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
