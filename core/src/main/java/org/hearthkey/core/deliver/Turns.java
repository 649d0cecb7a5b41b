package org.hearthkey.core.deliver;

import org.hearthkey.core.journal.Commits;

/// How work that waits for a network comes to the home: for a moment at a time. Between its turns others work on the home.
public interface Turns {
    /// Each turn is taken on the spot, for whoever has the home to himself and may keep it waiting.
    Turns ON_THE_SPOT = new Turns() {
        @Override
        public <T, X extends Exception> T take(Commits.Work<T, X> work) throws X {
            return work.run();
        }
    };

    /// Waits until the home is free, works on it, and lets it go.
    ///
    /// @throws X whatever `work` throws
    /// @throws CancellationException if the home was locked meanwhile, or nobody waits for what comes of it any more
    <T, X extends Exception> T take(Commits.Work<T, X> work) throws X;
}
