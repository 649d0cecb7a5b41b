package org.hearthkey.core.frames;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sums of fragments, solved as they come: linear equations over bits. Holds at most as many sums as there are
/// fragments, whatever comes and in whatever order.
final class Sums {
    private static final class Sum {
        private final BitSet fragments;
        private final byte[] bytes;

        Sum(BitSet fragments, byte[] bytes) {
            this.fragments = fragments;
            this.bytes = bytes;
        }

        void add(Sum other) {
            fragments.xor(other.fragments);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= other.bytes[i];
            }
        }
    }

    /// At each place a sum whose first fragment is that place.
    private final @Nullable Sum[] sums;

    private final int fragmentLength;
    private int have;

    Sums(int count, int fragmentLength) {
        this.sums = new @Nullable Sum[count];
        this.fragmentLength = fragmentLength;
    }

    int have() {
        return have;
    }

    boolean isComplete() {
        return have == sums.length;
    }

    /// Adds a sum, and says whether it told anything new.
    boolean add(BitSet fragments, byte[] bytes) {
        var rest = new Sum((BitSet) fragments.clone(), bytes.clone());
        for (int first = rest.fragments.nextSetBit(0); first >= 0; first = rest.fragments.nextSetBit(first)) {
            var known = sums[first];
            if (known == null) {
                sums[first] = rest;
                have++;
                return true;
            }
            rest.add(known);
        }
        return false;
    }

    /// All fragments in a row, once the sums suffice.
    Optional<byte[]> solved() {
        if (!isComplete()) {
            return Optional.empty();
        }
        byte[] all = new byte[sums.length * fragmentLength];
        for (int first = sums.length - 1; first >= 0; first--) {
            var sum = sums[first];
            if (sum == null) {
                return Optional.empty();
            }
            // Those after it are single fragments by now.
            for (int other = sum.fragments.nextSetBit(first + 1); other >= 0; other = sum.fragments.nextSetBit(other)) {
                var single = sums[other];
                if (single == null) {
                    return Optional.empty();
                }
                sum.add(single);
            }
            System.arraycopy(sum.bytes, 0, all, first * fragmentLength, fragmentLength);
        }
        return Optional.of(all);
    }
}
