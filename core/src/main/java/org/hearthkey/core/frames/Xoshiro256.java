package org.hearthkey.core.frames;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The random numbers that sender and receiver of a UR both draw, so that they need not be sent. Nothing secret hangs
/// on them.
///
/// @see <a href="https://prng.di.unimi.it/xoshiro256starstar.c">xoshiro256**</a>
final class Xoshiro256 {
    private static final double TWO_TO_64 = 0x1p64;
    private final long[] state = new long[4];

    Xoshiro256(byte[] seed) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(seed));
            for (int i = 0; i < state.length; i++) {
                state[i] = digest.getLong();
            }
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private long next() {
        long result = Long.rotateLeft(state[1] * 5, 7) * 9;
        long shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = Long.rotateLeft(state[3], 45);
        return result;
    }

    /// From 0 up to 1.
    double nextDouble() {
        long number = next();
        // Halved so that it has no sign; the bit that falls off is kept, for rounding.
        double unsigned = number >= 0 ? number : 2.0 * (number >>> 1 | (number & 1));
        return unsigned / TWO_TO_64;
    }

    /// From 0 up to `bound`, which it is not.
    int nextInt(int bound) {
        return Math.min((int) (nextDouble() * bound), bound - 1);
    }
}
