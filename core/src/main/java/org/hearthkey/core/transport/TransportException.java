package org.hearthkey.core.transport;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something on the way to a hub did not go as it should.
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final transient @Nullable HostKey shown;

    public TransportException(Trouble trouble, String message) {
        super(message);
        this.trouble = trouble;
        this.shown = null;
    }

    public TransportException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
        this.shown = null;
    }

    /// The SSH server showed a key that is not the known one.
    TransportException(Trouble trouble, HostKey shown) {
        super(trouble + ": " + shown);
        this.trouble = trouble;
        this.shown = shown;
    }

    public Trouble trouble() {
        return trouble;
    }

    /// The key that the SSH server showed, where that is the trouble.
    public Optional<HostKey> shown() {
        return Optional.ofNullable(shown);
    }
}
