package org.hearthkey.core.probe;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session that ends with its connection. What is said in it meanwhile is not listened to.
final class TlsSession implements LiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(TlsSession.class);

    private final TlsDialog dialog;

    TlsSession(TlsDialog dialog) {
        this.dialog = dialog;
    }

    @Override
    public Optional<Duration> endsWithin(Duration most) {
        long begun = System.nanoTime();
        var until = Deadline.in(most);
        try {
            while (true) {
                dialog.read(until);
            }
        } catch (SocketTimeoutException lasts) {
            return Optional.empty();
        } catch (IOException ended) {
            LOG.debug("The listener ended the session", ended);
            return Optional.of(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    @Override
    public void leave() {
        try {
            dialog.close();
        } catch (IOException gone) {
            LOG.debug("The session had ended before", gone);
        }
    }
}
