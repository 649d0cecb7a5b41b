package org.hearthkey.core.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlDsaKeyTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final String NO_ML_DSA = "no ML-DSA here";
    private static final String VERIFIER = """
        import sys
        try:
            from cryptography.hazmat.primitives.asymmetric import mldsa
        except ImportError:
            print("no ML-DSA here")
            sys.exit(0)
        key, message, signature = (open(name, "rb").read() for name in ("key", "message", "signature"))
        mldsa.MLDSA65PublicKey.from_public_bytes(key).verify(signature, message)
        seed, public = (open(name, "rb").read() for name in ("seed", "key"))
        assert mldsa.MLDSA65PrivateKey.from_seed_bytes(seed).public_key().public_bytes_raw() == public
        print("verified")
        """;

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void verifiesWhatItSignedAndNothingElse() {
        try (var key = MlDsaKey.generate(random);
                var other = MlDsaKey.generate(random)) {
            var signature = key.sign(MESSAGE);
            assertEquals(MlDsaKey.SIGNATURE_BYTES, signature.length);
            assertTrue(MlDsaKey.verifies(key.publicKey(), MESSAGE, signature));
            assertFalse(MlDsaKey.verifies(other.publicKey(), MESSAGE, signature));
            assertFalse(MlDsaKey.verifies(key.publicKey(), new byte[] {1, 2, 4}, signature));
            assertFalse(MlDsaKey.verifies(key.publicKey(), MESSAGE, Arrays.copyOf(signature, 3308)));
            assertFalse(MlDsaKey.verifies(new byte[MlDsaKey.PUBLIC_BYTES - 1], MESSAGE, signature));
            signature[7] ^= 1;
            assertFalse(MlDsaKey.verifies(key.publicKey(), MESSAGE, signature));
        }
    }

    /// The seed of the examples in RFC 9881, and what another program makes of it.
    @Test
    void makesTheKeyOfASeedAsOthersDo() {
        var pkcs8 = HexFormat.of()
                .parseHex("3034020100300b060960864801650304031204228020"
                        + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        try (var secret = SecretBytes.owning(pkcs8);
                var key = MlDsaKey.open(secret)) {
            key.sign(MESSAGE);
            assertEquals(
                    "d666806e11cee19a7c989f7445f90dd419cf4d2d51db8c0fdb4c0f0a542238c9",
                    Fingerprint.of(key.publicKey()).hex());
            assertTrue(MlDsaKey.verifies(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
        }
    }

    @Test
    void readsItsOwnPkcs8AndNoOther() {
        try (var key = MlDsaKey.generate(random);
                var pkcs8 = key.pkcs8();
                var again = MlDsaKey.open(pkcs8);
                var longer = SecretBytes.owning(pkcs8.use(bytes -> Arrays.copyOf(bytes, bytes.length + 1)))) {
            assertArrayEquals(key.publicKey(), again.publicKey());
            assertThrows(IllegalArgumentException.class, () -> MlDsaKey.open(longer));
        }
    }

    @Test
    void bouncyCastleVerifiesWhatTheJdkSigned() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(MlDsaKey.ALGORITHM).generateKeyPair();
        var jdk = Signature.getInstance(MlDsaKey.ALGORITHM);
        jdk.initSign(pair.getPrivate());
        jdk.update(MESSAGE);
        var signature = jdk.sign();
        var spki = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(spki, spki.length - MlDsaKey.PUBLIC_BYTES, spki.length);
        assertArrayEquals(spki, MlDsaKey.spki(raw));
        assertTrue(bouncyCastleVerifies(raw, signature));
        signature[0] ^= 1;
        assertFalse(bouncyCastleVerifies(raw, signature));
    }

    private static boolean bouncyCastleVerifies(byte[] publicKey, byte[] signature) {
        var verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, publicKey));
        verifier.update(MESSAGE, 0, MESSAGE.length);
        return verifier.verifySignature(signature);
    }

    @Test
    void pythonVerifiesItAndMakesTheSameKeyOfTheSeed() throws IOException {
        try (var key = MlDsaKey.generate(random);
                var pkcs8 = key.pkcs8()) {
            Files.write(folder.resolve("key"), key.publicKey());
            Files.write(folder.resolve("message"), MESSAGE);
            Files.write(folder.resolve("signature"), key.sign(MESSAGE));
            byte[] seed = pkcs8.use(bytes -> Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length));
            Files.write(folder.resolve("seed"), seed);
        }
        var answer = Peer.of("python3", folder).run("-c", VERIFIER);
        if (answer.text().contains(NO_ML_DSA)) {
            abort("This Python's cryptography knows no ML-DSA, which it does from version 47 on");
        }
        answer.accepts();
        assertTrue(answer.text().contains("verified"), answer.text());
    }
}
