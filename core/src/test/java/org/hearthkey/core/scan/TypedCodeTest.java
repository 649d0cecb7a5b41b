package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.scan.TypedCode.Check;
import org.hearthkey.core.scan.TypedCode.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TypedCodeTest {
    static List<String> validPayloads() throws IOException {
        return CodeReaderTest.vectors()
                .filter(row -> row.get("valid").booleanValue())
                .filter(row -> isTyped(row))
                .map(row -> row.get("payload").stringValue())
                .toList();
    }

    /// Nobody types what makers print around their codes.
    private static boolean isTyped(JsonNode row) {
        return !List.of("zigbee-install-code", "matter-qr")
                        .contains(row.get("kind").stringValue())
                || !row.get("payload").stringValue().contains("%");
    }

    @ParameterizedTest
    @MethodSource("validPayloads")
    void goesAlongWithEveryCodeToItsEnd(String payload) {
        for (int length = 0; length < payload.length(); length++) {
            var begun = TypedCode.of(payload.substring(0, length));
            assertTrue(
                    begun.progress() == Progress.UNFINISHED || begun.progress() == Progress.WHOLE,
                    payload.substring(0, length));
        }
        var whole = TypedCode.of(payload);
        var code = assertInstanceOf(Scan.Read.class, CodeReader.read(payload)).code();
        assertEquals(Progress.WHOLE, whole.progress());
        assertTrue(whole.kinds().contains(code.kind()));
        assertEquals(
                code.marks(),
                assertInstanceOf(Scan.Read.class, CodeReader.read(whole.text()))
                        .code()
                        .marks());
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, UNFINISHED, NONE",
        "34970, 3497-0, UNFINISHED, NONE",
        "3497011233, 3497-011-233, UNFINISHED, NONE",
        "34970112332, 3497-011-2332, WHOLE, HOLDS",
        "3497 011 2332, 3497-011-2332, WHOLE, HOLDS",
        "3497-011-2332, 3497-011-2332, WHOLE, HOLDS",
        "3497-011-, 3497-011, UNFINISHED, NONE",
        "3497-011-2333, 3497-011-2333, MISTYPED, FAILS",
        "34970112333, 3497-011-2333, UNFINISHED, FAILS",
        "3497-011-23321, 3497-011-23321, IMPOSSIBLE, NONE",
        "633317123304660221368, 6333-171-2330-46602-21368, WHOLE, HOLDS",
        "6333171233046602213, 6333-171-2330-46602-213, UNFINISHED, NONE",
        "34970-11233, 34970-11233, UNFINISHED, NONE",
        "51525 35455 41424 34445 31323 33435 21222 32425, 51525-35455-41424-34445-31323-33435-21222-32425, WHOLE, NONE",
        "5152535455414243444531, 51525-35455-41424-34445-31, UNFINISHED, NONE",
        "00000-00000-00000-00000-00000-00000-00000-00000, 00000-00000-00000-00000-00000-00000-00000-00000, MISTYPED,"
                + " NONE",
        "65536-, 65536-, IMPOSSIBLE, NONE",
        "9001 3278, 90013278, UNFINISHED, NONE",
        "X-HM:/, X-HM:/, UNFINISHED, NONE",
        "x, x, IMPOSSIBLE, NONE",
        "MT:Y.K9042C00KA0648G0, MT:Y.K9042C00KA0648G0, UNFINISHED, NONE",
        "MT:Y.K9042C00KA0648G00, MT:Y.K9042C00KA0648G00, WHOLE, NONE"
    })
    void saysHowFarItIs(String typed, String text, Progress progress, Check check) {
        var code = TypedCode.of(typed);
        assertEquals(text, code.text());
        assertEquals(progress, code.progress());
        assertEquals(check, code.check());
    }

    @Test
    void theGroupsTellWhichLabelItIs() {
        assertTrue(TypedCode.of("34970").kinds().containsAll(List.of("matter-manual", "zwave-dsk")));
        assertEquals(
                List.of("matter-manual"),
                TypedCode.of("3497-").kinds().stream()
                        .filter(kind -> !kind.equals("zigbee-install-code"))
                        .toList());
        assertTrue(!TypedCode.of("34970-").kinds().contains("matter-manual"));
        assertEquals(
                List.of("zwave-qr"),
                TypedCode.of("90013278").kinds().stream()
                        .filter(kind -> !kind.equals("zigbee-install-code"))
                        .toList());
    }

    @Test
    void beforeTheFirstKeyEverythingIsPossible() {
        var nothing = TypedCode.of("");
        assertEquals(List.copyOf(CodeReader.kinds()), nothing.kinds());
        assertEquals(Progress.UNFINISHED, nothing.progress());
        assertEquals("unfinished", nothing.toString());
    }

    @Test
    void whatIsSpokenIsTheSameDevice() {
        var label = read("MT:YNJV7VSC00CMVH7SR00");
        var digits = label.spoken().orElseThrow();
        assertEquals("2631-862-1095", digits);
        assertTrue(label.marks().containsAll(read(digits).marks()));
        assertEquals(Optional.of(digits), read(digits).spoken());
        // Its flow is not the usual one, so the digits name the product.
        var custom = read("MT:CS.16NYY171DQ36B420");
        var named = read(custom.spoken().orElseThrow());
        assertEquals(custom.said(), named.said());
        assertTrue(custom.marks().containsAll(named.marks()));
        assertEquals(Optional.of("841-31-633"), read("X-HM://0081YCYEP3QYT").spoken());
        assertNotEquals(
                Optional.empty(),
                read("5152535455414243444531323334352122232425").spoken());
        assertEquals(
                read("5152535455414243444531323334352122232425").spoken(),
                read("51525-35455-41424-34445-31323-33435-21222-32425").spoken());
        assertEquals(
                Optional.of("51525-35455-41424-34445-31323-33435-21222-32425"),
                read("900132782003515253545541424344453132333435212223242500100435301537022065520001000000300578")
                        .spoken());
    }

    private static Code read(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }
}
