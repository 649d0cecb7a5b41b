package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearthkey.app.ui.welcome.PassphraseReview.Strength;
import org.hearthkey.app.ui.welcome.PassphraseReview.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseReviewTest {
    @ParameterizedTest
    @CsvSource({
        "five tulips under the old clock, STRONG",
        "orchard bicycle thunder seven, GOOD",
        "correcthorsebatterystaple, GOOD",
        "tulips and bicycle, WEAK",
        "Maple House 2026!, TOO_WEAK",
        "aaaaaaaaaaaaaaaaaaaa, TOO_WEAK",
        "qwertyuiop1234567890, TOO_WEAK",
        "tulip tulip tulip tulip, TOO_WEAK",
        "x9$Kq2!vRz, WEAK",
    })
    void judgesAsAThiefWould(String typed, Strength expected) {
        assertEquals(
                expected,
                of(typed).strength(),
                () -> typed + " takes " + of(typed).tries());
    }

    @ParameterizedTest
    @CsvSource({
        "Maple garden bicycle 7, HOME_NAME",
        "orchard in spring 1987, YEAR",
        "qwertyuiop and more, ROW_OF_KEYS",
        "clockwork clockwork, REPEATS",
        "my password is here, COMMON_WORD",
        "tulips, TOO_SHORT",
        "garden bicycles, FEW_WORDS",
    })
    void namesTheWeakness(String typed, Weakness expected) {
        assertTrue(of(typed).weaknesses().contains(expected), () -> of(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x9$Kq2!vRz7&Tm", "tulip bicycle!"})
    void acceptsNothingBelowFifteenCharacters(String typed) {
        assertFalse(of(typed).isEnough());
    }

    @Test
    void saysNothingOfNothing() {
        assertEquals(Strength.NOTHING, of("").strength());
    }

    @Test
    void leavesWhatItWasLentAsItWas() {
        char[] typed = "Five Tulips".toCharArray();
        PassphraseReview.of(typed, "Maple House");
        assertEquals("Five Tulips", new String(typed));
    }

    private static PassphraseReview.Verdict of(String typed) {
        return PassphraseReview.of(typed.toCharArray(), "Maple House");
    }
}
