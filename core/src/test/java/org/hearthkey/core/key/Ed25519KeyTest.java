package org.hearthkey.core.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class Ed25519KeyTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    /// RFC 8032, section 7.1, test 1.
    @Test
    void signsAsTheStandardDoes() {
        var pkcs8 =
                hex("302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        try (var secret = SecretBytes.owning(pkcs8);
                var key = Ed25519Key.open(secret)) {
            assertEquals(
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    HexFormat.of().formatHex(key.publicKey()));
            assertEquals(
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                    HexFormat.of().formatHex(key.sign(new byte[0])));
        }
    }

    @Test
    void theJdkReadsItsPkcs8AndSignsTheSame() throws GeneralSecurityException {
        try (var key = Ed25519Key.generate(new SecureRandom());
                var pkcs8 = key.pkcs8()) {
            var factory = KeyFactory.getInstance("Ed25519");
            var jdk = Signature.getInstance("Ed25519");
            jdk.initSign(pkcs8.use(bytes -> factory.generatePrivate(new PKCS8EncodedKeySpec(bytes))));
            jdk.update(MESSAGE);
            assertArrayEquals(jdk.sign(), key.sign(MESSAGE));
        }
    }

    @Test
    void verifiesWhatItSignedAndNothingElse() {
        try (var key = Ed25519Key.generate(new SecureRandom());
                var other = Ed25519Key.generate(new SecureRandom())) {
            var signature = key.sign(MESSAGE);
            assertTrue(Ed25519Key.verifies(key.publicKey(), MESSAGE, signature));
            assertFalse(Ed25519Key.verifies(other.publicKey(), MESSAGE, signature));
            assertFalse(Ed25519Key.verifies(key.publicKey(), new byte[] {1, 2, 4}, signature));
            assertFalse(Ed25519Key.verifies(key.publicKey(), MESSAGE, Arrays.copyOf(signature, 63)));
            signature[0] ^= 1;
            assertFalse(Ed25519Key.verifies(key.publicKey(), MESSAGE, signature));
        }
    }

    @Test
    void opensNoOtherKey() {
        try (var nothing = SecretBytes.owning(new byte[48])) {
            assertThrows(IllegalArgumentException.class, () -> Ed25519Key.open(nothing));
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
