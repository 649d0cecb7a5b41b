package org.hearthkey.core.store;

import java.util.Arrays;

/// Zeros after a record, up to one of nine lengths, so that lengths tell little.
final class Padding {
    private static final int LEAST = 256;
    private static final int MOST = 65_536;

    private Padding() {}

    static byte[] pad(byte[] plain) {
        if (plain.length > MOST) {
            throw new IllegalArgumentException("A row of " + plain.length + " bytes; keep large values in pieces");
        }
        return Arrays.copyOf(plain, step(plain.length));
    }

    static boolean isStep(int length) {
        return length >= LEAST && length <= MOST && Integer.bitCount(length) == 1;
    }

    /// Whether all from `end` is zeros and no smaller step would have done.
    static boolean isRight(byte[] padded, int end) {
        if (step(end) != padded.length) {
            return false;
        }
        for (int i = end; i < padded.length; i++) {
            if (padded[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int step(int length) {
        int step = LEAST;
        while (step < length) {
            step *= 2;
        }
        return step;
    }
}
