package org.hearthkey.core.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.PublicKeyInfo;

/// An X.509 certificate as it was signed, read by the JDK. That it can be read says nothing about its worth: [Chain]
/// checks who vouches for it and [Lint] whether it keeps the rules.
public final class Certificate {
    static final String LABEL = "CERTIFICATE";

    /// More than any certificate of a home; a larger one is refused unread.
    private static final int MAX_LENGTH = 65536;

    private final Der der;
    private final X509Certificate x509;
    private final PublicKeyInfo publicKey;

    private Certificate(Der der, X509Certificate x509, PublicKeyInfo publicKey) {
        this.der = der;
        this.x509 = x509;
        this.publicKey = publicKey;
    }

    /// Reads one certificate, DER or PEM, with nothing around it.
    ///
    /// @throws CertificateException if these bytes are none, or its key is of no kind that we read
    public static Certificate read(byte[] derOrPem) throws CertificateException {
        if (derOrPem.length > MAX_LENGTH) {
            throw new CertificateException("A certificate of " + derOrPem.length + " bytes is refused unread");
        }
        var der = isDer(derOrPem)
                ? new Der(derOrPem)
                : Pem.single(derOrPem, LABEL).orElseThrow(() -> new CertificateException("Not one certificate"));
        var bytes = der.bytes();
        var x509 = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        // The JDK's factory stops at the end of the certificate and does not look at what follows.
        if (!Arrays.equals(bytes, x509.getEncoded())) {
            throw new CertificateException("Something follows the certificate");
        }
        var publicKey = PublicKeyInfo.parse(x509.getPublicKey().getEncoded())
                .orElseThrow(() -> new CertificateException("A key of a kind we do not read"));
        return new Certificate(der, x509, publicKey);
    }

    static boolean isDer(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == 0x30;
    }

    public Der der() {
        return der;
    }

    public String pem() {
        return new Pem(LABEL, der).text();
    }

    /// The certificate as the JDK's own classes use it.
    public X509Certificate x509() {
        return x509;
    }

    public SerialNumber serial() {
        return new SerialNumber(x509.getSerialNumber());
    }

    /// The SHA-256 of the whole certificate.
    public Fingerprint fingerprint() {
        return Fingerprint.of(der.bytes());
    }

    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    /// Whether it has begun and not ended, both ends included.
    public boolean isInForce(Instant at) {
        return !at.isBefore(notBefore()) && !at.isAfter(notAfter());
    }

    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    /// The subject in the order of the certificate, such as `O=k3pw7xqa,OU=zone lighting,CN=Desk lamp`.
    public String subject() {
        return text(x509.getSubjectX500Principal());
    }

    /// What the subject is called, where it has one common name.
    public Optional<String> commonName() {
        return CertificateRequest.only(
                X500Name.getInstance(x509.getSubjectX500Principal().getEncoded()), BCStyle.CN);
    }

    /// The subject as a broker that uses OpenSSL names its client, such as
    /// `serialNumber=...,CN=Desk lamp,OU=zone lighting,O=k3pw7xqa`.
    public String subjectAtBroker() {
        return BrokerName.of(X500Name.getInstance(x509.getSubjectX500Principal().getEncoded()));
    }

    /// The issuer in the order of the certificate.
    public String issuer() {
        return text(x509.getIssuerX500Principal());
    }

    public boolean isSelfIssued() {
        return x509.getSubjectX500Principal().equals(x509.getIssuerX500Principal());
    }

    /// Whether this certificate names `issuer` and that one's key made its signature. Nothing else is looked at.
    public boolean isSignedBy(Certificate issuer) {
        if (!x509.getIssuerX500Principal().equals(issuer.x509.getSubjectX500Principal())) {
            return false;
        }
        try {
            x509.verify(issuer.x509.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String text(X500Principal name) {
        return X500Name.getInstance(name.getEncoded()).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return subject() + " " + fingerprint();
    }
}
