package org.hearthkey.core.store;

import java.util.ArrayDeque;
import java.util.Deque;

/// Things that are closed together, the last first.
final class Owned implements AutoCloseable {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    void add(Runnable closing) {
        closings.push(closing);
    }

    /// Hands everything on to another owner: closing this closes nothing then.
    Owned handedOn() {
        Owned next = new Owned();
        next.closings.addAll(closings);
        closings.clear();
        return next;
    }

    @Override
    public void close() {
        Runnable closing = closings.poll();
        if (closing != null) {
            try {
                closing.run();
            } finally {
                close();
            }
        }
    }
}
