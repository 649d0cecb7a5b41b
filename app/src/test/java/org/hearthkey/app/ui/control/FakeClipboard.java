package org.hearthkey.app.ui.control;

import java.time.Duration;
import java.util.Optional;

/// A clipboard without a desktop, and a clock that a test moves.
public final class FakeClipboard implements SecretClipboard.Board {
    private final SecretClipboard keeper = new SecretClipboard(this, this::later);
    private Optional<String> content = Optional.empty();
    private Optional<Runnable> due = Optional.empty();
    private Duration left = Duration.ZERO;

    public SecretClipboard keeper() {
        return keeper;
    }

    @Override
    public void put(String text) {
        content = Optional.of(text);
    }

    @Override
    public Optional<String> text() {
        return content;
    }

    @Override
    public void empty() {
        content = Optional.empty();
    }

    /// Lets time pass.
    void pass(Duration time) {
        left = left.minus(time);
        if (!left.isPositive()) {
            var work = due;
            due = Optional.empty();
            work.ifPresent(Runnable::run);
        }
    }

    boolean isWaiting() {
        return due.isPresent();
    }

    private Runnable later(Duration after, Runnable work) {
        left = after;
        due = Optional.of(work);
        return () -> due = Optional.empty();
    }
}
