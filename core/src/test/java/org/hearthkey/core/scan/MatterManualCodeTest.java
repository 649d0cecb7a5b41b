package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.LabelDigits.checked;
import static org.hearthkey.core.scan.LabelDigits.manual;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatterManualCodeTest {
    private static final long SEED = 20261123;

    @Test
    void readsBackWhatALabelWasMadeOf() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            int discriminator = random.nextInt(16);
            int passcode = 30_000_000 + random.nextInt(3_000_000);
            int vendor = random.nextInt(0x1_0000);
            int product = random.nextInt(0x1_0000);
            var brief = manual(discriminator, passcode);
            var whole = manual(discriminator, passcode, vendor, product);
            assertEquals(
                    new MatterManualCode(
                            brief,
                            discriminator,
                            new MatterPasscode(passcode),
                            OptionalInt.empty(),
                            OptionalInt.empty()),
                    read(brief));
            assertEquals(
                    new MatterManualCode(
                            whole,
                            discriminator,
                            new MatterPasscode(passcode),
                            OptionalInt.of(vendor),
                            OptionalInt.of(product)),
                    read(whole));
        }
    }

    @Test
    void noSingleWrongDigitAndNoSwapOfNeighborsPasses() {
        var random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            var text = manual(random.nextInt(16), 30_000_000 + random.nextInt(3_000_000), 1, 2);
            for (int at = 0; at < text.length(); at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != text.charAt(at)) {
                        assertEquals(
                                "Verhoeff check digit", why(text.substring(0, at) + digit + text.substring(at + 1)));
                    }
                }
                if (at > 0 && text.charAt(at) != text.charAt(at - 1)) {
                    assertEquals(
                            "Verhoeff check digit",
                            why(text.substring(0, at - 1)
                                    + text.charAt(at)
                                    + text.charAt(at - 1)
                                    + text.substring(at + 1)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8000010000, leading digit 8/9 (future version)",
        "9000010000, leading digit 8/9 (future version)",
        "4000010000, length does not agree with the leading digit",
        "00000100000000100001, length does not agree with the leading digit",
        "0655360000, chunk 2 above 65535",
        "0999990000, chunk 2 above 65535",
        "0000018192, chunk 3 above 8191",
        "0000000000, passcode outside 00000001..99999998",
        "40000100006553600001, vendor id above 65535",
        "40000100000000165536, product id above 65535"
    })
    void refusesANumberOutOfItsRange(String digits, String why) {
        assertEquals(why, why(checked(digits)));
    }

    @Test
    void refusesEveryPasscodeThatIsEasyToGuess() {
        for (int digit = 1; digit < 9; digit++) {
            assertEquals("passcode on the disallowed list", why(manual(1, digit * 11_111_111)));
        }
        assertEquals("passcode on the disallowed list", why(manual(1, 12_345_678)));
        assertEquals("passcode on the disallowed list", why(manual(1, 87_654_321)));
        assertEquals("passcode outside 00000001..99999998", why(manual(1, 99_999_999)));
        read(manual(1, 99_999_998));
    }

    @ParameterizedTest
    @ValueSource(strings = {"34970112332", "3497-011-2332", "3497 011 2332", "3-4-9-7-0-1-1-2-3-3-2"})
    void readsTheDigitsAsTheyArePrinted(String text) {
        assertEquals(20202021, read(text).passcode().number());
        assertEquals(read("34970112332").marks(), read(text).marks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-34970112332",
                "34970112332-",
                " 34970112332",
                "3497--0112332",
                "3497- 0112332",
                "3497.0112332",
                "3497\t0112332",
                "3497\u20110112332",
                "3497\u00a00112332",
                "\u0663\u0664\u0669\u0667\u0660\u0661\u0661\u0662\u0663\u0663\u0662",
                "+3497011233"
            })
    void refusesEveryOtherSpelling(String text) {
        assertEquals(new Scan.Unknown(), CodeReader.read(text));
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(text, "matter-manual"));
    }

    @Test
    void saysWhatTheDigitsSay() {
        var whole = read(manual(3, 20202021, 0xFFF1, 0x8000));
        assertEquals(
                new Said(Optional.of("FFF1"), Optional.of("8000"), Optional.empty(), Optional.empty()), whole.said());
        assertEquals(List.of("test-vendor-id", "sdk-default-passcode"), codes(whole));
        assertEquals(List.of("reserved-vendor-id"), codes(read(manual(3, 1, 0xFFF5, 1))));
        assertEquals(Said.NOTHING, read(manual(3, 1)).said());
        assertEquals("matter-manual", whole.toString());
        assertTrue(!whole.passcode().toString().contains("20202021"));
    }

    private static List<String> codes(Code code) {
        return code.warnings().stream().map(Warning::code).toList();
    }

    private static MatterManualCode read(String text) {
        return (MatterManualCode)
                assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }
}
