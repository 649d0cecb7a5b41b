package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.LabelDigits.matter;
import static org.hearthkey.core.scan.LabelDigits.matterQr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatterCodeTest {
    private static final long SEED = 20261123;
    private static final byte[] LAMP = matter(0, 0x1234, 0x5678, 0, 2, 1, 31415926, 0);
    private static final byte[] NAMELESS = matter(0, 0, 0, 0, 4, 77, 1, 0);

    @Test
    void readsBackWhatALabelWasMadeOf() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            int vendor = random.nextInt(0xFFF5);
            int product = 1 + random.nextInt(0xFFFF);
            int flow = random.nextInt(3);
            int discovery = random.nextInt(256);
            int discriminator = random.nextInt(4096);
            int passcode = 30_000_000 + random.nextInt(3_000_000);
            var text = matterQr(matter(0, vendor, product, flow, discovery, discriminator, passcode, 0));
            var device = read(text).devices().getFirst();
            assertEquals(
                    new MatterDevice(
                            vendor,
                            product,
                            flow,
                            discovery,
                            discriminator,
                            new MatterPasscode(passcode),
                            Optional.empty()),
                    device);
        }
    }

    /// The fields version, vendor, product, flow, discovery, discriminator, passcode, padding.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 0, 2, 0, 1, 0, version is not 0",
        "7, 1, 1, 0, 2, 0, 1, 0, version is not 0",
        "0, 65525, 1, 0, 2, 0, 1, 0, vendor id above 0xFFF4 (reserved range)",
        "0, 65535, 1, 0, 2, 0, 1, 0, vendor id above 0xFFF4 (reserved range)",
        "0, 1, 0, 0, 2, 0, 1, 0, vendor id without a product id",
        "0, 1, 1, 3, 2, 0, 1, 0, custom flow 3 (reserved)",
        "0, 1, 1, 0, 2, 0, 0, 0, passcode outside 00000001..99999998",
        "0, 1, 1, 0, 2, 0, 99999999, 0, passcode outside 00000001..99999998",
        "0, 1, 1, 0, 2, 0, 134217727, 0, passcode outside 00000001..99999998",
        "0, 1, 1, 0, 2, 0, 12345678, 0, passcode on the disallowed list",
        "0, 1, 1, 0, 2, 0, 87654321, 0, passcode on the disallowed list",
        "0, 1, 1, 0, 2, 0, 1, 1, padding bits are not zero",
        "0, 1, 1, 0, 2, 0, 1, 8, padding bits are not zero"
    })
    void refusesAFieldOutOfItsRange(
            int version,
            int vendor,
            int product,
            int flow,
            int discovery,
            int discriminator,
            int passcode,
            int pad,
            String why) {
        assertEquals(
                why, why(matterQr(matter(version, vendor, product, flow, discovery, discriminator, passcode, pad))));
    }

    @Test
    void readsTheLimitsOfEachField() {
        read(matterQr(matter(0, 0xFFF0, 1, 2, 255, 4095, 99_999_998, 0)));
        read(matterQr(matter(0, 0, 0, 1, 0, 0, 1, 0)));
        read(matterQr(matter(0, 0, 9, 1, 0, 0, 12345679, 0)));
    }

    @Test
    void saysWhatSpeaksAgainstALabel() {
        assertEquals(List.of(), codes(matterQr(LAMP)));
        assertEquals(List.of(), codes(matterQr(matter(0, 1, 1, 0, 0x3F, 1, 1, 0))));
        assertEquals(List.of("unknown-discovery-bits"), codes(matterQr(matter(0, 1, 1, 0, 0x40, 1, 1, 0))));
        assertEquals(List.of("test-vendor-id"), codes(matterQr(matter(0, 0xFFF1, 1, 0, 2, 1, 1, 0))));
        assertEquals(List.of(), codes(matterQr(matter(0, 0xFFF0, 1, 0, 2, 1, 1, 0))));
        assertEquals(List.of("sdk-default-passcode"), codes(matterQr(matter(0, 1, 1, 0, 2, 1, 20202021, 0))));
        assertEquals(List.of("sdk-default-discriminator"), codes(matterQr(matter(0, 1, 1, 0, 2, 3840, 1, 0))));
        assertEquals(List.of("text-around"), codes(matterQr(LAMP) + "%abc"));
        var lamp = LabelDigits.base38(LAMP);
        assertEquals(List.of("shared-passcode"), codes("MT:" + lamp + "*" + lamp));
    }

    @Test
    void readsTheSeveralDevicesOfOneBox() {
        var text = matterQr(LAMP) + "*" + LabelDigits.base38(NAMELESS);
        assertEquals(2, read(text).devices().size());
        assertEquals(Said.NOTHING, read(text).said());
        assertEquals(4, read(text).marks().size());
        for (var broken : List.of("MT:", "MT:*" + text.substring(3), text + "*", text.replace("*", "**"))) {
            assertEquals("empty element between * separators", why(broken));
        }
    }

    @Test
    void keepsTheTextAroundACodeApart() {
        var text = "A B%C" + "%" + matterQr(LAMP) + "%" + matterQr(NAMELESS);
        assertEquals(List.of("A B", "C", matterQr(NAMELESS)), read(text).besides());
        assertEquals(1, read(text).devices().size());
        assertEquals(new Scan.Unknown(), CodeReader.read("x" + matterQr(LAMP)));
        assertEquals(new Scan.Unknown(), CodeReader.read(" " + matterQr(LAMP)));
    }

    @Test
    void theLabelAndItsDigitsAreKnownAsOneDevice() {
        var random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            int discriminator = random.nextInt(4096);
            int passcode = 30_000_000 + random.nextInt(1_000_000);
            var label = read(matterQr(matter(0, 1, 2, 0, 2, discriminator, passcode, 0)));
            var digits = code(LabelDigits.manual(discriminator >> 8, passcode));
            var other = code(LabelDigits.manual(discriminator >> 8 ^ 1, passcode));
            assertTrue(label.marks().containsAll(digits.marks()));
            assertNotEquals(digits.marks(), other.marks());
        }
    }

    @Test
    void theSecretThatEverybodyKnowsTellsNoDeviceFromAnother() {
        assertEquals(List.of(), code(LabelDigits.manual(5, 20202021)).marks());
        assertEquals(
                List.of(new Mark(Mark.Sort.SHORT_NAME, "matter:3840")),
                read(matterQr(matter(0, 1, 1, 0, 2, 3840, 20202021, 0))).marks());
    }

    @Test
    void namesMakerProductAndSerialNumber() {
        var code = read(matterQr(LAMP, 0x15, 0x2C, 0, 3, 'A', '-', '1', 0x18));
        assertEquals(
                new Said(Optional.of("1234"), Optional.of("5678"), Optional.of("A-1"), Optional.empty()), code.said());
        assertTrue(code.marks().contains(new Mark(Mark.Sort.SERIAL, "matter:1234:A-1")));
        assertTrue(code.marks().contains(new Mark(Mark.Sort.SHORT_NAME, "matter:1")));
        var nameless = read(matterQr(NAMELESS, 0x15, 0x24, 0, 9, 0x18));
        assertEquals(Optional.of("9"), nameless.said().serial());
        assertEquals(2, nameless.marks().size());
    }

    @Test
    void readsAllThatALabelMaySayBesides() {
        var salt = "aa".repeat(16);
        var code = read(matterQr(
                LAMP,
                concat(
                        new int[] {0x15, 0x26, 1, 0xE8, 3, 0, 0, 0x30, 2, 16},
                        bytes(16, 0xAA),
                        new int[] {0x24, 3, 255, 0x25, 4, 0xFF, 0xFF, 0x20, 0x80, 0xFF, 0x27, 0xFF},
                        bytes(8, 0xFF),
                        new int[] {0x18})));
        assertEquals(
                Map.of(
                        "pbkdfIterations", 1000,
                        "pbkdfSalt", salt,
                        "numberOfDevices", 255,
                        "commissioningTimeout", 65535,
                        "vendor", Map.of("0x80", -1, "0xff", new BigInteger("18446744073709551615"))),
                code.identity().get("tlv"));
        assertEquals(Map.of(), read(matterQr(LAMP, 0x15, 0x18)).identity().get("tlv"));
    }

    @ParameterizedTest
    @CsvSource({
        "15, TLV: container not closed",
        "1518 00, TLV: bytes after the structure",
        "1518 18, TLV: bytes after the structure",
        "16 18, TLV: optional data is not an anonymous structure",
        "35 01 18, TLV: optional data is not an anonymous structure",
        "15 24, TLV: element truncated",
        "15 24 03, TLV: element truncated",
        "15 25 04 01, TLV: element truncated",
        "15 2C 00 05 41 18, TLV: element truncated",
        "15 2F 00 FFFFFFFFFFFFFFFF 18, TLV: element truncated",
        "15 04 05 18, TLV: not a context tag",
        "15 44 0000 05 18, TLV: not a context tag",
        "15 24 05 01 18, TLV: unknown tag",
        "15 24 7F 01 18, TLV: unknown tag",
        "15 24 03 01 24 03 02 18, TLV: repeated tag",
        "15 28 80 18, TLV: element of a type that no label needs",
        "15 2A 80 00000000 18, TLV: element of a type that no label needs",
        "15 34 80 18, TLV: element of a type that no label needs",
        "15 35 80 18 18, TLV: element of a type that no label needs",
        "15 37 80 18 18, TLV: element of a type that no label needs",
        "15 20 00 01 18, TLV: serial number of another type",
        "15 30 00 01 41 18, TLV: serial number of another type",
        "15 2C 00 01 FF 18, TLV: text is not UTF-8",
        "15 2C 00 02 C080 18, TLV: text is not UTF-8",
        "15 2C 00 01 0A 18, TLV: invisible character in a text",
        "15 2C 00 03 E280AE 18, TLV: invisible character in a text",
        "15 2C 80 03 EFBBBF 18, TLV: invisible character in a text",
        "15 30 80 01 41 18, TLV: vendor element of another type",
        "15 25 01 E703 18, TLV: number out of range",
        "15 26 01 A1860100 18, TLV: number out of range",
        "15 24 03 00 18, TLV: number out of range",
        "15 25 03 0001 18, TLV: number out of range",
        "15 26 04 00000100 18, TLV: number out of range",
        "15 20 03 01 18, TLV: not an unsigned number",
        "15 2C 02 01 41 18, TLV: salt is not a byte string",
        "15 30 02 0F 000102030405060708090A0B0C0D0E 18, TLV: salt is not 16 to 32 bytes"
    })
    void refusesABrokenOptionalPart(String hex, String why) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        var more = new int[bytes.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = bytes[i];
        }
        assertEquals(why, why(matterQr(LAMP, more)));
    }

    @Test
    void noOtherSpellingReads() {
        var text = matterQr(LAMP);
        assertEquals("base38: length leaves an impossible final chunk", why(text + "00"));
        assertEquals("base38: length leaves an impossible final chunk", why(text.substring(0, text.length() - 1)));
        assertEquals("base38: chunk value overflows its bytes", why(text.substring(0, text.length() - 1) + "."));
        assertEquals("base38: character outside alphabet", why(text.replace('S', 's')));
        assertEquals("shorter than 88 bits", why("MT:00000"));
    }

    @Test
    void keepsItsSecretToItself() {
        assertEquals("matter-qr", read(matterQr(LAMP)).toString());
        assertTrue(!read(matterQr(LAMP)).devices().toString().contains("31415926"));
    }

    private static int[] bytes(int count, int value) {
        var bytes = new int[count];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static int[] concat(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    private static List<String> codes(String text) {
        return read(text).warnings().stream().map(Warning::code).toList();
    }

    private static MatterCode read(String text) {
        return (MatterCode) code(text);
    }

    private static Code code(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }
}
