package org.hearthkey.core.recovery;

import java.util.Arrays;

/// One share of a secret: what stands on one sheet. Forgotten when closed.
public final class Share implements AutoCloseable {
    private final ShareSet set;
    private final ShareSeat seat;
    private final byte[] value;

    /// Takes over `value`.
    Share(ShareSet set, ShareSeat seat, byte[] value) {
        this.set = set;
        this.seat = seat;
        this.value = value;
    }

    /// The share that these words are.
    ///
    /// @throws ShareException not-a-share, or word-count
    public static Share of(ShareWords words) throws ShareException {
        return ShareCoding.decode(words.indexes());
    }

    public ShareWords words() {
        return ShareWords.owning(ShareCoding.encode(this));
    }

    public ShareSet set() {
        return set;
    }

    public ShareSeat seat() {
        return seat;
    }

    /// Lends the value, which is wiped when this is closed.
    byte[] value() {
        return value;
    }

    /// Whether both are the same share of the same set, with the same value.
    public boolean isSame(Share other) {
        return set.equals(other.set) && seat.equals(other.seat) && Arrays.equals(value, other.value);
    }

    @Override
    public void close() {
        Arrays.fill(value, (byte) 0);
    }

    @Override
    public String toString() {
        return "Share " + seat;
    }
}
