package org.hearthkey.core.recovery;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.core.secret.SecretChars;

/// The words of one share, forgotten when closed. They are a secret: with as many others as it takes, they are the home.
public final class ShareWords implements AutoCloseable {
    /// What a share of 32 bytes has.
    public static final int USUAL = 33;

    private static final int FEWEST = 20;

    private final int[] indexes;
    private boolean closed;

    private ShareWords(int[] indexes) {
        this.indexes = indexes;
    }

    /// Takes over `indexes`.
    static ShareWords owning(int[] indexes) {
        return new ShareWords(indexes);
    }

    /// Reads words with anything but letters between them: spaces, line ends, or the numbers printed beside them.
    ///
    /// @throws ShareException unknown-word, word-count or checksum
    public static ShareWords read(char[] text) throws ShareException {
        var indexes = new int[text.length / 2 + 1];
        int count = 0;
        int from = 0;
        while (from < text.length) {
            int to = from;
            while (to < text.length && Character.isLetter(text[to])) {
                to++;
            }
            if (to > from) {
                indexes[count] = index(text, from, to, count + 1);
                count++;
            }
            from = to + 1;
        }
        var words = new ShareWords(Arrays.copyOf(indexes, count));
        Arrays.fill(indexes, 0);
        words.check();
        return words;
    }

    private static int index(char[] text, int from, int to, int position) throws ShareException {
        var letters = Arrays.copyOfRange(text, from, to);
        var index = WordList.find(letters);
        Arrays.fill(letters, '\0');
        return index.orElseThrow(() -> new ShareException(ShareFlaw.UNKNOWN_WORD, position));
    }

    private void check() throws ShareException {
        if (indexes.length < FEWEST) {
            throw new ShareException(ShareFlaw.WORD_COUNT, indexes.length);
        }
        if (!Rs1024.fits(ShareSet.customization(ShareCoding.isExtendable(indexes)), indexes)) {
            throw new ShareException(ShareFlaw.CHECKSUM);
        }
    }

    public int size() {
        return indexes.length;
    }

    /// The word at `position`, counted from 0.
    ///
    /// @throws IllegalStateException if closed
    public String word(int position) {
        return WordList.word(indexes()[position]);
    }

    /// All words, one space between two.
    ///
    /// @throws IllegalStateException if closed
    public SecretChars text() {
        int letters = words().mapToInt(word -> word.length() + 1).sum() - 1;
        var text = new char[letters];
        int at = 0;
        for (int i = 0; i < indexes.length; i++) {
            var word = word(i);
            word.getChars(0, word.length(), text, at);
            at += word.length();
            if (at < letters) {
                text[at++] = ' ';
            }
        }
        return SecretChars.owning(text);
    }

    private Stream<String> words() {
        return IntStream.of(indexes()).mapToObj(WordList::word);
    }

    /// Lends the places of the words in the list.
    int[] indexes() {
        if (closed) {
            throw new IllegalStateException("This share has been wiped");
        }
        return indexes;
    }

    @Override
    public void close() {
        Arrays.fill(indexes, 0);
        closed = true;
    }

    @Override
    public String toString() {
        return "ShareWords";
    }
}
