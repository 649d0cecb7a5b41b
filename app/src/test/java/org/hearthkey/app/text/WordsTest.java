package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Walks the code and the words of the window, both ways.
class WordsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z.-]*\\.[A-Za-z-]*|\\.[a-z-]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z-]+){1,2}");

    private final Set<String> keys = Books.keys("words");
    private final Set<String> literals = literals();

    @Test
    void everyWordIsUsed() {
        var unused = keys.stream().filter(key -> !isUsed(key)).toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void noWordIsMissing() {
        var screens =
                new TreeSet<>(keys.stream().map(key -> key.split("\\.", 2)[0]).toList());
        var otherBooks = new TreeSet<String>();
        for (var book : Books.names()) {
            otherBooks.addAll(Books.keys(book));
        }
        var missing = literals.stream()
                .filter(literal -> literal.split("\\.", -1).length == 3 && !literal.startsWith("."))
                .filter(literal -> screens.contains(literal.split("\\.", 2)[0]))
                .filter(literal -> !literal.endsWith("."))
                .filter(literal -> !keys.contains(literal) && !otherBooks.contains(literal))
                .filter(literal -> keys.stream().noneMatch(key -> key.startsWith(literal + ".")))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void keysAreScreenElementPurpose() {
        assertEquals(
                List.of(),
                keys.stream().filter(key -> !KEY.matcher(key).matches()).toList());
    }

    @Test
    void noApostropheSwallowsAGap() {
        var book = Books.book("words");
        assertEquals(
                List.of(),
                keys.stream().filter(key -> book.getString(key).contains("'")).toList());
    }

    @Test
    void everySentenceCanBeFilled() {
        var words = Words.in(Locale.ENGLISH);
        for (String key : keys) {
            assertFalse(words.text(key, 2L, 3L, 4L, 5L, 6L).contains("{"), key);
        }
    }

    /// A key is used as a whole, or put together from how it begins and how it ends.
    private boolean isUsed(String key) {
        return literals.contains(key)
                || literals.stream()
                        .anyMatch(ending -> ending.startsWith(".")
                                && key.endsWith(ending)
                                && (literals.contains(key.substring(0, key.length() - ending.length()))
                                        || beginsAsLiteral(key, ending)));
    }

    private boolean beginsAsLiteral(String key, String ending) {
        return literals.stream()
                .anyMatch(begin -> begin.endsWith(".")
                        && key.startsWith(begin)
                        && key.length() > begin.length() + ending.length());
    }

    private static Set<String> literals() {
        var literals = new TreeSet<String>();
        for (String source : Books.sources()) {
            var found = LITERAL.matcher(source);
            while (found.find()) {
                literals.add(found.group(1));
            }
        }
        return literals;
    }
}
