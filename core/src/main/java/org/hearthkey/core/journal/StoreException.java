package org.hearthkey.core.journal;

/// The medium failed under the home. What was being done was not kept: the file is as it was after the last commit.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What the owner can do something about.
    public enum Cause {
        DISK_FULL,
        READ_ONLY,
        IO
    }

    private final Cause kind;

    public StoreException(Cause kind, Throwable failure) {
        super(kind.name(), failure);
        this.kind = kind;
    }

    public StoreException(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
