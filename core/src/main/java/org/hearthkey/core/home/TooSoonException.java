package org.hearthkey.core.home;

import java.time.Duration;

/// After too many wrong root passphrases the next must wait. Nothing was tried, and nothing has changed.
public final class TooSoonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration left;

    TooSoonException(Duration left) {
        super("The next root passphrase must wait " + left.toSeconds() + " s");
        this.left = left;
    }

    /// How long nothing is tried from now on.
    public Duration left() {
        return left;
    }
}
