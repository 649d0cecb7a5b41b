package org.hearthkey.core.authority;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequenceGenerator;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.key.SigningKey;

/// Puts a signature under what was prepared.
final class Signing {
    private Signing() {}

    /// How this key signs, as certificates and lists say it.
    static AlgorithmIdentifier algorithm(SigningKey key) {
        return switch (key.profile()) {
            case P384 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA384);
            case P256 -> new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
            case RSA_2048, RSA_3072, RSA_4096 ->
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        };
    }

    static Certificate certificate(TBSCertificate tbs, SigningKey key) {
        try {
            return Certificate.read(signed(tbs.getEncoded("DER"), key));
        } catch (CertificateException e) {
            throw new SigningException("What was signed cannot be read", e);
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }

    /// What X.509 calls SIGNED: the thing, the algorithm, the signature.
    static byte[] signed(byte[] toBeSigned, SigningKey key) {
        var signature = sign(toBeSigned, key);
        try (var out = new ByteArrayOutputStream(toBeSigned.length + 256)) {
            var sequence = new DERSequenceGenerator(out);
            sequence.getRawOutputStream().write(toBeSigned);
            sequence.addObject(algorithm(key));
            sequence.addObject(new DERBitString(signature));
            sequence.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("Encoding to memory does not fail", e);
        }
    }

    static byte[] sign(byte[] message, SigningKey key) {
        try {
            return key.sign(message);
        } catch (GeneralSecurityException e) {
            throw new SigningException("The key did not sign", e);
        }
    }
}
