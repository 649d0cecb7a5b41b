package org.hearthkey.core.witness;

/// Nothing was signed, because of how the home's file stands. Nothing was changed.
public final class BlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Standing.Blocking reason;

    public BlockedException(Standing.Blocking reason) {
        super(reason.getClass().getSimpleName());
        this.reason = reason;
    }

    public Standing.Blocking reason() {
        return reason;
    }
}
