package org.hearthkey.core.transport;

import java.io.IOException;

/// Is told of every few bytes that went out.
@FunctionalInterface
public interface Sent {
    /// Nobody listens.
    Sent UNHEARD = _ -> {};

    /// So many bytes more are on their way.
    ///
    /// @throws IOException to stop here
    void bytes(int count) throws IOException;
}
