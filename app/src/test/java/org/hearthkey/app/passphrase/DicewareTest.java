package org.hearthkey.app.passphrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DicewareTest {
    private static final Diceware DICE = Diceware.read();
    private static final int SIDES = 7776;

    private final SecureRandom random = seeded();

    @Test
    void drawsFromTheWholeListOfTheEff() {
        assertEquals(SIDES, DICE.words().size());
        assertTrue(DICE.words().containsAll(List.of("abacus", "zoom", "yo-yo")));
        assertEquals(77, DICE.bits(6));
    }

    @Test
    void putsSpacesBetweenTheWords() {
        try (var suggestion = DICE.suggest(6, random)) {
            var words = suggestion.use(String::new).split(" ", -1);
            assertEquals(6, words.length);
            assertTrue(DICE.words().containsAll(List.of(words)));
        }
    }

    /// Too few of a kind, or too many, would give a passphrase less chance than it promises. With 7775 degrees of freedom
    /// chi-square is 7775 on average and above 8400 once in a million; a byte pair modulo 7776 gives above 20000.
    @Test
    void drawsEachWordAlike() {
        var seen = new int[SIDES];
        int draws = 100 * SIDES / 12;
        for (int i = 0; i < draws; i++) {
            try (var suggestion = DICE.suggest(12, random)) {
                for (String word : suggestion.use(String::new).split(" ", -1)) {
                    seen[Collections.binarySearch(DICE.words(), word)]++;
                }
            }
        }
        double expected = 12.0 * draws / SIDES;
        double chiSquare = 0;
        for (int times : seen) {
            chiSquare += (times - expected) * (times - expected) / expected;
        }
        assertTrue(7200 < chiSquare && chiSquare < 8400, "chi-square is " + chiSquare);
    }

    @Test
    void isAlwaysStrongEnough() {
        var review = new PassphraseReview(List.of());
        for (int i = 0; i < 50; i++) {
            try (var suggestion = DICE.suggest(6, random)) {
                var verdict = suggestion.use(review::of);
                assertEquals(Strength.STRONG, verdict.strength());
            }
        }
    }

    @Test
    void neverSuggestsTheSameAgain() {
        var seen = new TreeSet<String>();
        for (int i = 0; i < 1000; i++) {
            try (var suggestion = DICE.suggest(6, random)) {
                assertTrue(seen.add(suggestion.use(String::new)));
            }
        }
    }

    @Test
    void drawsNoFewerThanSixWords() {
        assertThrows(IllegalArgumentException.class, () -> DICE.suggest(5, random));
    }

    private static SecureRandom seeded() {
        try {
            var seeded = SecureRandom.getInstance("SHA1PRNG");
            seeded.setSeed(7776);
            return seeded;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
