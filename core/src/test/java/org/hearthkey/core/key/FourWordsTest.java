package org.hearthkey.core.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FourWordsTest {
    private static final List<String> WORDS = lines("four-words.txt");

    @Test
    void theListHas1024DifferentSortedWords() {
        assertEquals(1024, WORDS.size());
        assertEquals(WORDS, List.copyOf(new TreeSet<>(WORDS)));
    }

    @Test
    void everyWordHasThreeToSevenLetters() {
        assertTrue(WORDS.stream().allMatch(word -> word.matches("[a-z]{3,7}")));
    }

    @Test
    void noWordIsOneOfARecoverySheet() {
        var slip39 = lines("slip39-words.txt");
        assertEquals(1024, slip39.size());
        var shared = new HashSet<>(WORDS);
        shared.retainAll(Set.copyOf(slip39));
        assertEquals(Set.of(), shared);
    }

    @Test
    void noWordIsAnothersPlural() {
        var all = Set.copyOf(WORDS);
        for (var word : WORDS) {
            assertFalse(all.contains(word + "s") || all.contains(word + "es"), word);
            assertFalse(all.contains(word.replaceFirst("y$", "ies")) && word.endsWith("y"), word);
        }
    }

    @Test
    void oneWrongLetterNeverMakesAnotherWord() {
        for (var one : WORDS) {
            for (var other : WORDS) {
                assertTrue(one.equals(other) || !isOneEditAway(one, other), one + " " + other);
            }
        }
    }

    @Test
    void theFirstFortyBitsChooseTheWords() {
        var hash = new byte[Fingerprint.LENGTH];
        assertEquals(List.of("abacus", "abacus", "abacus", "abacus"), words(hash));
        System.arraycopy(HexFormat.of().parseHex("0040200c04"), 0, hash, 0, 5);
        assertEquals(List.of(WORDS.get(1), WORDS.get(2), WORDS.get(3), WORDS.get(4)), words(hash));
        hash[5] = 1;
        assertEquals(List.of(WORDS.get(1), WORDS.get(2), WORDS.get(3), WORDS.get(4)), words(hash));
        hash[0] = (byte) 0xff;
        hash[1] = (byte) 0xc0;
        assertEquals("zoo", words(hash).getFirst());
    }

    @Test
    void differentKeysSoundDifferent() {
        assertNotEquals(
                Fingerprint.of(new byte[] {1}).words(),
                Fingerprint.of(new byte[] {2}).words());
    }

    @Test
    void refusesOtherWords() {
        assertThrows(IllegalArgumentException.class, () -> new FourWords(List.of("abacus", "zoo", "zoo")));
        assertThrows(IllegalArgumentException.class, () -> new FourWords(List.of("abacus", "zoo", "zoo", "academic")));
    }

    private static List<String> words(byte[] hash) {
        return Fingerprint.ofDigest(hash).words().words();
    }

    private static boolean isOneEditAway(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = one.length() <= other.length() ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        var rest = longer.substring(Math.min(same + 1, longer.length()));
        return rest.equals(shorter.substring(same))
                || (one.length() == other.length()
                        && rest.equals(shorter.substring(Math.min(same + 1, shorter.length()))));
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(FourWordsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
