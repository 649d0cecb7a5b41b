package org.hearthkey.core.probe;

import java.io.IOException;
import java.time.Duration;

/// What carries TLS records to the listener and back.
interface Wire extends AutoCloseable {
    void send(byte[] records) throws IOException;

    /// Some of what came; nothing at the end of the connection.
    ///
    /// @throws SocketTimeoutException if nothing came in that time
    byte[] receive(Duration most) throws IOException;

    @Override
    void close() throws IOException;
}
