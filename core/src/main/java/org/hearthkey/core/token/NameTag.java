package org.hearthkey.core.token;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// A certificate that proves nothing: it only lets Java's provider see the key beside which it lies. A throw-away key signs
/// it, since a key that may only agree cannot.
final class NameTag {
    private static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final int SERIAL_BITS = 64;

    private NameTag() {}

    static byte[] of(StoredKey key, SecureRandom random) {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        var name = new X500NameBuilder()
                .addRDN(BCStyle.CN, key.label().isEmpty() ? "Hearthkey" : key.label())
                .build();
        var generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random).setBit(0)));
        generator.setSignature(algorithm);
        generator.setIssuer(name);
        generator.setSubject(name);
        generator.setStartDate(new Time(Date.from(Instant.EPOCH)));
        generator.setEndDate(new Time(Date.from(FOREVER)));
        generator.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(key.publicKey().der()));
        try {
            var said = generator.generateTBSCertificate();
            var signed = new ASN1EncodableVector();
            signed.add(said);
            signed.add(algorithm);
            signed.add(new DERBitString(signatureOnce(said.getEncoded("DER"), random)));
            return new DERSequence(signed).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }

    private static byte[] signatureOnce(byte[] message, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(generator.generateKeyPair().getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }
}
