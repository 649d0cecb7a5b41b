package org.hearthkey.core.deliver;

import java.util.BitSet;
import org.hearthkey.core.certificate.SerialNumber;

/// Serial numbers, a million of them in some 48 MB at the most, and which of them were seen elsewhere. They are told
/// apart by their last 128 bits and what stands before those: of numbers as long as ours, by all of them.
final class SerialSet {
    private static final int FIRST_SLOTS = 1 << 6;
    private static final int WORDS = 2;
    /// 2 to the 64th by the golden ratio, odd: what is alike gets far from each other.
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private long[] slots = new long[FIRST_SLOTS * WORDS];
    private BitSet taken = new BitSet();
    private final BitSet seen = new BitSet();
    private int size;

    void add(SerialNumber serial) {
        if (!seen.isEmpty()) {
            throw new IllegalStateException("All are added before any is seen");
        }
        if (2 * size >= slots.length / WORDS) {
            grow();
        }
        size += put(high(serial), low(serial)) ? 1 : 0;
    }

    private static long low(SerialNumber serial) {
        return serial.value().longValue();
    }

    private static long high(SerialNumber serial) {
        var rest = serial.value().shiftRight(Long.SIZE);
        return rest.longValue() ^ Long.rotateLeft(rest.shiftRight(Long.SIZE).longValue(), Integer.SIZE);
    }

    private boolean put(long high, long low) {
        int slot = slot(high, low);
        boolean isNew = !taken.get(slot);
        taken.set(slot);
        slots[WORDS * slot] = high;
        slots[WORDS * slot + 1] = low;
        return isNew;
    }

    /// Where it is, or would be.
    private int slot(long high, long low) {
        int count = slots.length / WORDS;
        int slot = (int) (((((high * SPREAD) ^ low) * SPREAD) >>> Integer.SIZE) % count);
        while (taken.get(slot) && (slots[WORDS * slot] != high || slots[WORDS * slot + 1] != low)) {
            slot = (slot + 1) % count;
        }
        return slot;
    }

    private void grow() {
        var old = slots;
        var were = taken;
        slots = new long[Math.multiplyExact(old.length, 2)];
        taken = new BitSet();
        for (int slot = were.nextSetBit(0); slot >= 0; slot = were.nextSetBit(slot + 1)) {
            put(old[WORDS * slot], old[WORDS * slot + 1]);
        }
    }

    void see(SerialNumber serial) {
        int slot = slot(high(serial), low(serial));
        if (taken.get(slot)) {
            seen.set(slot);
        }
    }

    boolean allSeen() {
        return seen.cardinality() == size;
    }
}
