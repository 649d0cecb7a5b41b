package org.hearthkey.core.scan;

import static org.hearthkey.core.scan.LabelDigits.homeKit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeKitCodeTest {
    private static final long SEED = 20261123;

    @Test
    void readsBackWhatALabelWasMadeOf() {
        var random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            int category = 1 + random.nextInt(255);
            int flags = 2 | random.nextInt(16);
            int code = 30_000_000 + random.nextInt(3_000_000);
            var id = "%04X".formatted(random.nextInt(0x1_0000));
            var text = homeKit(0, 0, category, flags, code, id);
            assertEquals(new HomeKitCode(text, category, flags, id, Integer.toString(code)), read(text));
        }
    }

    /// The fields version, reserved, category, flags and setup code.
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 2, 1, version or reserved bits are not zero",
        "7, 0, 1, 2, 1, version or reserved bits are not zero",
        "0, 1, 1, 2, 1, version or reserved bits are not zero",
        "0, 8, 1, 2, 1, version or reserved bits are not zero",
        "0, 0, 0, 2, 1, category 0",
        "0, 0, 1, 0, 1, neither IP nor BLE flag",
        "0, 0, 1, 9, 1, neither IP nor BLE flag",
        "0, 0, 1, 2, 100000000, setup code above 99999999",
        "0, 0, 1, 2, 134217727, setup code above 99999999",
        "0, 0, 1, 3, 0, setup code on the disallowed list",
        "0, 0, 1, 2, 11111111, setup code on the disallowed list",
        "0, 0, 1, 2, 99999999, setup code on the disallowed list",
        "0, 0, 1, 2, 12345678, setup code on the disallowed list",
        "0, 0, 1, 2, 87654321, setup code on the disallowed list"
    })
    void refusesAFieldOutOfItsRange(long version, long reserved, long category, long flags, long code, String why) {
        assertEquals(why, why(homeKit(version, reserved, category, flags, code, "ABCD")));
    }

    @Test
    void readsTheLimitsOfEachField() {
        read(homeKit(0, 0, 1, 2, 1, "0000"));
        read(homeKit(0, 0, 255, 4, 99_999_998, "ZZZZ"));
        read(homeKit(0, 0, 255, 15, 11_111_112, "ZZZZ"));
        assertEquals("payload above 46 bits", why("X-HM://ZZZZZZZZZABCD"));
        // 2 to the 46th, the first that is too much
        assertEquals(
                "payload above 46 bits",
                why("X-HM://" + Long.toString(1L << 46, 36).toUpperCase(Locale.ROOT) + "ABCD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HM://",
                "X-HM:///0081YCYEP3QYT",
                "X-HM://0081YCYEP3QY",
                "X-HM://0081YCYEP3QYTT",
                "X-HM://0081YCYEP3QY-",
                "X-HM://0081ycyep3QYT",
                "X-HM://0081YCYEP3qyt",
                "X-HM://0081YCYEP 3QYT",
                "X-HM://0081YCYEP3QYT ",
                "X-HM://-081YCYEP3QYT",
                "X-HM://+081YCYEP3QYT"
            })
    void noOtherSpellingReads(String text) {
        assertEquals("not X-HM:// + 9 base36 + 4 setup-id characters (upper case)", why(text));
    }

    @Test
    void isKnownByItsSecretAndByItsShortName() {
        var one = read(homeKit(0, 0, 5, 2, 1, "ABCD"));
        var other = read(homeKit(0, 0, 6, 2, 2, "ABCD"));
        assertNotEquals(one.marks().getFirst(), other.marks().getFirst());
        assertEquals(new Mark(Mark.Sort.SHORT_NAME, "homekit:ABCD"), one.marks().getLast());
        assertEquals(one.marks().getLast(), other.marks().getLast());
        assertEquals(one.marks(), read(homeKit(0, 0, 17, 4, 1, "ABCD")).marks());
    }

    @Test
    void saysWhatSortOfAccessoryItIs() {
        assertEquals(
                Optional.of("camera"),
                read(homeKit(0, 0, 17, 2, 1, "ABCD")).said().type());
        assertEquals(
                Optional.of("lock"), read(homeKit(0, 0, 6, 2, 1, "ABCD")).said().type());
        assertEquals(
                Optional.empty(), read(homeKit(0, 0, 200, 2, 1, "ABCD")).said().type());
        assertEquals("homekit", read(homeKit(0, 0, 6, 2, 1, "ABCD")).toString());
    }

    private static HomeKitCode read(String text) {
        return (HomeKitCode)
                assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }
}
