package org.hearthkey.core.store;

import java.util.Arrays;

/// A sum of elements of 32 bytes, modulo 2²⁵⁶.
final class SetSum {
    static final int BYTES = 32;

    private final byte[] sum;

    /// The sum of nothing.
    SetSum() {
        this(new byte[BYTES]);
    }

    private SetSum(byte[] sum) {
        this.sum = sum;
    }

    void add(byte[] element) {
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            carry += (sum[i] & 0xff) + (element[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>>= 8;
        }
    }

    void subtract(byte[] element) {
        int borrow = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            int difference = (sum[i] & 0xff) - (element[i] & 0xff) - borrow;
            sum[i] = (byte) difference;
            borrow = difference < 0 ? 1 : 0;
        }
    }

    SetSum copy() {
        return new SetSum(toBytes());
    }

    byte[] toBytes() {
        return Arrays.copyOf(sum, BYTES);
    }
}
