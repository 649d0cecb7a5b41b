package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Set;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.ReadList;
import org.hearthkey.core.certificate.SerialNumber;

/// A revocation list of a bundle, as far as a bundle is judged by it.
///
/// @param named which of the certificates that were asked about it names
record FoundList(ReadList list, Set<SerialNumber> named) {
    FoundList {
        named = Set.copyOf(named);
    }

    BigInteger number() {
        return list.number();
    }

    Instant thisUpdate() {
        return list.thisUpdate();
    }

    Instant nextUpdate() {
        return list.nextUpdate();
    }

    boolean isGenuine() {
        return list.signedBy().isPresent();
    }

    boolean lists(SerialNumber serial) {
        return named.contains(serial);
    }

    /// Whether it is of the issuer of this certificate, and names it.
    boolean revokes(Certificate certificate) {
        return lists(certificate.serial())
                && list.issuer().equals(certificate.x509().getIssuerX500Principal());
    }
}
