package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.junit.jupiter.api.Test;

class FindingWordsTest {
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern ACT = Pattern.compile("(?:Note\\.of|note|journal\\.each)\\(\\s*\"[a-z.]+\"");

    private static final Pattern WARNING = Pattern.compile("new Warning\\(\\s*\"([a-z0-9-]+)\"");

    private final FindingWords words = FindingWords.in(Locale.ENGLISH);

    @Test
    void everyCodeInTheProgramHasWords() {
        assertEquals(Set.of(), minus(codesInSources(), wordedCodes()));
    }

    @Test
    void noWordsAreUnused() {
        assertEquals(Set.of(), minus(wordedCodes(), codesInSources()));
    }

    @Test
    void whatToDoBelongsToAFinding() {
        var bases = Books.keys("findings").stream()
                .filter(key -> key.endsWith(".next"))
                .map(key -> key.substring(0, key.length() - ".next".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), minus(bases, wordedCodes()));
    }

    @Test
    void everySentenceIsShort() {
        for (var key : Books.keys("findings")) {
            Books.requireShortSentences(Books.book("findings").getString(key));
        }
    }

    @Test
    void fillsTheGapsWithTheFacts() {
        var finding = new Finding("label.hint-differs", Weight.CAUTION, List.of("0042", "SN-7'{0}"), "");
        assertEquals(
                "The label names serial number 0042, the request names SN-7'{0}. "
                        + "Look at the serial number printed on the device.",
                words.text(finding));
    }

    @Test
    void saysGradesInWords() {
        var finding = new Finding("attestation.too-low", Weight.REFUSAL, List.of("Doors", "attested", "claimed"), "");
        assertEquals(
                "Refused: zone Doors asks for a trusted maker’s word and own proof. This one has the word alone",
                words.sentence(finding));
    }

    @Test
    void saysNothingToDoWhereThereIsNothing() {
        var finding = new Finding("possession.proven", Weight.SUPPORT, List.of(), "");
        assertEquals("", words.next(finding));
        assertTrue(words.text(finding).endsWith("."));
    }

    private static Set<String> wordedCodes() {
        return Books.keys("findings").stream()
                .filter(key -> !key.endsWith(".next"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Literals that look like codes, in every source that makes findings, and the warnings of codes. Acts of the journal look the same, and so do
    /// the words of the front ends, which make none.
    private static Set<String> codesInSources() {
        var codes = new TreeSet<String>();
        for (var source : Books.sources()) {
            WARNING.matcher(source)
                    .results()
                    .map(found -> "code." + found.group(1))
                    .forEach(codes::add);
            var isFrontEnd = source.startsWith("package org.hearthkey.app.cli")
                    || source.startsWith("package org.hearthkey.app.ui");
            if (source.contains("policy.Finding;") && !isFrontEnd) {
                CODE.matcher(ACT.matcher(source).replaceAll(""))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static Set<String> minus(Set<String> all, Set<String> known) {
        var rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }
}
