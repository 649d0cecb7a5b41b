package org.hearthkey.core.frames;

import java.nio.ByteBuffer;
import java.util.BitSet;

/// Which fragments each frame of a UR sums up: after the fragments themselves a sequence without end, drawn from the
/// frame's number and the message's checksum.
final class Fountain {
    private final int count;
    private final long checksum;
    private final Degrees degrees;

    Fountain(int count, long checksum) {
        this.count = count;
        this.checksum = checksum;
        this.degrees = new Degrees(count);
    }

    /// The fragments that a frame sums up, numbered from 0.
    ///
    /// @param sequence the frame's number, from 1
    BitSet fragments(long sequence) {
        var chosen = new BitSet(count);
        if (sequence <= count) {
            chosen.set((int) sequence - 1);
            return chosen;
        }
        var random = new Xoshiro256(ByteBuffer.allocate(Long.BYTES)
                .putInt((int) sequence)
                .putInt((int) checksum)
                .array());
        int degree = degrees.next(random);
        int[] left = new int[count];
        for (int i = 0; i < count; i++) {
            left[i] = i;
        }
        for (int size = count; chosen.cardinality() < degree; size--) {
            int at = random.nextInt(size);
            chosen.set(left[at]);
            System.arraycopy(left, at + 1, left, at, size - at - 1);
        }
        return chosen;
    }
}
