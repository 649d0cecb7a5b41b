package org.hearthkey.core.store;

/// The medium failed under the store. Tables and file are as they were after the last commit.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What the owner can do something about.
    public enum Cause {
        DISK_FULL,
        READ_ONLY,
        IO
    }

    private final Cause kind;

    StoreException(Cause kind, Throwable failure) {
        super(kind.name(), failure);
        this.kind = kind;
    }

    StoreException(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }
}
