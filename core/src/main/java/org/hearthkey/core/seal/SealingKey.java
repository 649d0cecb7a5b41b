package org.hearthkey.core.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// A key that seals into boxes and opens them, for one thread. A box is a nonce, the ciphertext and a tag.
///
/// The nonce is taken from the key, fresh randomness, the context and the contents together: a generator that repeats
/// itself (a machine image resumed twice) then repeats a nonce only for the same contents in the same place.
public final class SealingKey implements AutoCloseable {
    /// How much longer a box is than what it holds.
    public static final int OVERHEAD = Xaes.NONCE_BYTES + Xaes.TAG_BYTES;

    private static final int FRESH_BYTES = 32;

    private final Xaes cipher;
    private final Hmac nonces;
    private final SecureRandom random;

    /// Prepares the ciphers.
    ///
    /// @param key 32 bytes; what is derived from it lives in the JDK's ciphers until this is closed, and is then left to
    ///     the garbage collector
    public SealingKey(byte[] key, SecureRandom random) {
        cipher = new Xaes(key);
        nonces = new Hmac(key);
        this.random = random;
    }

    /// Seals `plain` so that it opens only under this key and with the same `context`.
    public byte[] seal(byte[] context, byte[] plain) {
        byte[] nonce = nonce(context, plain);
        byte[] sealed = cipher.seal(nonce, plain, context);
        byte[] box = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, box, nonce.length, sealed.length);
        return box;
    }

    /// Opens a box.
    ///
    /// @throws AEADBadTagException if the box was not sealed by this key with this context
    public byte[] open(byte[] context, byte[] box) throws AEADBadTagException {
        if (box.length < OVERHEAD) {
            throw new AEADBadTagException("Shorter than a box");
        }
        return cipher.open(Arrays.copyOf(box, Xaes.NONCE_BYTES), box, Xaes.NONCE_BYTES, context);
    }

    @Override
    public void close() {
        cipher.close();
        nonces.close();
    }

    private byte[] nonce(byte[] context, byte[] plain) {
        byte[] fresh = new byte[FRESH_BYTES];
        random.nextBytes(fresh);
        byte[] hedge = CborArray.of("hearth/1 nonce", fresh, context, plain);
        byte[] nonce = Arrays.copyOf(nonces.of(hedge), Xaes.NONCE_BYTES);
        Arrays.fill(hedge, (byte) 0);
        return nonce;
    }
}
