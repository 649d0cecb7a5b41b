package org.hearthkey.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;

class PublicKeyInfoTest {
    /// Key 1 of hostap's Wi-Fi Easy Connect tests, as in onboarding.md section 3.
    private static final byte[] HOSTAP = Base64.getDecoder()
            .decode("MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADM2206avxHJaHXgLMkq/24e0rsrfMP9K1Tm8gx+ovP0I=");

    @Test
    void readsWhatTheJdkMakes() throws Exception {
        for (var name : new String[] {"secp256r1", "secp384r1", "secp521r1"}) {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name));
            var key = generator.generateKeyPair().getPublic();
            var info = PublicKeyInfo.of(key);
            assertEquals(key, info.jca());
            assertEquals("P-" + info.bits(), info.algorithm());
        }
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var info = PublicKeyInfo.of(rsa.generateKeyPair().getPublic());
        assertEquals(Optional.of(KeyProfile.RSA_2048), info.profile());
        var ed = PublicKeyInfo.of(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        assertEquals("Ed25519", ed.algorithm());
        assertEquals("Ed25519", ed.jca().getAlgorithm().replace("EdDSA", "Ed25519"));
    }

    @Test
    void everyChangedByteIsAnotherKeyOrNone() {
        var der = SoftwareKey.generate(KeyProfile.P256, new SecureRandom())
                .publicKey()
                .der();
        for (int i = 0; i < der.length; i++) {
            var changed = der.clone();
            changed[i] ^= 1;
            // One bit of one coordinate away lies no point of the curve; elsewhere it breaks the structure.
            assertEquals(Optional.empty(), PublicKeyInfo.parse(changed), "byte " + i);
        }
        assertEquals(Optional.empty(), PublicKeyInfo.parse(Arrays.copyOf(der, der.length + 1)));
        assertEquals(Optional.empty(), PublicKeyInfo.parse(Arrays.copyOf(der, der.length - 1)));
        assertEquals(Optional.empty(), PublicKeyInfo.parse(new byte[0]));
    }

    @Test
    void aCompressedKeyHasTheHashOfItsUncompressedForm() {
        var key = PublicKeyInfo.parseCompressed(HOSTAP).orElseThrow();
        assertTrue(Fingerprint.of(HOSTAP).hex().startsWith("bc4cbe2a"));
        assertTrue(key.hash().hex().startsWith("834c370a"));
        assertEquals(Optional.of(key), PublicKeyInfo.parse(key.der()));
    }

    @Test
    void eachFormIsReadOnlyWhereItBelongs() {
        assertEquals(Optional.empty(), PublicKeyInfo.parse(HOSTAP));
        var uncompressed = PublicKeyInfo.parseCompressed(HOSTAP).orElseThrow().der();
        assertEquals(Optional.empty(), PublicKeyInfo.parseCompressed(uncompressed));
    }

    @Test
    void refusesACompressedPointThatIsNotThere() {
        var noPoint = HOSTAP.clone();
        int refused = 0;
        for (int i = 0; i < 64; i++) {
            noPoint[noPoint.length - 1] = (byte) i;
            refused += PublicKeyInfo.parseCompressed(noPoint).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > 10, "about half of all numbers are no x of a point");
        Arrays.fill(noPoint, noPoint.length - 32, noPoint.length, (byte) 0xff);
        assertEquals(Optional.empty(), PublicKeyInfo.parseCompressed(noPoint));
    }

    @Test
    void explicitCurveParametersAreRefused() throws Exception {
        X9ECParameters curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        var explicit = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
                curve.getG().getEncoded(false));
        assertEquals(Optional.empty(), PublicKeyInfo.parse(explicit.getEncoded("DER")));
    }

    @Test
    void aWeakKeyIsReadSoThatARuleCanNameIt() throws Exception {
        var curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp192r1);
        var weak = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp192r1),
                curve.getG().getEncoded(false));
        var info = PublicKeyInfo.parse(weak.getEncoded("DER")).orElseThrow();
        assertEquals("P-192", info.algorithm());
        assertEquals(192, info.bits());
        assertEquals(Optional.empty(), info.profile());
    }

    @Test
    void aFingerprintHasOneSpelling() {
        var fingerprint = Fingerprint.of(new byte[0]);
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", fingerprint.hex());
        assertEquals(Optional.of(fingerprint), Fingerprint.parse(fingerprint.hex()));
        assertEquals(fingerprint, Fingerprint.ofDigest(HexFormat.of().parseHex(fingerprint.hex())));
        assertEquals(Optional.empty(), Fingerprint.parse("E" + fingerprint.hex().substring(1)));
        assertEquals(Optional.empty(), Fingerprint.parse(fingerprint.hex() + "\n"));
    }
}
