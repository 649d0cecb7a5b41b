package org.hearthkey.core.attest;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;

/// A revocation list of a maker, whole as RFC 5280 has it. Unlike ours it may lack a number and an end.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5">RFC 5280, section 5</a>
final class MakerList {
    /// A list that only says what changed since another one.
    private static final String DELTA = "2.5.29.27";

    private static final int CRL_SIGN = 6;

    private final X509CRL list;

    private MakerList(X509CRL list) {
        this.list = list;
    }

    /// The list of which this is the DER, with nothing after it.
    static Optional<MakerList> read(byte[] der) {
        try {
            var list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            return Arrays.equals(list.getEncoded(), der) && list.getExtensionValue(DELTA) == null
                    ? Optional.of(new MakerList(list))
                    : Optional.empty();
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    /// Whether this certificate's key signed it, and may sign lists.
    boolean isSignedBy(Certificate issuer) {
        var uses = Optional.ofNullable(issuer.x509().getKeyUsage());
        if (!issuer.x509().getSubjectX500Principal().equals(list.getIssuerX500Principal())
                || uses.filter(bits -> bits[CRL_SIGN]).isEmpty()) {
            return false;
        }
        try {
            list.verify(issuer.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /// Since when a certificate of the list's issuer is revoked, if it is.
    Optional<Instant> revokes(X509Certificate certificate) {
        return Optional.ofNullable(list.getRevokedCertificate(certificate))
                .map(entry -> entry.getRevocationDate().toInstant());
    }

    /// What tells it from the maker's other lists.
    String issuer() {
        return list.getIssuerX500Principal().getName();
    }

    Instant begin() {
        return list.getThisUpdate().toInstant();
    }

    /// Whether it says how things are at that time, and not how they were or will be.
    boolean isCurrent(Instant at) {
        boolean over = Optional.ofNullable(list.getNextUpdate())
                .filter(end -> end.toInstant().isBefore(at))
                .isPresent();
        return !begin().isAfter(at) && !over;
    }
}
