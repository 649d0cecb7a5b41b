package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.ceremony.AirFinding;
import org.hearthkey.core.ceremony.ScriptFlaw;
import org.hearthkey.core.ceremony.Setting;
import org.junit.jupiter.api.Test;

class CeremonyWordsTest {
    @Test
    void everyFlawAndEveryFindingHasWordsAndNoneAreUnused() {
        var needed = new TreeSet<>(Set.of("flaw.line", "air.none", "air.unseen", "was.no-rehearsal"));
        Arrays.stream(ScriptFlaw.values()).forEach(flaw -> needed.add("flaw." + flaw.code()));
        Arrays.stream(AirFinding.Code.values()).forEach(code -> {
            needed.add("air." + code.code());
            needed.add("was." + code.code());
        });
        assertEquals(needed, Books.keys("ceremonies"));
    }

    @Test
    void whatWasOverruledIsToldInWords() {
        var words = CeremonyWords.in(Locale.ENGLISH);
        assertEquals("The network was connected", words.overruled(Setting.AIR + "network"));
        assertEquals("The home was made without a rehearsal", words.overruled(Setting.NO_REHEARSAL));
        assertEquals("air of-a-later-program", words.overruled("air of-a-later-program"));
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
