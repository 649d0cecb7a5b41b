package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.ScriptFlaw;
import org.junit.jupiter.api.Test;

class CeremonyWordsTest {
    @Test
    void everyFlawAndEveryFindingHasWordsAndNoneAreUnused() {
        var needed = new TreeSet<>(Set.of("flaw.line", "air.none", "air.unseen"));
        Arrays.stream(ScriptFlaw.values()).forEach(flaw -> needed.add("flaw." + flaw.code()));
        Arrays.stream(AirFinding.Code.values()).forEach(code -> needed.add("air." + code.code()));
        assertEquals(needed, Books.keys("ceremonies"));
    }

    @Test
    void everySentenceIsShortAndHasNoPlainApostrophe() {
        for (var key : Books.keys("ceremonies")) {
            var text = Books.book("ceremonies").getString(key);
            Books.requireShortSentences(text);
            assertFalse(text.contains("'"), text);
        }
    }
}
