package org.hearthkey.core.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.hearthkey.core.secret.SecretBytes;

/// A private ML-DSA-65 key, which signs beside an elliptic one what only this program reads: no quantum computer that
/// is foreseen forges both.
///
/// The key is the seed of 32 bytes, and closes. Bouncy Castle signs, since its keys can be destroyed, and the JDK
/// verifies: whatever verifies was computed twice, by programs of different people.
///
/// @see <a href="https://doi.org/10.6028/NIST.FIPS.204">FIPS 204</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9881#section-6">RFC 9881, section 6</a>
public final class MlDsaKey implements AutoCloseable {
    /// The name under which a sealed key tells its kind, and by which Java knows it.
    public static final String ALGORITHM = "ML-DSA-65";

    public static final int PUBLIC_BYTES = 1952;
    public static final int SIGNATURE_BYTES = 3309;

    private static final int SEED_BYTES = 32;

    /// What stands before the seed in a PKCS#8 that holds the seed alone.
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("3034020100300b060960864801650304031204228020");

    /// What stands before the public key in a SubjectPublicKeyInfo.
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100");

    private final SecretBytes seed;
    private final byte[] publicKey;

    private MlDsaKey(SecretBytes seed) {
        this.seed = seed;
        publicKey = expanded(MLDSAPrivateKeyParameters::getPublicKey);
    }

    /// Makes a new key.
    public static MlDsaKey generate(SecureRandom random) {
        return new MlDsaKey(SecretBytes.random(SEED_BYTES, random));
    }

    /// The key in these bytes.
    ///
    /// @param pkcs8 as [#pkcs8()] gave it; stays the caller's
    /// @throws IllegalArgumentException if it is no such key
    public static MlDsaKey open(SecretBytes pkcs8) {
        return pkcs8.use(bytes -> {
            var head = PKCS8_HEAD.length;
            if (bytes.length != head + SEED_BYTES || !Arrays.equals(bytes, 0, head, PKCS8_HEAD, 0, head)) {
                throw new IllegalArgumentException("Not a private ML-DSA-65 key");
            }
            return new MlDsaKey(SecretBytes.owning(Arrays.copyOfRange(bytes, head, bytes.length)));
        });
    }

    /// The key's PKCS#8, for sealing. The caller closes it.
    public SecretBytes pkcs8() {
        return seed.use(bytes -> SecretBytes.owning(joined(PKCS8_HEAD, bytes)));
    }

    /// 1952 bytes.
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /// 3309 bytes: pure ML-DSA with an empty context. The same for the same message, so that one checkpoint is one note
    /// however often it is signed.
    public byte[] sign(byte[] message) {
        return expanded(key -> {
            try {
                var signer = new MLDSASigner();
                signer.init(true, key);
                signer.update(message, 0, message.length);
                return signer.generateSignature();
            } catch (CryptoException mistake) {
                throw new IllegalStateException(mistake);
            }
        });
    }

    /// Whether the holder of `publicKey` signed `message`.
    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki(publicKey))));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException refused) {
            return false;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// The SubjectPublicKeyInfo of these 1952 bytes.
    public static byte[] spki(byte[] publicKey) {
        return joined(SPKI_HEAD, publicKey);
    }

    /// The public key in a SubjectPublicKeyInfo of exactly this form, as [#spki] writes it.
    public static Optional<byte[]> ofSpki(byte[] spki) {
        var head = SPKI_HEAD.length;
        return spki.length == head + PUBLIC_BYTES && Arrays.equals(spki, 0, head, SPKI_HEAD, 0, head)
                ? Optional.of(Arrays.copyOfRange(spki, head, spki.length))
                : Optional.empty();
    }

    private byte[] expanded(Function<MLDSAPrivateKeyParameters, byte[]> work) {
        return seed.use(bytes -> {
            // Bouncy Castle keeps these very bytes, and overwrites them with the rest of the key.
            var lent = bytes.clone();
            var key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, lent);
            try {
                return work.apply(key).clone();
            } finally {
                key.destroy();
                Arrays.fill(lent, (byte) 0);
            }
        });
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        var all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    /// Wipes the key.
    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return ALGORITHM;
    }
}
