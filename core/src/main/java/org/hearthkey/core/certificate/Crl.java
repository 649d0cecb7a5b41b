package org.hearthkey.core.certificate;

import java.io.ByteArrayInputStream;
import java.lang.ref.SoftReference;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.hearthkey.core.key.Fingerprint;

/// A full revocation list as it was signed, read by the JDK where somebody looks into it.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5">RFC 5280, section 5</a>
public final class Crl {
    static final String LABEL = "X509 CRL";

    /// Room for a million entries; a larger list is refused unread.
    private static final int MAX_LENGTH = 64 << 20;

    private static final String CRL_NUMBER = "2.5.29.20";

    private final Der der;
    private final BigInteger number;
    private final Instant thisUpdate;
    private final Instant nextUpdate;

    /// The JDK's reading takes many times the room of the list itself, so it is let go of when memory runs short.
    private Optional<SoftReference<X509CRL>> x509;

    private Crl(Der der, BigInteger number, Instant thisUpdate, Instant nextUpdate, Optional<X509CRL> x509) {
        this.der = der;
        this.number = number;
        this.thisUpdate = thisUpdate;
        this.nextUpdate = nextUpdate;
        this.x509 = x509.map(SoftReference::new);
    }

    /// A list that was read, or signed by us, before it was kept: it is not read again before somebody looks into it.
    public static Crl kept(byte[] der, BigInteger number, Instant thisUpdate, Instant nextUpdate) {
        return new Crl(new Der(der), number, thisUpdate, nextUpdate, Optional.empty());
    }

    /// Reads one list, DER or PEM, with nothing around it.
    ///
    /// @throws CRLException if these bytes are none, or it has no number or no end, which RFC 5280 wants both
    public static Crl read(byte[] derOrPem) throws CRLException {
        if (derOrPem.length > MAX_LENGTH) {
            throw new CRLException("A list of " + derOrPem.length + " bytes is refused unread");
        }
        var der = Certificate.isDer(derOrPem)
                ? new Der(derOrPem)
                : Pem.single(derOrPem, LABEL).orElseThrow(() -> new CRLException("Not one revocation list"));
        var x509 = x509(der);
        if (!Arrays.equals(der.bytes(), x509.getEncoded())) {
            throw new CRLException("Something follows the list");
        }
        var nextUpdate = Optional.ofNullable(x509.getNextUpdate()).orElseThrow(() -> new CRLException("No nextUpdate"));
        return new Crl(
                der, readNumber(x509), x509.getThisUpdate().toInstant(), nextUpdate.toInstant(), Optional.of(x509));
    }

    private static X509CRL x509(Der der) throws CRLException {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der.bytes()));
        } catch (CertificateException e) {
            throw new IllegalStateException("Every Java has X.509", e);
        }
    }

    private static BigInteger readNumber(X509CRL x509) throws CRLException {
        byte[] extension = x509.getExtensionValue(CRL_NUMBER);
        if (extension == null) {
            throw new CRLException("No number");
        }
        try {
            return ASN1Integer.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets())
                    .getPositiveValue();
        } catch (IllegalArgumentException e) {
            throw new CRLException("No number", e);
        }
    }

    public Der der() {
        return der;
    }

    public String pem() {
        return new Pem(LABEL, der).text();
    }

    /// The list as the JDK's own classes use it.
    public X509CRL x509() {
        return x509.flatMap(held -> Optional.ofNullable(held.get())).orElseGet(this::readAgain);
    }

    private X509CRL readAgain() {
        try {
            var read = x509(der);
            x509 = Optional.of(new SoftReference<>(read));
            return read;
        } catch (CRLException unreadable) {
            throw new IllegalStateException("It was read before", unreadable);
        }
    }

    /// Higher than that of any list of this issuer before.
    public BigInteger number() {
        return number;
    }

    public Instant thisUpdate() {
        return thisUpdate;
    }

    public Instant nextUpdate() {
        return nextUpdate;
    }

    /// How many certificates it revokes.
    public int size() {
        var entries = x509().getRevokedCertificates();
        return entries == null ? 0 : entries.size();
    }

    public boolean lists(SerialNumber serial) {
        return x509().getRevokedCertificate(serial.value()) != null;
    }

    public String issuer() {
        return X500Name.getInstance(x509().getIssuerX500Principal().getEncoded())
                .toString();
    }

    /// The SHA-256 of the whole list.
    public Fingerprint fingerprint() {
        return Fingerprint.of(der.bytes());
    }

    /// Whether this list names `issuer` and that one's key made its signature. Nothing else is looked at.
    public boolean isSignedBy(Certificate issuer) {
        if (!x509().getIssuerX500Principal().equals(issuer.x509().getSubjectX500Principal())) {
            return false;
        }
        try {
            x509().verify(issuer.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crl that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "list " + number + " of " + issuer();
    }
}
