package org.hearthkey.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborArrayTest {
    /// From RFC 8949, appendix A, each as the one element of an array.
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "100, 1864",
        "255, 18ff",
        "256, 190100",
        "1000, 1903e8",
        "65535, 19ffff",
        "65536, 1a00010000",
        "1000000, 1a000f4240",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "1000000000000, 1b000000e8d4a51000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-10, 29",
        "-100, 3863",
        "-1000, 3903e7",
        "-9223372036854775808, 3b7fffffffffffffff"
    })
    void writesIntegersInTheirShortestForm(long number, String encoded) throws MalformedArrayException {
        assertEquals("81" + encoded, hex(CborArray.of(number)));
        assertEquals(List.of(number), CborArray.decode(bytes("81" + encoded)));
    }

    @Test
    void writesEveryType() throws MalformedArrayException {
        byte[] encoded = CborArray.of("\u00fc", new byte[] {1, 2}, null, List.of(), List.of(7, "a"), 5);
        assertEquals("8662c3bc420102f6808207616105", hex(encoded));
        List<@Nullable Object> decoded = CborArray.decode(encoded);
        assertEquals("\u00fc", decoded.get(0));
        assertArrayEquals(new byte[] {1, 2}, (byte[]) decoded.get(1));
        assertEquals(Arrays.asList(null, List.of(), List.of(7L, "a"), 5L), decoded.subList(2, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "00", // not an array
                "f6",
                "8100ff", // something follows
                "82", // ends too early
                "8201",
                "811817", // 23 in two bytes
                "811900ff",
                "811a0000ffff",
                "811b00000000ffffffff",
                "9801", // an array's own length
                "980100",
                "811b8000000000000000", // more than 63 bits
                "813b8000000000000000",
                "9f00ff", // indefinite lengths
                "815f4101ff",
                "817f6161ff",
                "81f4", // a boolean
                "81f7", // undefined
                "81f93c00", // a float
                "81fb3ff0000000000000",
                "81f818", // a simple value
                "81c000", // a tag
                "81a0", // a map
                "811c", // reserved
                "811f",
                "8142ff", // bytes that end too early
                "815b7fffffffffffffff",
                "8161ff", // not UTF-8
                "8162c080", // an overlong form of nothing
                "8163eda080", // half a surrogate pair
                "818181818180", // six levels
                "990101" // 257 elements
            })
    void refusesEveryOtherEncoding(String encoded) {
        assertThrows(MalformedArrayException.class, () -> CborArray.decode(bytes(encoded)));
    }

    @Test
    void endsAtFiveLevelsAnd256Elements() throws MalformedArrayException {
        assertEquals("8181818180", hex(CborArray.encode(List.of(List.of(List.of(List.of(List.of())))))));
        CborArray.decode(bytes("8181818180"));
        CborArray.decode(CborArray.encode(Collections.nCopies(256, 0L)));
        assertThrows(IllegalArgumentException.class, () -> CborArray.encode(Collections.nCopies(257, 0L)));
        List<?> sixLevels = List.of(List.of(List.of(List.of(List.of(List.of())))));
        assertThrows(IllegalArgumentException.class, () -> CborArray.encode(sixLevels));
    }

    @Test
    void refusesToWriteWhatHasNoForm() {
        assertThrows(IllegalArgumentException.class, () -> CborArray.of(1.5));
        assertThrows(IllegalArgumentException.class, () -> CborArray.of(true));
        assertThrows(IllegalArgumentException.class, () -> CborArray.of("\ud800"));
    }

    @Test
    void whatIsReadIsWrittenBackTheSame() {
        Random random = new Random(1);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0x80 | random.nextInt(6));
            try {
                List<@Nullable Object> values = CborArray.decode(bytes);
                read++;
                assertArrayEquals(bytes, CborArray.encode(values));
            } catch (MalformedArrayException noise) {
                refused++;
            }
        }
        assertTrue(read > 1000 && refused > 1000, read + " read, " + refused + " refused");
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws MalformedArrayException {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            List<Object> values = new ArrayList<>();
            for (int n = random.nextInt(30); n > 0; n--) {
                long number = random.nextLong() >> random.nextInt(64);
                values.add(random.nextBoolean() ? (Object) number : Long.toString(number));
            }
            assertEquals(values, CborArray.decode(CborArray.encode(values)));
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
