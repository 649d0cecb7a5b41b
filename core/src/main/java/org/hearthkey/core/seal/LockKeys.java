package org.hearthkey.core.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/// What one secret makes of one lock's terms: the key that wraps, and the check that tells whether it is the right one.
final class LockKeys implements AutoCloseable {
    private final byte[] okm;

    private LockKeys(byte[] okm) {
        this.okm = okm;
    }

    /// @param parts what the secret is put together from, in the order of the format
    static LockKeys derive(LockTerms terms, LockUse use, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] secret = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, secret, at, part.length);
            at += part.length;
        }
        try {
            return new LockKeys(Hkdf.derive(terms.salt(), secret, terms.info(use), Lock.KEY_BYTES + Lock.CHECK_BYTES));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    SealingKey wrapping(SecureRandom random) {
        byte[] key = Arrays.copyOf(okm, Lock.KEY_BYTES);
        try {
            return new SealingKey(key, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    byte[] check() {
        return Arrays.copyOfRange(okm, Lock.KEY_BYTES, okm.length);
    }

    @Override
    public void close() {
        Arrays.fill(okm, (byte) 0);
    }
}
