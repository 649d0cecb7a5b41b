package org.hearthkey.core.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTNamedCurves;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECAlgorithms;

/// A public key in the one encoding that compares: DER SubjectPublicKeyInfo, EC points uncompressed on a named curve.
/// Labels and certificates name a key by the SHA-256 of these bytes. That a key can be read says nothing about its
/// strength: rules look at [#algorithm()] and [#bits()].
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5480#section-2">RFC 5480, section 2</a>
public final class PublicKeyInfo {
    /// More than any key we know; a larger value is refused unread.
    private static final int MAX_LENGTH = 8192;

    private static final int ED25519_BITS = 256;

    private final byte[] der;
    private final String algorithm;
    private final int bits;

    private PublicKeyInfo(SubjectPublicKeyInfo info, String algorithm, int bits) throws IOException {
        this.der = info.getEncoded("DER");
        this.algorithm = algorithm;
        this.bits = bits;
    }

    /// Reads a key strictly: EC on a named prime curve with an uncompressed point of the curve, RSA, or Ed25519; DER to
    /// the letter with nothing behind it.
    public static Optional<PublicKeyInfo> parse(byte[] der) {
        return read(der, PointForm.UNCOMPRESSED);
    }

    /// Reads the key of a Wi-Fi Easy Connect code, whose EC point must be compressed, and answers it uncompressed.
    public static Optional<PublicKeyInfo> parseCompressed(byte[] der) {
        return read(der, PointForm.COMPRESSED);
    }

    /// The key of a certificate or key pair that Java has read.
    ///
    /// @throws IllegalArgumentException if it is of none of the kinds that [#parse(byte\[\])] reads
    public static PublicKeyInfo of(PublicKey key) {
        return parse(key.getEncoded())
                .orElseThrow(
                        () -> new IllegalArgumentException("No public key of a kind we read: " + key.getAlgorithm()));
    }

    public byte[] der() {
        return der.clone();
    }

    /// The SHA-256 of [#der()], as RFC 6920 names a key.
    public Fingerprint hash() {
        return Fingerprint.of(der);
    }

    /// `P-256`, `P-384`, another curve's name, `RSA` or `Ed25519`.
    public String algorithm() {
        return algorithm;
    }

    /// The size of the field or modulus.
    public int bits() {
        return bits;
    }

    /// The profile of exactly this algorithm and size, if we have one.
    public Optional<KeyProfile> profile() {
        return switch (algorithm) {
            case "P-256" -> Optional.of(KeyProfile.P256);
            case "P-384" -> Optional.of(KeyProfile.P384);
            case "RSA" ->
                Arrays.stream(KeyProfile.values())
                        .filter(p -> p.algorithm().equals("RSA") && p.bits() == bits)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /// The key as Java's own providers use it.
    ///
    /// @throws GeneralSecurityException if they do not know its curve
    public PublicKey jca() throws GeneralSecurityException {
        var factory = switch (algorithm) {
            case "RSA", "Ed25519" -> algorithm;
            default -> "EC";
        };
        return KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(der));
    }

    private static Optional<PublicKeyInfo> read(byte[] der, PointForm form) {
        if (der.length > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var info = SubjectPublicKeyInfo.getInstance(der);
            if (!Arrays.equals(der, info.getEncoded("DER"))
                    || info.getPublicKeyData().getPadBits() != 0) {
                return Optional.empty();
            }
            var algorithm = info.getAlgorithm();
            if (algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return readEc(info, form);
            }
            if (form == PointForm.COMPRESSED) {
                return Optional.empty();
            }
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return readRsa(info);
            }
            if (algorithm.getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)) {
                return readEd25519(info);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | ArithmeticException | IllegalStateException e) {
            // Bouncy Castle answers malformed structures and points with any of these.
            return Optional.empty();
        }
    }

    private static Optional<PublicKeyInfo> readEc(SubjectPublicKeyInfo info, PointForm form) throws IOException {
        if (!(info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier oid)) {
            return Optional.empty();
        }
        X9ECParameters curve = ECNamedCurveTable.getByOID(oid);
        byte[] encoded = info.getPublicKeyData().getOctets();
        if (curve == null || !ECAlgorithms.isFpCurve(curve.getCurve()) || !form.isOf(encoded)) {
            return Optional.empty();
        }
        var point = curve.getCurve().decodePoint(encoded);
        if (point.isInfinity() || !point.isValid()) {
            return Optional.empty();
        }
        var canonical = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, oid), point.getEncoded(false));
        return Optional.of(
                new PublicKeyInfo(canonical, curveName(oid), curve.getCurve().getFieldSize()));
    }

    private static String curveName(ASN1ObjectIdentifier oid) {
        // Bouncy Castle lists NIST's curves under their SEC names as well; people know NIST's.
        return Optional.ofNullable(NISTNamedCurves.getName(oid)).orElseGet(() -> ECNamedCurveTable.getName(oid));
    }

    private static Optional<PublicKeyInfo> readRsa(SubjectPublicKeyInfo info) throws IOException {
        var key = RSAPublicKey.getInstance(info.parsePublicKey());
        boolean canonical = Arrays.equals(info.getPublicKeyData().getOctets(), key.getEncoded("DER"));
        boolean plausible = key.getModulus().signum() > 0
                && key.getModulus().testBit(0)
                && key.getPublicExponent().compareTo(BigInteger.ONE) > 0
                && key.getPublicExponent().testBit(0);
        return DERNull.INSTANCE.equals(info.getAlgorithm().getParameters()) && canonical && plausible
                ? Optional.of(new PublicKeyInfo(info, "RSA", key.getModulus().bitLength()))
                : Optional.empty();
    }

    private static Optional<PublicKeyInfo> readEd25519(SubjectPublicKeyInfo info) throws IOException {
        return info.getAlgorithm().getParameters() == null
                        && info.getPublicKeyData().getOctets().length == ED25519_BITS / Byte.SIZE
                ? Optional.of(new PublicKeyInfo(info, "Ed25519", ED25519_BITS))
                : Optional.empty();
    }

    private enum PointForm {
        UNCOMPRESSED,
        COMPRESSED;

        boolean isOf(byte[] point) {
            return point.length > 1
                    && switch (this) {
                        case UNCOMPRESSED -> point[0] == 4;
                        case COMPRESSED -> point[0] == 2 || point[0] == 3;
                    };
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKeyInfo that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return algorithm + " " + hash();
    }
}
