package org.hearthkey.core.key;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.hearthkey.core.secret.SecretBytes;

/// A private Ed25519 key, with which a journal signs its checkpoints. Certificates know no such key: parts of a home that
/// read certificates cannot read it.
///
/// The JDK's own key objects cannot be overwritten and do not tell their public half; this key is 32 bytes that close.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1">RFC 8032, section 5.1</a>
public final class Ed25519Key implements AutoCloseable {
    /// The name under which a sealed key tells its kind.
    public static final String ALGORITHM = "Ed25519";

    public static final int PUBLIC_BYTES = Ed25519.PUBLIC_KEY_SIZE;
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

    /// What stands before the 32 bytes in a PKCS#8 of version 1 (RFC 8410, section 7).
    private static final byte[] PKCS8_HEAD = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };

    private final SecretBytes secret;
    private final byte[] publicKey;

    private Ed25519Key(SecretBytes secret) {
        this.secret = secret;
        publicKey = new byte[PUBLIC_BYTES];
        secret.use(bytes -> {
            Ed25519.generatePublicKey(bytes, 0, publicKey, 0);
            return publicKey;
        });
    }

    /// Makes a new key.
    public static Ed25519Key generate(SecureRandom random) {
        return new Ed25519Key(SecretBytes.random(Ed25519.SECRET_KEY_SIZE, random));
    }

    /// The key in these bytes.
    ///
    /// @param pkcs8 as [#pkcs8()] gave it; stays the caller's
    /// @throws IllegalArgumentException if it is no such key
    public static Ed25519Key open(SecretBytes pkcs8) {
        return pkcs8.use(bytes -> {
            var head = PKCS8_HEAD.length;
            if (bytes.length != head + Ed25519.SECRET_KEY_SIZE || !Arrays.equals(bytes, 0, head, PKCS8_HEAD, 0, head)) {
                throw new IllegalArgumentException("Not a private Ed25519 key");
            }
            return new Ed25519Key(SecretBytes.owning(Arrays.copyOfRange(bytes, head, bytes.length)));
        });
    }

    /// The key's PKCS#8, for sealing. The caller closes it.
    public SecretBytes pkcs8() {
        return secret.use(bytes -> {
            var pkcs8 = Arrays.copyOf(PKCS8_HEAD, PKCS8_HEAD.length + bytes.length);
            System.arraycopy(bytes, 0, pkcs8, PKCS8_HEAD.length, bytes.length);
            return SecretBytes.owning(pkcs8);
        });
    }

    /// 32 bytes.
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /// 64 bytes; the same for the same message.
    public byte[] sign(byte[] message) {
        var signature = new byte[SIGNATURE_BYTES];
        return secret.use(bytes -> {
            Ed25519.sign(bytes, 0, publicKey, 0, message, 0, message.length, signature, 0);
            return signature;
        });
    }

    /// Whether the holder of `publicKey` signed `message`.
    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == PUBLIC_BYTES
                && signature.length == SIGNATURE_BYTES
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /// Wipes the key.
    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return ALGORITHM;
    }
}
