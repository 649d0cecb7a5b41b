package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts are written with `|` where the caret is.
class TypingTest {
    private static final String DSK = "51525-35455-41424-34445-31323-33435-21222-32425";

    private static Typing field(String marked) {
        int caret = marked.indexOf('|');
        return new Typing(marked.replace("|", ""), caret);
    }

    private static String marked(Typing typing) {
        return typing.text().substring(0, typing.caret()) + "|" + typing.text().substring(typing.caret());
    }

    private static Typing typed(Typing field, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            field = pasted(field, letters.substring(i, i + 1));
        }
        return field;
    }

    private static Typing pasted(Typing field, String letters) {
        return Typing.changed(field.text(), field.caret(), field.caret(), field.caret(), letters);
    }

    private static Typing backspace(Typing field) {
        return Typing.changed(field.text(), field.caret(), field.caret() - 1, field.caret(), "");
    }

    private static Typing delete(Typing field) {
        return Typing.changed(field.text(), field.caret(), field.caret(), field.caret() + 1, "");
    }

    @ParameterizedTest
    @CsvSource({
        "3497, 3497|",
        "34970, 3497-0|",
        "34970112332, 3497-011-2332|",
        "3497-011-2332, 3497-011-2332|",
        "3497 011 2332, 3497-011-2332|",
        "749701123365521327694, 7497-011-2336-55213-27694|",
        "51525-3, 51525-3|",
        "12345-6, 12345-6|",
        "MT:Y.K90, MT:Y.K90|",
        "ni:///sha-256;a-b, ni:///sha-256;a-b|",
    })
    void groupsAreMadeWhileTyping(String letters, String shown) {
        assertEquals(shown, marked(typed(field("|"), letters)));
    }

    @Test
    void aKeyOfFivesIsGroupedAsOneWithAndWithoutItsHyphens() {
        assertEquals(DSK, typed(field("|"), DSK).text());
        assertEquals(DSK, typed(field("|"), DSK.replace("-", "")).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "83FED3407A939723A5C639B26916D505C3B5",
                "11223344556677889900AABBCCDDEEFF0011",
                "900132782003515253545541424344453132333435212223242500100435301537022065520001000000300578",
            })
    void codesWithoutGroupsStayWithoutHyphens(String code) {
        assertEquals(code, typed(field("|"), code).text());
    }

    @ParameterizedTest
    @CsvSource({
        "34|97-011, 5, 345|9-701-1",
        "3497-|011, 5, 3497-5|01-1",
        "3497|-011, 5, 3497-5|01-1",
        "|3497-011, 1, 1|349-701-1",
    })
    void theCaretStaysAmongItsDigits(String before, String letters, String after) {
        var typed = typed(field(before), letters);
        assertEquals(field(after).text().replace("-", ""), typed.text().replace("-", ""));
        assertEquals(
                field(after).text().substring(0, field(after).caret()).replace("-", ""),
                typed.text().substring(0, typed.caret()).replace("-", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "3497-0|, 3497-|",
        "3497-|011, 349|0-11",
        "3497-01|1, 3497-0|1",
        "12345-|, 1234|",
        "12345-6|, 12345-|",
    })
    void backspaceTakesADigit(String before, String after) {
        assertEquals(after, marked(backspace(field(before))));
    }

    @ParameterizedTest
    @CsvSource({"3497|-011, 3497|-11", "3497-|011, 3497|-11", "34|97-011, 34|70-11"})
    void deleteTakesADigit(String before, String after) {
        assertEquals(after, marked(delete(field(before))));
    }

    @ParameterizedTest
    @CsvSource({
        "34970112332, 3497-011-2332|",
        "'34970112332\n', 3497-011-2332|",
        "3497-011-2332, 3497-011-2332|",
        "51525-35455, 51525-35455|",
        "MT:Y.K9042C00KA0648G00, MT:Y.K9042C00KA0648G00|",
    })
    void whatIsPastedIsGrouped(String text, String shown) {
        assertEquals(shown, marked(pasted(field("|"), text.replace("\\n", "\n"))));
    }

    @Test
    void aMarkedPartIsReplaced() {
        var field = Typing.changed("3497-011-2332", 8, 2, 8, "5");
        assertEquals("3452-332", field.text());
        assertEquals(new Typing("", 0), Typing.changed("3497-0", 6, 0, 6, ""));
    }

    @Test
    void neverLosesOrMovesADigit() {
        var random = new java.util.Random(4);
        for (int round = 0; round < 300; round++) {
            var field = field("|");
            var plain = new StringBuilder();
            for (int key = 0; key < 60; key++) {
                int caret = (int) field.text()
                        .substring(0, field.caret())
                        .chars()
                        .filter(Character::isDigit)
                        .count();
                if (random.nextInt(4) == 0 && caret > 0) {
                    field = backspace(field);
                    plain.deleteCharAt(caret - 1);
                } else {
                    var digit = String.valueOf(random.nextInt(10));
                    field = typed(field, digit);
                    plain.insert(caret, digit);
                }
                assertEquals(plain.toString(), field.text().replace("-", ""));
                int place = random.nextInt(field.text().length() + 1);
                field = new Typing(field.text(), place);
            }
        }
    }
}
