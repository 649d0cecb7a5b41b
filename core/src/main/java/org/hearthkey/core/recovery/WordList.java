package org.hearthkey.core.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The 1,024 words of SLIP-39, in order. Each is known by its first four letters.
public final class WordList {
    /// Letters of the longest word.
    public static final int LONGEST = 8;

    static final int BITS = 10;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    /// Letters that tell every word from all others.
    private static final int TELLING = 4;

    private static final List<String> WORDS = read();

    private WordList() {}

    private static List<String> read() {
        try (var in = Objects.requireNonNull(WordList.class.getResourceAsStream("slip39-words.txt"))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String word(int index) {
        return WORDS.get(index);
    }

    /// The word that begins with these letters, in upper or lower case: at least four, or a whole word. There is no guess
    /// at what else could be meant.
    static OptionalInt find(char[] letters) {
        for (int index = 0; index < SIZE; index++) {
            var word = WORDS.get(index);
            if (letters.length >= Math.min(TELLING, word.length()) && startsWith(word, letters)) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether some word begins with these letters.
    public static boolean canBegin(char[] letters) {
        return WORDS.stream().anyMatch(word -> startsWith(word, letters));
    }

    /// Whether these letters tell a word.
    public static boolean isWord(char[] letters) {
        return find(letters).isPresent();
    }

    /// The whole word that these letters tell, which is the list's own: it needs no wiping, only to be let go of.
    public static Optional<String> whole(char[] letters) {
        return find(letters).stream().mapToObj(WordList::word).findAny();
    }

    private static boolean startsWith(String word, char[] letters) {
        if (letters.length == 0 || letters.length > word.length()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < letters.length; i++) {
            different |= Character.toLowerCase(letters[i]) ^ word.charAt(i);
        }
        return different == 0;
    }
}
