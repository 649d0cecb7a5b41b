package org.hearthkey.core.probe;

import java.io.EOFException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.HubTls;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Trouble;
import org.hearthkey.core.secret.SecretBytes;

/// Tries a RADIUS server as an access point would for a device that joins the network: EAP-TLS with TLS 1.2, to the end.
///
/// FreeRADIUS keeps the alert of TLS to itself. So a hub has it say in `Reply-Message` what its `Module-Failure-Message` is,
/// such as `OpenSSL says error 23 : certificate revoked`.
///
/// @param secret what the server shares with its access points; stays the caller's
record EapTlsTrial(
        ListenerAddress address, Certificate services, SecretBytes secret, SecureRandom random, Duration patience)
        implements Trial {
    @Override
    public Verdict attempt(ProbeIdentity identity) {
        var deadline = Deadline.in(patience);
        var name = identity.certificate().serial().hex();
        try (var server = RadiusConversation.with(address, secret, name, deadline, random)) {
            return attempt(EapTlsWire.begin(server, name), identity, deadline);
        } catch (IOException failed) {
            return Failing.verdict(failed, false);
        }
    }

    private Verdict attempt(EapTlsWire wire, ProbeIdentity identity, Deadline deadline) throws IOException {
        var engine =
                HubTls.proving(services, identity.certificate(), identity.key()).createSSLEngine();
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        try {
            new TlsDialog(engine, wire, deadline).handshake();
        } catch (EOFException ended) {
            // It ended EAP in the middle of TLS, without an alert.
            return wire.end().isPresent()
                    ? new Verdict.Refused(OpenSslWords.reason(wire.message()))
                    : new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL);
        }
        return wire.end()
                .<Verdict>map(let -> let ? new Verdict.Accepted() : new Verdict.Refused(Reason.NO_RIGHTS))
                .orElseGet(() -> new Verdict.Unreachable(Trouble.ANOTHER_PROTOCOL));
    }
}
