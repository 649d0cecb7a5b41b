package org.hearthkey.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftwareKeyTest {
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource(names = {"P256", "P384"})
    void aKeyIsTheSameAfterSealing(KeyProfile profile) throws Exception {
        try (var key = SoftwareKey.generate(profile, random);
                var pkcs8 = key.pkcs8();
                var opened = SoftwareKey.open(pkcs8)) {
            assertEquals(key.publicKey(), opened.publicKey());
            assertEquals(profile, opened.profile());
            assertTrue(verifies(key.publicKey(), profile, opened.sign(MESSAGE)));
        }
    }

    @Test
    void aClosedKeySignsNoMore() {
        var key = SoftwareKey.generate(KeyProfile.P256, random);
        key.close();
        assertThrows(IllegalStateException.class, () -> key.sign(MESSAGE));
        assertThrows(IllegalStateException.class, key::pkcs8);
    }

    @Test
    void makesNoKeyOfALegacyProfile() {
        assertThrows(IllegalArgumentException.class, () -> SoftwareKey.generate(KeyProfile.RSA_2048, random));
    }

    @Test
    void opensAnRsaKeyThatWasMadeElsewhere() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        try (var secret = SecretBytes.owning(pair.getPrivate().getEncoded());
                var key = SoftwareKey.open(secret)) {
            assertEquals(PublicKeyInfo.of(pair.getPublic()), key.publicKey());
            var verifier = Signature.getInstance(key.profile().signatureAlgorithm());
            verifier.initVerify(pair.getPublic());
            verifier.update(new byte[] {1, 2, 3});
            assertTrue(verifier.verify(key.sign(new byte[] {1, 2, 3})));
        }
    }

    @Test
    void opensNoOtherKeys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"));
        var tooLarge = generator.generateKeyPair().getPrivate().getEncoded();
        var rsaGenerator = KeyPairGenerator.getInstance("RSA");
        rsaGenerator.initialize(1024);
        var rsa = rsaGenerator.generateKeyPair().getPrivate().getEncoded();
        for (var bytes : new byte[][] {tooLarge, rsa, {}, {1, 2, 3}}) {
            try (var secret = SecretBytes.owning(bytes)) {
                assertThrows(IllegalArgumentException.class, () -> SoftwareKey.open(secret));
            }
        }
    }

    @Test
    void saysWhichKeyItIsButNotTheKey() {
        var key = SoftwareKey.generate(KeyProfile.P256, random);
        assertEquals("p256 " + key.publicKey().hash(), key.toString());
    }

    @Test
    void aChangedMessageDoesNotVerify() throws Exception {
        var key = SoftwareKey.generate(KeyProfile.P256, random);
        assertFalse(verifies(key.publicKey(), KeyProfile.P256, key.sign(new byte[] {1})));
    }

    private static boolean verifies(PublicKeyInfo key, KeyProfile profile, byte[] signed) throws Exception {
        var signature = Signature.getInstance(profile.signatureAlgorithm());
        signature.initVerify(key.jca());
        signature.update(MESSAGE);
        return signature.verify(signed);
    }
}
