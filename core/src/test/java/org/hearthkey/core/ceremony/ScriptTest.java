package org.hearthkey.core.ceremony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {
    private static final String SHORT = """
        Hearthkey ceremony 1
        Title: Sheets
        Purpose: New sheets, because
          one was lost.
        Ready: Paper
        Role: Keeper - types

        Step 1: Print
        Do: Print them.
        Say: Nobody takes
          a picture.
        Write: Place
        Write: Count
        Act: make-sheets

        Step 2: Read back
        Do: Show them.
        Act: read-back
        """;

    private static Script read(String text) throws ScriptException {
        return Script.read(text.getBytes(UTF_8));
    }

    @Test
    void readsWhatStandsThere() throws ScriptException {
        var script = read(SHORT);
        assertEquals("New sheets, because one was lost.", script.purpose());
        assertEquals(List.of(new Script.Role("Keeper", "types")), script.roles());
        assertEquals(
                new Script.Step(
                        1,
                        "Print",
                        "Print them.",
                        Optional.of("Nobody takes a picture."),
                        List.of("Place", "Count"),
                        Optional.of(Act.MAKE_SHEETS)),
                script.steps().getFirst());
        assertEquals(List.of(Act.MAKE_SHEETS, Act.READ_BACK), script.acts());
        assertEquals(SHORT, script.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Hearthkey ceremony 1|Hearthkey ceremony 2|1|NOT_A_SCRIPT",
                "Title: Sheets|Titel: Sheets|2|NOT_DUE",
                "Title: Sheets|Title:  Sheets|2|WRONG_LENGTH",
                "Ready: Paper\\n||5|NOT_DUE",
                "Role: Keeper - types|Role: Keeper|6|NOT_DUE",
                "Role: Keeper - types|Role: Keeper - types\\nRole: Keeper - looks|7|SAME_ROLE",
                "  one was|   one was|4|SPACES",
                "  one was| one was|4|SPACES",
                "Print them.|Print them. |9|SPACES",
                "Print them.|Print\\tthem.|9|NOT_TEXT",
                "Print them.|Print\\rthem.|9|NOT_TEXT",
                "Print them.|Print(rtl)them.|9|NOT_TEXT",
                "Step 2|Step 3|16|NOT_DUE",
                "Step 2|\\nStep 2|16|NOT_DUE",
                "make-sheets|burn-sheets|14|UNKNOWN_ACT",
                "make-sheets|drill|18|ACT_OUT_OF_ORDER",
                "read-back|create-home|18|ACT_OUT_OF_ORDER",
                "Act: read-back\\n||17|ACT_OUT_OF_ORDER",
                "Act: read-back|Act: read-back\\nDo: More.|19|NOT_DUE",
                "Write: Count|Write: 1\\nWrite: 2\\nWrite: 3\\nWrite: 4|16|TOO_MANY",
            })
    void refusesEverythingElseWithItsLine(String before, String after, int line, ScriptFlaw flaw) {
        var changed = SHORT.replace(plain(before), after == null ? "" : plain(after));
        var refused = assertThrows(ScriptException.class, () -> read(changed));
        assertEquals(line + " " + flaw, refused.line() + " " + refused.flaw());
    }

    private static String plain(String escaped) {
        return escaped.replace("(rtl)", Character.toString(0x202e)).translateEscapes();
    }

    @Test
    void refusesLongLinesLongFilesAndOtherEncodings() {
        assertEquals(
                ScriptFlaw.WRONG_LENGTH,
                assertThrows(ScriptException.class, () -> read(SHORT.replace("Show them.", "x".repeat(100))))
                        .flaw());
        assertEquals(
                ScriptFlaw.TOO_LONG,
                assertThrows(ScriptException.class, () -> read(SHORT + "x".repeat(Script.MOST_BYTES)))
                        .flaw());
        var latin = SHORT.replace("Show", "Zeig für").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(
                ScriptFlaw.NOT_TEXT,
                assertThrows(ScriptException.class, () -> Script.read(latin)).flaw());
        assertEquals(
                ScriptFlaw.NOT_TEXT,
                assertThrows(ScriptException.class, () -> read(SHORT.stripTrailing()))
                        .flaw());
    }
}
