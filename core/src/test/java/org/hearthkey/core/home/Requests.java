package org.hearthkey.core.home;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;

/// What devices send, made with Bouncy Castle directly.
public final class Requests {
    private Requests() {}

    public static KeyPair newKeys() {
        return newKeys("EC", 256);
    }

    public static KeyPair newKeys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static CertificateRequest of(KeyPair keys, String subject) {
        return read(der(keys, keys, subject));
    }

    /// A request for the key of `shown` that was signed by somebody else.
    public static CertificateRequest forged(KeyPair shown, KeyPair signer, String subject) {
        return read(der(shown, signer, subject));
    }

    /// A request that would like to be a certification authority.
    public static CertificateRequest ambitious(KeyPair keys, String subject) {
        try {
            var wanted = new ExtensionsGenerator();
            wanted.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return read(new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The label that is printed on a device with that key.
    public static Code label(KeyPair keys, String query) {
        var digest = Fingerprint.of(keys.getPublic().getEncoded()).bytes();
        return code("ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + query);
    }

    /// A label with the first 32 bits of the hash only.
    public static Code shortLabel(KeyPair keys) {
        var digest = Arrays.copyOf(Fingerprint.of(keys.getPublic().getEncoded()).bytes(), 4);
        return code(
                "ni:///sha-256-32;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    /// The code with this text.
    public static Code code(String text) {
        return CodeReader.read(text) instanceof Scan.Read(var code) ? code : notACode(text);
    }

    private static Code notACode(String text) {
        throw new IllegalArgumentException(text);
    }

    private static byte[] der(KeyPair shown, KeyPair signer, String subject) {
        try {
            var algorithm = signer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), shown.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CertificateRequest read(byte[] der) {
        return CertificateRequest.parse(der).orElseThrow();
    }
}
