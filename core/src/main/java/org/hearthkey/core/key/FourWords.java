package org.hearthkey.core.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The first 40 bits of a fingerprint as four everyday words. They help people notice that two are different; they do
/// not prove that two are the same, which only the whole fingerprint does.
///
/// The list has 1,024 nouns (10 bits a word) and none of SLIP-39's words, so that nobody takes a fingerprint for a part
/// of a recovery sheet.
///
/// @param words four words of the list, the first for the first ten bits
public record FourWords(List<String> words) {
    private static final int BITS_A_WORD = 10;
    private static final int MASK = (1 << BITS_A_WORD) - 1;
    private static final List<String> LIST = readList();

    public FourWords {
        words = List.copyOf(words);
        if (words.size() != 4 || !LIST.containsAll(words)) {
            throw new IllegalArgumentException("Not four words of the list");
        }
    }

    static FourWords of(byte[] hash) {
        long first40 = ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - 4 * BITS_A_WORD);
        return new FourWords(List.of(word(first40, 3), word(first40, 2), word(first40, 1), word(first40, 0)));
    }

    private static String word(long bits, int fromRight) {
        return LIST.get((int) (bits >>> (fromRight * BITS_A_WORD)) & MASK);
    }

    private static List<String> readList() {
        try (var in = Objects.requireNonNull(FourWords.class.getResourceAsStream("four-words.txt"), "four-words.txt")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
