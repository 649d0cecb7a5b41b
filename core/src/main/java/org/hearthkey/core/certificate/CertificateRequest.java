package org.hearthkey.core.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.hearthkey.core.key.PublicKeyInfo;

/// A PKCS#10 request: a device's key, what it calls itself and what it would like in its certificate. Nothing in it is
/// granted because it was asked for.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc2986#section-4">RFC 2986, section 4</a>
public final class CertificateRequest {
    /// A larger request is refused unread.
    public static final int MAX_LENGTH = 65536;

    private static final Map<ASN1ObjectIdentifier, String> PROVING = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA",
            PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA",
            EdECObjectIdentifiers.id_Ed25519, "Ed25519");

    private final Der der;
    private final PublicKeyInfo publicKey;
    private final ProofOfPossession proof;
    private final Optional<String> commonName;
    private final Optional<String> serialNumber;
    private final List<String> requestedExtensions;
    private final boolean asksToBeAnIssuer;

    /// Reads everything at once, so that nothing malformed is left to throw later.
    private CertificateRequest(Der der, CertificationRequest request, PublicKeyInfo publicKey) throws IOException {
        var subject = request.getCertificationRequestInfo().getSubject();
        var extensions = extensions(request);
        this.der = der;
        this.publicKey = publicKey;
        this.proof = prove(request, publicKey);
        this.commonName = only(subject, BCStyle.CN);
        this.serialNumber = only(subject, BCStyle.SERIALNUMBER);
        this.requestedExtensions = extensions.stream()
                .flatMap(e -> Stream.of(e.getExtensionOIDs()))
                .map(ExtensionNames::of)
                .toList();
        this.asksToBeAnIssuer = extensions
                .map(BasicConstraints::fromExtensions)
                .filter(BasicConstraints::isCA)
                .isPresent();
    }

    /// Reads one request, strict DER or PEM, with nothing around it.
    public static Optional<CertificateRequest> parse(byte[] derOrPem) {
        if (derOrPem.length > MAX_LENGTH) {
            return Optional.empty();
        }
        return Certificate.isDer(derOrPem)
                ? read(new Der(derOrPem))
                : Pem.single(derOrPem, "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST")
                        .flatMap(CertificateRequest::read);
    }

    private static Optional<CertificateRequest> read(Der der) {
        try {
            var request = CertificationRequest.getInstance(der.bytes());
            var info = request.getCertificationRequestInfo();
            var publicKey = PublicKeyInfo.parse(info.getSubjectPublicKeyInfo().getEncoded("DER"));
            if (publicKey.isEmpty()
                    || info.getVersion().intValueExact() != 0
                    || !Arrays.equals(der.bytes(), request.getEncoded("DER"))) {
                return Optional.empty();
            }
            return Optional.of(new CertificateRequest(der, request, publicKey.get()));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            // Bouncy Castle answers malformed structures with any of these.
            return Optional.empty();
        }
    }

    /// @throws IllegalArgumentException if the attribute is there twice or is none
    private static Optional<Extensions> extensions(CertificationRequest request) {
        var attributes = request.getCertificationRequestInfo().getAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        var found = Arrays.stream(attributes.toArray())
                .map(Attribute::getInstance)
                .filter(a -> a.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest))
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var values = found.getFirst().getAttrValues();
        if (found.size() > 1 || values.size() != 1) {
            throw new IllegalArgumentException("Extensions asked for twice");
        }
        return Optional.of(Extensions.getInstance(values.getObjectAt(0)));
    }

    private static ProofOfPossession prove(CertificationRequest request, PublicKeyInfo key) throws IOException {
        var algorithm = PROVING.get(request.getSignatureAlgorithm().getAlgorithm());
        if (algorithm == null) {
            return ProofOfPossession.FAILED;
        }
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initVerify(key.jca());
            signature.update(request.getCertificationRequestInfo().getEncoded("DER"));
            return signature.verify(request.getSignature().getOctets())
                    ? ProofOfPossession.PROVEN
                    : ProofOfPossession.FAILED;
        } catch (GeneralSecurityException e) {
            // A key and an algorithm that do not go together, or a curve the JDK no longer has.
            return ProofOfPossession.FAILED;
        }
    }

    public Der der() {
        return der;
    }

    public String pem() {
        return new Pem("CERTIFICATE REQUEST", der).text();
    }

    public PublicKeyInfo publicKey() {
        return publicKey;
    }

    public ProofOfPossession proof() {
        return proof;
    }

    /// What the device calls itself; unchecked text.
    public Optional<String> commonName() {
        return commonName;
    }

    /// The serial number its maker gave it; unchecked text.
    public Optional<String> serialNumber() {
        return serialNumber;
    }

    /// The names of the extensions asked for, such as `subjectAltName`; one without a name is named by its number.
    public List<String> requestedExtensions() {
        return requestedExtensions;
    }

    /// Whether the device would like to sign certificates itself.
    public boolean asksToBeAnIssuer() {
        return asksToBeAnIssuer;
    }

    /// The one value of this kind in a name; empty where there is none or more than one.
    static Optional<String> only(X500Name subject, ASN1ObjectIdentifier type) {
        var found = subject.getRDNs(type);
        return found.length == 1 && found[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateRequest that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "request for " + publicKey;
    }
}
