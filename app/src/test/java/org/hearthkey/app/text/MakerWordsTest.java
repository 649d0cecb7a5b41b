package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.hearthkey.app.label.Reading;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.junit.jupiter.api.Test;

class MakerWordsTest {
    private static final String HASH = "ni:///sha-256;g0w3Cs6D-uJuAbRUr-1rNMPWbJhMGaTmgDsZn0Ds81U";

    private final MakerWords words = new MakerWords(Words.in(Locale.ENGLISH));

    private static Code code(String text) {
        return Reading.of(CodeReader.read(text)).code().orElseThrow();
    }

    @Test
    void callsNumbersNumbers() {
        var code = code("MT:Y.K9042C00KA0648G00");
        assertTrue(MakerWords.hasNumbers(code));
        assertEquals(Optional.of("model number 8000 by maker number FFF1"), words.said(code));
    }

    @Test
    void namesAMakerThatManyHomesKnow() {
        var known = code("749701123304107000012");
        assertEquals(Optional.of("model number 0001 by Signify (maker number 100B)"), words.said(known));
    }

    @Test
    void leavesNamesAsTheyAre() {
        var code = code(HASH + "?v=Oak&m=Lamp");
        assertFalse(MakerWords.hasNumbers(code));
        assertEquals(Optional.of("model Lamp by Oak"), words.said(code));
        assertEquals(Optional.empty(), words.said(code(HASH)));
    }
}
