package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetSumTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    void addsAndSubtractsModulo256Bits() {
        Random random = new Random(3);
        SetSum sum = new SetSum();
        BigInteger expected = BigInteger.ZERO;
        List<byte[]> added = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            byte[] element = new byte[32];
            random.nextBytes(element);
            added.add(element);
            sum.add(element);
            expected = expected.add(new BigInteger(1, element));
            if (i % 3 == 0) {
                byte[] taken = added.remove(random.nextInt(added.size()));
                sum.subtract(taken);
                expected = expected.subtract(new BigInteger(1, taken));
            }
            expected = expected.mod(MODULUS);
            assertArrayEquals(bytes(expected), sum.toBytes());
        }
        added.forEach(sum::subtract);
        assertArrayEquals(new byte[32], sum.toBytes());
    }

    private static byte[] bytes(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, bytes, 32 - length, length);
        return bytes;
    }
}
