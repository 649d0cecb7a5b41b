package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.LabelDigits.zwave;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZwaveCodeTest {
    private static final long SEED = 20261123;
    private static final String DSK = "5152535455414243444531323334352122232425";
    private static final String DIMMER = "00100435301537";
    private static final String LOCK = "00101638401537";
    private static final String PRODUCT = "022065520001000000300578";

    @Test
    void readsBackWhatALabelWasMadeOf() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            int keys = random.nextInt(256);
            var dsk = IntStream.range(0, 8)
                    .mapToObj(_ -> five(1 + random.nextInt(0xFFFF)))
                    .collect(Collectors.joining());
            var type = five(random.nextInt(0x1_0000)) + five(random.nextInt(0x1_0000));
            var text = zwave("0" + random.nextInt(2), "%03d".formatted(keys) + dsk + "0010" + type + PRODUCT);
            var code = read(text);
            assertEquals(keys, code.keys());
            assertEquals(new ZwaveDsk(dsk), code.dsk());
            assertEquals(type, code.facts().items().getFirst().digits());
            assertEquals(code.marks(), label(code.dsk().printed()).marks());
        }
    }

    @Test
    void noSingleWrongDigitPasses() {
        var text = zwave("01", "003" + DSK + DIMMER + PRODUCT);
        for (int at = 4; at < text.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != text.charAt(at)) {
                    why(text.substring(0, at) + digit + text.substring(at + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256, '', requested keys above 255",
        "999, '', requested keys above 255",
        "003, 0, TLV header truncated",
        "003, 060, TLV header truncated",
        "003, 0601, TLV value truncated",
        "003, 07010, unknown critical TLV",
        "003, 11010, unknown critical TLV",
        "003, 1001013010, unknown critical TLV",
        "003, 00100435301537, repeated TLV",
        "003, 01100435301537, repeated TLV",
        "003, 1000100010001000, repeated TLV",
        "003, 040204, inclusion interval below 5",
        "003, 0401 5, TLV length",
        "003, 0403 005, TLV length",
        "003, 0640 0000100001000010000100001000010000100001, TLV length",
        "003, 0642 00 6553600001000010000100001000010000100001, TLV number above 65535",
        "003, 0800, TLV length",
        "003, 0801 1, TLV length",
        "003, 0804 0001, TLV length",
        "003, 0805 65536, TLV number above 65535"
    })
    void refusesABrokenItem(int keys, String more, String why) {
        var after = "%03d".formatted(keys) + DSK + DIMMER + PRODUCT + more.replace(" ", "");
        // A type of 3 with the critical bit is known; the rest of such an item still has its rules.
        var expected = more.startsWith("07") ? "TLV length" : why;
        assertEquals(expected, why(zwave("01", after)));
    }

    @Test
    void refusesAnItemThatIsMissing() {
        for (var items : List.of("", DIMMER, PRODUCT, DIMMER + "1000")) {
            assertEquals("ProductType or ProductId TLV missing", why(zwave("01", "003" + DSK + items)));
        }
        assertEquals("TLV length", why(zwave("01", "003" + DSK + "000504353" + PRODUCT)));
        assertEquals("TLV length", why(zwave("01", "003" + DSK + DIMMER + "02156552000100000030057801234")));
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertEquals("all-zero DSK", why(zwave("00", "003" + "0".repeat(40) + DIMMER + PRODUCT)));
        assertEquals("DSK group above 65535", why(zwave("00", "00365536" + DSK.substring(5) + DIMMER + PRODUCT)));
        assertEquals("version above 01", why(zwave("02", "003" + DSK + DIMMER + PRODUCT)));
    }

    @Test
    void readsTheItemsThatMayBeThere() {
        var code = read(zwave(
                "01",
                "003" + DSK + PRODUCT + DIMMER + "040299" + "064206" + "0000165535".repeat(4) + "080202" + "980299"
                        + "1000"));
        assertEquals(99 * 128, code.identity().get("maxInclusionRequestInterval"));
        assertEquals(2, code.identity().get("protocols"));
        assertEquals(6, code.identity().get("uuidFormat"));
        assertEquals("0001ffff".repeat(4), code.identity().get("uuid"));
        assertEquals(7, code.facts().items().size());
        // The two items that must be there may say that they are critical.
        read(zwave("00", "003" + DSK + "0110" + DIMMER.substring(4) + "0320" + PRODUCT.substring(4)));
    }

    @Test
    void saysWhichKeysAreTooMuch() {
        assertEquals(List.of(), codes("003", DIMMER));
        assertEquals(List.of("asks-door-key"), codes("007", DIMMER));
        assertEquals(List.of(), codes("007", LOCK));
        assertEquals(List.of("asks-old-key"), codes("128", LOCK));
        assertEquals(List.of("asks-old-key", "asks-door-key"), codes("135", DIMMER));
        assertEquals(
                List.of("repeating-dsk"),
                label("12345".repeat(8)).warnings().stream().map(Warning::code).toList());
    }

    @Test
    void namesMakerProductAndSort() {
        assertEquals(
                new Said(Optional.of("FFF0"), Optional.of("0064-0003"), Optional.empty(), Optional.of("dimmer")),
                read(zwave("01", "003" + DSK + DIMMER + PRODUCT)).said());
        assertEquals(
                Optional.of("lock"),
                read(zwave("01", "003" + DSK + LOCK + PRODUCT)).said().type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51525-35455-41424-34445-31323-33435-21222-3242",
                "51525-35455-41424-34445-31323-33435-21222-324255",
                "51525-35455-41424-34445-31323-33435-21222-32425-",
                "-51525-35455-41424-34445-31323-33435-21222-32425",
                "5152535455-41424-34445-31323-33435-21222-32425",
                "51525_35455_41424_34445_31323_33435_21222_32425",
                "51525-35455-41424-34445-31323-33435-21222-3242a",
                "\u0665\u0661\u0665\u0662\u0665-35455-41424-34445-31323-33435-21222-32425"
            })
    void noOtherSpellingOfTheKeyReads(String text) {
        assertEquals(new Scan.Unknown(), CodeReader.read(text));
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(text, "zwave-dsk"));
    }

    @Test
    void printsTheKeyInEightGroups() {
        var code = label(DSK);
        assertEquals(
                "51525-35455-41424-34445-31323-33435-21222-32425", code.dsk().printed());
        assertEquals(List.of(new Mark(Mark.Sort.KEY_PART, "c9458a7fa1d0868d7a5b829b52e67ea9")), code.marks());
        assertEquals(Optional.empty(), code.keyHash());
        assertEquals(Proof.BINDS_KEY, code.proof());
        assertEquals("zwave-dsk", code.toString());
        assertEquals("DSK", code.dsk().toString());
    }

    private static String five(int number) {
        return String.format(Locale.ROOT, "%05d", number);
    }

    private static List<String> codes(String keys, String type) {
        return read(zwave("01", keys + DSK + type + PRODUCT)).warnings().stream()
                .map(Warning::code)
                .toList();
    }

    private static ZwaveDskCode label(String text) {
        return (ZwaveDskCode)
                assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static ZwaveCode read(String text) {
        return (ZwaveCode)
                assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }
}
