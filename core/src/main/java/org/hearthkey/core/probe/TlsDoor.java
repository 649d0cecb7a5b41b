package org.hearthkey.core.probe;

import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.HubTls;

/// Where TLS listeners let in.
///
/// @param services the issuer of the home's servers: whoever cannot show a certificate of it is not our hub
record TlsDoor(ListenerAddress address, Certificate services) {
    /// Servers of TLS 1.3 that send no tickets make us wait this long before we speak.
    private static final Duration JUDGMENT = Duration.ofSeconds(1);

    /// Goes through the handshake, and listens for what the server then thinks of our certificate.
    TlsDialog enter(ProbeIdentity identity, Deadline deadline) throws IOException {
        return enter(HubTls.proving(services, identity.certificate(), identity.key()), deadline);
    }

    /// Goes through the handshake as nobody.
    TlsDialog enter(Deadline deadline) throws IOException {
        return enter(HubTls.anonymous(services), deadline);
    }

    private TlsDialog enter(SSLContext context, Deadline deadline) throws IOException {
        var engine = context.createSSLEngine(address.host(), address.port());
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        var dialog = new TlsDialog(engine, SocketWire.to(address, deadline), deadline);
        try {
            dialog.handshake();
            dialog.awaitJudgment(JUDGMENT);
            return dialog;
        } catch (IOException turnedAway) {
            dialog.closeAfter(turnedAway);
            throw turnedAway;
        }
    }
}
