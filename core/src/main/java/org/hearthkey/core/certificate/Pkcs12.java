package org.hearthkey.core.certificate;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.hearthkey.core.key.SoftwareKey;

/// Packs a key and its certificates into one file, for a device that cannot make its own key.
///
/// Key and certificates are encrypted with AES-256-CBC under PBKDF2 with HMAC-SHA256. The whole carries an HMAC-SHA256
/// under PKCS#12's own derivation, because OpenSSL before 3.4 and many devices do not read PBMAC1.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7292">RFC 7292</a>
public final class Pkcs12 {
    private static final int ITERATIONS = 200_000;

    private Pkcs12() {}

    /// The file as bytes.
    ///
    /// @param friendlyName what importing programs show
    /// @param chain the key's own certificate first, then its issuers
    /// @throws IllegalArgumentException if the first certificate is not the key's
    public static byte[] write(
            SoftwareKey key, String friendlyName, List<Certificate> chain, OneTimePassword password) {
        if (chain.isEmpty() || !chain.getFirst().publicKey().equals(key.publicKey())) {
            throw new IllegalArgumentException("The first certificate is not the key's");
        }
        return password.use(characters -> write(key, friendlyName, chain, characters));
    }

    private static byte[] write(SoftwareKey key, String friendlyName, List<Certificate> chain, char[] password) {
        var jce = new BouncyCastleProvider();
        var name = new DERBMPString(friendlyName);
        var keyId = new DEROctetString(chain.getFirst().fingerprint().bytes());
        try (var pkcs8 = key.pkcs8()) {
            var keyBag = named(
                    pkcs8.use(bytes ->
                            new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(bytes), encryptor(jce, password))),
                    name,
                    keyId);
            var certificateBags = new PKCS12SafeBag[chain.size()];
            for (int i = 0; i < certificateBags.length; i++) {
                var bag = new PKCS12SafeBagBuilder(
                        new X509CertificateHolder(chain.get(i).der().bytes()));
                certificateBags[i] = i == 0 ? named(bag, name, keyId) : bag.build();
            }
            var mac = new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                    .setProvider(jce)
                    .setIterationCount(ITERATIONS);
            return new PKCS12PfxPduBuilder()
                    .addData(keyBag)
                    .addEncryptedData(encryptor(jce, password), certificateBags)
                    .build(mac, password)
                    .getEncoded("DER");
        } catch (IOException | PKCSException | OperatorCreationException e) {
            throw new IllegalStateException("Encrypting in memory does not fail", e);
        }
    }

    /// The friendly name, and the number by which a reader sees which certificate is the key's.
    private static PKCS12SafeBag named(PKCS12SafeBagBuilder bag, ASN1Encodable name, ASN1Encodable keyId) {
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, name)
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, keyId)
                .build();
    }

    private static OutputEncryptor encryptor(BouncyCastleProvider jce, char[] password)
            throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(jce)
                .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                .setIterationCount(ITERATIONS)
                .build(password);
    }
}
