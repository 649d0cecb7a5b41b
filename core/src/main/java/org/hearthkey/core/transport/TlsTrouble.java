package org.hearthkey.core.transport;

import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// Whose fault it is that TLS does not come about.
final class TlsTrouble {
    private TlsTrouble() {}

    static Trouble of(SSLException failed) {
        // TLS 1.3: a server says after the handshake that it does not want us.
        if (Objects.toString(failed.getMessage(), "").contains("fatal alert")) {
            return Trouble.TURNED_AWAY;
        }
        return failed instanceof SSLHandshakeException ? Trouble.NOT_OUR_SERVER : Trouble.BROKEN;
    }
}
