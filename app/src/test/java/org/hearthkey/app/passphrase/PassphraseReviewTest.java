package org.hearthkey.app.passphrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearthkey.core.policy.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseReviewTest {
    @ParameterizedTest
    @CsvSource({
        "five tulips under the old clock, STRONG",
        "orchard bicycle thunder seven, STRONG",
        "kitchen table lamp blue, GOOD",
        "zx9vQwe81mPlk2s, STRONG",
        "three plain words, WEAK",
        "harvest window cobalt, WEAK",
        "x9$Kq2!vRz7&Tm, WEAK",
        "correct horse battery staple, TOO_WEAK",
        "Maple House 2026!, TOO_WEAK",
        "aaaaaaaaaaaaaaaaaaaa, TOO_WEAK",
        "qwertyuiop1234567890, TOO_WEAK",
        "tulip tulip tulip tulip, TOO_WEAK",
    })
    void judgesAsAThiefWould(String typed, Strength expected) {
        assertEquals(
                expected,
                of(typed).strength(),
                () -> typed + " takes " + of(typed).tries());
    }

    @ParameterizedTest
    @CsvSource({
        "tulips, passphrase.short",
        "Maple garden bicycle 7, passphrase.home-name",
        "the cellar door 12, passphrase.home-name",
        "correct horse battery staple, passphrase.common",
        "passwordpassword123, passphrase.common",
        "garden abcdefghij, passphrase.row",
        "clockwork clockwork, passphrase.repeats",
        "1990-12-24 1991-03-01, passphrase.date",
        "garden bicycles, passphrase.few-words",
    })
    void namesTheWeakness(String typed, String expected) {
        assertTrue(codes(of(typed)).contains(expected), () -> typed + ": " + of(typed));
    }

    @Test
    void namesNoWeaknessOfWhatIsEnough() {
        assertEquals(
                List.of(), of("orchard bicycle in spring 1987, maple and all").findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x9$Kq2!vRz7&Tm", "tulip bicycle!"})
    void acceptsNothingBelowFifteenCharacters(String typed) {
        assertFalse(of(typed).isEnough());
        assertEquals("passphrase.short", codes(of(typed)).getFirst());
    }

    @Test
    void wantsNoCapitalsDigitsOrSigns() {
        assertTrue(of("harvest window cobalt eleven").isEnough());
    }

    @Test
    void countsWhatIsSaidTwiceOnce() {
        var once = of("harvest window cobalt");
        var twice = of("harvest window cobalt Harvest Window cobalt");
        assertTrue(twice.tries() < 100 * once.tries(), () -> once + " and " + twice);
    }

    @Test
    void takesNoLongerForALongOne() {
        var words = IntStream.range(0, 200).mapToObj(i -> "tulip" + i * 7919).toList();
        assertEquals(Strength.STRONG, of(String.join(" ", words)).strength());
    }

    @Test
    void saysNothingOfNothing() {
        assertEquals(Verdict.NOTHING_TYPED, of(""));
    }

    @Test
    void leavesWhatItWasLentAsItWas() {
        char[] typed = "Five Tulips Five Tulips".toCharArray();
        new PassphraseReview(List.of("Maple House")).of(typed);
        assertEquals("Five Tulips Five Tulips", new String(typed));
    }

    private static List<String> codes(Verdict verdict) {
        return verdict.findings().stream().map(Finding::code).toList();
    }

    private static Verdict of(String typed) {
        return new PassphraseReview(List.of("Maple House", "cellar")).of(typed.toCharArray());
    }
}
