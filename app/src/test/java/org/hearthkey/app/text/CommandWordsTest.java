package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hearthkey.core.scan.CodeReader;
import org.junit.jupiter.api.Test;

/// The words of the command line, held against the sources that use them.
class CommandWordsTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)*)\"");

    /// Keys whose end comes from a value.
    private static final List<String> PREFIXES =
            List.of("house.package.", "house.receipt.", "house.state.", "scan.kind.", "state.", "timeline.");

    private static Set<String> literals() {
        var literals = new TreeSet<String>();
        for (var source : Books.sources()) {
            if (source.startsWith("package org.hearthkey.app.cli;")) {
                KEY.matcher(source).results().map(found -> found.group(1)).forEach(literals::add);
            }
        }
        return literals;
    }

    @Test
    void noWordsAreUnused() {
        var unused = Books.keys("commands");
        unused.removeAll(literals());
        unused.removeIf(key -> PREFIXES.stream().anyMatch(key::startsWith));
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyKindOfCodeHasAName() {
        for (var kind : CodeReader.kinds()) {
            assertTrue(Books.keys("commands").contains("scan.kind." + kind), kind);
        }
    }

    @Test
    void everySentenceIsShortAndHasNoPlainApostrophe() {
        for (var key : Books.keys("commands")) {
            var text = Books.book("commands").getString(key);
            Books.requireShortSentences(text);
            assertFalse(text.contains("'"), text);
        }
    }
}
