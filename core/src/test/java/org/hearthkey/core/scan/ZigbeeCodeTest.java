package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZigbeeCodeTest {
    private static final String KIND = "zigbee-install-code";
    private static final String CODE = "83FED3407A939723A5C639B26916D505C3B5";
    private static final String EUI = "540F57FFFE599FAA";
    private static final long SEED = 20261123;

    @Test
    void readsEachFormAsWhatWasWritten() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            var eui = Mutations.hex(random, 8);
            var code = installCode(random);
            for (var text : forms(eui, code)) {
                var read = read(text);
                assertEquals(eui.toLowerCase(Locale.ROOT), read.eui64().orElseThrow(), text);
                assertEquals(code.toLowerCase(Locale.ROOT), read.code().hex());
            }
            assertEquals(code.toLowerCase(Locale.ROOT), read(code).code().hex());
            assertEquals(Optional.empty(), read(code).eui64());
        }
    }

    @Test
    void tellsTheFormsApart() {
        assertEquals(
                List.of(
                        ZigbeeForm.ZI,
                        ZigbeeForm.ZI,
                        ZigbeeForm.ZI,
                        ZigbeeForm.AQARA,
                        ZigbeeForm.PIPE,
                        ZigbeeForm.PIPE,
                        ZigbeeForm.HUE,
                        ZigbeeForm.SGTIN),
                forms(EUI, CODE).stream().map(text -> read(text).form()).toList());
    }

    @Test
    void takesModelMakerAndSerialFromTheFieldsAround() {
        assertEquals(
                new Said(Optional.of("1246"), Optional.of("IC2"), Optional.empty(), Optional.empty()),
                read("G$M:IC2%Z:" + EUI + "$I:" + CODE + "%M:1246").said());
        assertEquals(
                new Said(Optional.empty(), Optional.of("lumi"), Optional.of("77"), Optional.empty()),
                read("G$M:lumi$S:77$D:2101%Z$A:" + EUI + "$I:" + CODE).said());
    }

    /// CRC-16 finds every error in up to 16 bits in a row: so every wrong digit, and every two neighbors swapped.
    @Test
    void noWrongDigitPasses() {
        for (int i = 0; i < CODE.length(); i++) {
            for (char digit : "0123456789ABCDEF".toCharArray()) {
                if (digit != CODE.charAt(i)) {
                    var wrong = CODE.substring(0, i) + digit + CODE.substring(i + 1);
                    assertEquals("install code CRC-16/X-25", why(wrong));
                }
            }
            if (i > 0 && CODE.charAt(i) != CODE.charAt(i - 1)) {
                var swapped = CODE.substring(0, i - 1) + CODE.charAt(i) + CODE.charAt(i - 1) + CODE.substring(i + 1);
                assertEquals("install code CRC-16/X-25", why(swapped));
            }
        }
    }

    @Test
    void doesNotRepairAMissingChecksum() {
        assertEquals(
                "the code lacks its CRC-16", why("RB01SG0D" + "0".repeat(32) + EUI + "DLK" + CODE.substring(0, 32)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z:540F57FFFE599FAA$I:83FED3407A939723A5C639B26916D505C3B5%Z:540F57FFFE599FAB",
                "Z:540F57FFFE599FAA$I:83FED3407A939723A5C639B26916D505C3B5$I:00",
                "I:00%Z:540F57FFFE599FAA$I:83FED3407A939723A5C639B26916D505C3B5",
                "Z:540F57FFFE599FAA$I:83FED3407A939723A5C639B26916D505C3B5%",
                "%Z:540F57FFFE599FAA$I:83FED3407A939723A5C639B26916D505C3B5",
                "Z:540F57FFFE599FAA%I:83FED3407A939723A5C639B26916D505C3B5",
                "|540F57FFFE599FAA|83FED3407A939723A5C639B26916D505C3B5",
                "540F57FFFE599FAA|83FED3407A939723A5C639B26916D505C3B5|",
                "HUE:Z:83FED3407A939723A5C639B26916D505C3B5",
                "HUE:Z:83FED3407A939723A5C639B26916D505C3B5  M:540F57FFFE599FAA",
                "z:540F57FFFE599FAA$i:83FED3407A939723A5C639B26916D505C3B5"
            })
    void refusesOtherForms(String text) {
        assertEquals("no known install-code form", why(text));
    }

    @ParameterizedTest
    @CsvSource({"83FED3407A939723, false", "713198BFCF2A98E5, true", "83FED3407A939723A5C639B26916D505C3B5, true"})
    void bareHexIsACodeOnlyIfItsChecksumSaysSo(String text, boolean isCode) {
        assertEquals(isCode, CodeReader.read(text) instanceof Scan.Read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "83FED3407A939723A5C639B26916D505C3B",
                "83FED3407A939723A5C639B26916D505C3B5 ",
                "83 FED3407A939723A5C639B26916D505C3B5",
                "83-FE-D3-40-7A-93-97-23-A5-C6-39-B2-69-16-D5-05-C3-B5"
            })
    void otherSpacingIsAnotherText(String text) {
        assertFalse(CodeReader.read(text) instanceof Scan.Read);
        assertInstanceOf(
                ZigbeeCode.class, ((Scan.Read) CodeReader.read("83FE D340 7A93 9723 A5C6 39B2 6916 D505 C3B5")).code());
    }

    @Test
    void warnsOfAShortCode() {
        assertEquals(List.of(), read(CODE).warnings());
        assertEquals(
                List.of("short-install-code"),
                read("713198BFCF2A98E5").warnings().stream().map(Warning::code).toList());
    }

    @Test
    void isKnownAgainByAddressAndSecret() {
        var marks = read("Z:" + EUI + "$I:" + CODE).marks();
        assertEquals(
                List.of(Mark.Sort.ADDRESS, Mark.Sort.SECRET),
                marks.stream().map(Mark::sort).toList());
        assertEquals(marks.getLast(), read(CODE).marks().getFirst());
        assertFalse(marks.toString().contains(CODE.toLowerCase(Locale.ROOT)));
    }

    @Test
    void keepsItsSecretToItself() {
        var code = read("Z:" + EUI + "$I:" + CODE);
        assertEquals(KIND, code.toString());
        assertEquals("InstallCode", code.code().toString());
    }

    @Test
    void survivesAnyChange() {
        int read = Mutations.survive(KIND, random -> {
            var forms = forms(Mutations.hex(random, 8), installCode(random));
            return forms.get(random.nextInt(forms.size()));
        });
        // An address has no checksum, and what makers write around it may be anything.
        assertTrue(read > 100 && read < 5_000, "read " + read);
    }

    private static List<String> forms(String eui, String code) {
        return List.of(
                "Z:" + eui + "$I:" + code,
                "G$M:IC2%Z:" + eui + "$I:" + code + "%M:1246",
                "Z:" + eui + "$I:" + code + "%M:1189$D:008B452720",
                "G$M:lumi.x$S:1234$D:2101%Z$A:" + eui + "$I:" + code,
                eui + "|" + code,
                "|" + eui + "|" + code + "|",
                "HUE:Z:" + code + " M:" + eui + " D:L3B A:1184",
                "RB01SG0D836591B3CC0010000000000000000000" + eui + "DLK" + code);
    }

    private static String installCode(Random random) {
        byte[] code = new byte[16];
        random.nextBytes(code);
        int crc = Crc16.X_25.of(code);
        return (HexFormat.of().formatHex(code) + String.format(Locale.ROOT, "%02x%02x", crc & 0xFF, crc >>> 8))
                .toUpperCase(Locale.ROOT);
    }

    private static ZigbeeCode read(String text) {
        return assertInstanceOf(
                ZigbeeCode.class,
                assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code());
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text, KIND), text)
                .why();
    }
}
