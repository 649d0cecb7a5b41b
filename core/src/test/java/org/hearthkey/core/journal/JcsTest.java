package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTest {
    private static final long SEED = 20261122;

    @Test
    void ordersMembersByUtf16CodeUnitAsTheStandardShows() {
        // RFC 8785, section 3.2.3
        var document = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                text(document));
    }

    @Test
    void writesStringsAsTheStandardShows() {
        // RFC 8785, section 3.2.2, its string and its literals; the fractions and the null are not ours.
        var document = Map.of("string", "\u20ac$\017\nA'B\"\\\\\"/", "literals", List.of(true, false));
        assertEquals(
                "{\"literals\":[true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}", text(document));
    }

    @Test
    void escapesEveryControlCharacterInItsOneWay() {
        assertEquals(
                "{\"a\":\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\177\"}", text(Map.of("a", "\0\b\t\n\013\f\r\037\177")));
    }

    @Test
    void writesIntegersUpToTheLargestThatEveryReaderKnows() {
        var document = Map.of("a", List.of(0, -1, 9007199254740991L, -9007199254740991L));
        assertEquals("{\"a\":[0,-1,9007199254740991,-9007199254740991]}", text(document));
    }

    @Test
    void refusesToWriteWhatHasNoCanonicalForm() {
        for (Object value :
                List.of(1.5, 1L << 53, -(1L << 53), Long.MIN_VALUE, Long.MAX_VALUE, '1', "\ud800", "\udc00x")) {
            assertThrows(IllegalArgumentException.class, () -> Jcs.write(Map.of("a", value)), value.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> Jcs.write(Map.of("a", nested(33))));
    }

    @Test
    void readsBackWhatItWrote() {
        var random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            var document = randomObject(random, 0);
            assertEquals(Optional.of(document), Jcs.parse(Jcs.write(document)));
        }
    }

    @Test
    void readsAsDeepAsItWrites() {
        var deepest = Map.<String, Object>of("a", nested(32));
        assertEquals(Optional.of(deepest), Jcs.parse(Jcs.write(deepest)));
        assertEquals(Optional.empty(), parse("{\"a\":" + "[".repeat(33) + "]".repeat(33) + "}"));
        assertEquals(Optional.empty(), parse("{\"a\":" + "[".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{} ",
                " {}",
                "{}{}",
                "\ufeff{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":1}",
                "{\"a\": 1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":null}",
                "{\"a\":1.0}",
                "{\"a\":1e2}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":}",
                "{\"a\":9007199254740992}",
                "{\"a\":-9007199254740992}",
                "{\"a\":99999999999999999999999999}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u000F\"}",
                "{\"a\":\"\\u0009\"}",
                "{\"a\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\u00",
                "{a:1}",
                "{'a':1}",
                "{\"a\":[1 ,2]}",
                "{\"a\":[1,]}",
                "{\"a\":[,]}",
                "{\"a\":True}",
                "{\"a\":tru",
                "{\"a\":[}",
                "{\"a\":/**/1}"
            })
    void refusesEveryOtherSpelling(String text) {
        assertEquals(Optional.empty(), parse(text));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertEquals(Optional.empty(), Jcs.parse("{\"a\":\"\u00e4\"}".getBytes(ISO_8859_1)));
        // An overlong slash and half a surrogate pair, spelled in bytes.
        assertEquals(Optional.empty(), Jcs.parse("{\"a\":\"\u00c0\u00af\"}".getBytes(ISO_8859_1)));
        assertEquals(Optional.empty(), Jcs.parse("{\"a\":\"\u00ed\u00a0\u0080\"}".getBytes(ISO_8859_1)));
    }

    @Test
    void aChangedByteIsAnotherDocumentOrNone() {
        var random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            var bytes = Jcs.write(randomObject(random, 0));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Jcs.parse(bytes).ifPresent(read -> assertArrayEquals(bytes, Jcs.write(read)));
        }
    }

    private static String text(Map<String, ?> document) {
        return new String(Jcs.write(document), UTF_8);
    }

    private static Optional<Map<String, Object>> parse(String text) {
        return Jcs.parse(text.getBytes(UTF_8));
    }

    private static Object nested(int levels) {
        List<?> inner = List.of();
        for (int i = 1; i < levels; i++) {
            inner = List.of(inner);
        }
        return inner;
    }

    private static Map<String, Object> randomObject(Random random, int depth) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(randomString(random), randomValue(random, depth + 1));
        }
        return members;
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 3 : 5)) {
            case 0 -> randomString(random);
            case 1 -> random.nextLong(-Jcs.LARGEST_INTEGER, Jcs.LARGEST_INTEGER + 1);
            case 2 -> random.nextBoolean();
            case 3 -> randomObject(random, depth);
            default -> {
                var items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(randomValue(random, depth + 1));
                }
                yield items;
            }
        };
    }

    private static String randomString(Random random) {
        var out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int c = random.nextInt(4) == 0 ? random.nextInt(0x11_0000) : random.nextInt(0x80);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }
}
