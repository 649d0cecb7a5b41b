package org.hearthkey.core.certificate;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A certificate with those that vouch for it, up to but without the one that is trusted.
///
/// The JDK's own PKIX validator judges; nothing is fetched from a network. It does not look at the name constraints of
/// the trusted certificate itself: to have a zone's twin judged with its constraints, put it at the end of the path and
/// trust it as well.
///
/// @param certificates the end first, each signed by the next, the last by the trusted one
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6">RFC 5280, section 6</a>
public record Chain(List<Certificate> certificates) {
    public Chain {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("A chain has at least one certificate");
        }
    }

    public Chain(Certificate... certificates) {
        this(List.of(certificates));
    }

    /// What the validator has against this chain at a moment, revocation left aside; empty if nothing.
    public Optional<Complaint> complaint(Certificate trusted, Instant at) {
        return complaint(trusted, at, parameters -> parameters.setRevocationEnabled(false));
    }

    /// What the validator has against this chain at a moment; empty if nothing. Every certificate of the chain must be
    /// covered by one of the lists.
    public Optional<Complaint> complaint(Certificate trusted, Instant at, List<Crl> lists) {
        // The default checker: one asked for by name would go and fetch lists from the addresses in the certificates.
        return complaint(trusted, at, parameters -> {
            parameters.setRevocationEnabled(true);
            parameters.addCertStore(CertStore.getInstance(
                    "Collection",
                    new CollectionCertStoreParameters(
                            lists.stream().map(Crl::x509).toList())));
        });
    }

    private Optional<Complaint> complaint(Certificate trusted, Instant at, Setup setup) {
        try {
            var path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(
                            certificates.stream().map(Certificate::x509).toList());
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.x509(), null)));
            parameters.setDate(Date.from(at));
            setup.on(parameters);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(new Complaint(
                    e.getReason().toString(),
                    e.getIndex(),
                    Optional.ofNullable(e.getMessage()).orElse("")));
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalArgumentException("Not a trusted certificate the JDK can use", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has X.509 and PKIX", e);
        }
    }

    /// What the JDK's validator said.
    ///
    /// @param reason the JDK's name for it, such as `REVOKED` or `INVALID_NAME`
    /// @param index the position in the chain, or -1
    public record Complaint(String reason, int index, String text) {
        @Override
        public String toString() {
            return reason + " at " + index + ": " + text;
        }
    }

    private interface Setup {
        void on(PKIXParameters parameters) throws GeneralSecurityException;
    }
}
