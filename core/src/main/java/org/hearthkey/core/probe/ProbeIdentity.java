package org.hearthkey.core.probe;

import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SoftwareKey;

/// A certificate and its key, with which a listener is tried. Who opened the key closes it.
public record ProbeIdentity(Certificate certificate, SoftwareKey key) {
    public ProbeIdentity {
        if (!certificate.publicKey().equals(key.publicKey())) {
            throw new IllegalArgumentException("The key is not the certificate's");
        }
    }
}
