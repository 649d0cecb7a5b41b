package org.hearthkey.core.journal;

/// Keeps what one act changes, and its journal entry, together or not at all.
public interface Commits {
    /// Runs `work` and keeps all that it changed. If it throws, nothing of it was kept.
    ///
    /// @throws X whatever `work` throws
    /// @throws StoreException if the medium failed
    <R, X extends Exception> R commit(Work<R, X> work) throws X;

    /// One act.
    ///
    /// @param <R> what it answers
    /// @param <X> how it may fail
    @FunctionalInterface
    interface Work<R, X extends Exception> {
        R run() throws X;
    }
}
