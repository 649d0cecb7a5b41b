package org.hearthkey.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {
    @ParameterizedTest
    @CsvSource({"1, 256", "256, 256", "257, 512", "4097, 8192", "65535, 65536", "65536, 65536"})
    void takesTheLeastStepThatFits(int length, int step) {
        byte[] padded = Padding.pad(new byte[length]);
        assertEquals(step, padded.length);
        assertTrue(Padding.isRight(padded, length));
    }

    @Test
    void hasNineSteps() {
        assertEquals(
                9, IntStream.range(-70_000, 200_000).filter(Padding::isStep).count());
    }

    @Test
    void refusesALargerRow() {
        assertThrows(IllegalArgumentException.class, () -> Padding.pad(new byte[65_537]));
    }

    @Test
    void noticesAnythingButZerosAndALargerStep() {
        assertFalse(Padding.isRight(new byte[512], 256));
        byte[] marked = new byte[256];
        marked[255] = 1;
        assertFalse(Padding.isRight(marked, 255));
        assertTrue(Padding.isRight(marked, 256));
    }
}
