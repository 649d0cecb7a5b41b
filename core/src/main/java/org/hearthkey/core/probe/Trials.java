package org.hearthkey.core.probe;

import java.security.SecureRandom;
import java.time.Duration;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.secret.SecretBytes;

/// Trials for the listeners of a home.
public final class Trials {
    private final Certificate services;
    private final Duration patience;
    private final SecureRandom random;

    /// @param services the issuer of the home's servers: whoever cannot show a certificate of it is not our hub
    /// @param patience how long one attempt may take
    public Trials(Certificate services, Duration patience, SecureRandom random) {
        this.services = services;
        this.patience = patience;
        this.random = random;
    }

    /// For MQTT and HTTPS.
    ///
    /// @throws IllegalArgumentException for EAP-TLS; see [#at(ListenerAddress, SecretBytes)]
    public Trial at(ListenerAddress address) {
        var door = new TlsDoor(address, services);
        return switch (address.kind()) {
            case MQTT -> new MqttTrial(door, patience);
            case HTTPS -> new HttpsTrial(door, patience);
            case EAP_TLS -> throw new IllegalArgumentException("RADIUS takes a shared secret");
        };
    }

    /// For EAP-TLS.
    ///
    /// @param shared what the RADIUS server shares with its access points; stays the caller's, open until the last attempt
    public Trial at(ListenerAddress address, SecretBytes shared) {
        if (address.kind() != ListenerAddress.Kind.EAP_TLS) {
            throw new IllegalArgumentException("Only RADIUS takes a shared secret");
        }
        return new EapTlsTrial(address, services, shared, random, patience);
    }
}
