package org.hearthkey.core.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUriTest {
    private static final TokenFacts MAPLE =
            new TokenFacts("Maple House", "Yubico (www.yubico.com)", "YubiKey YK5", "12345");

    @Test
    void readsWhatOtherProgramsPrint() {
        var uri = read("pkcs11:model=SoftHSM%20v2;manufacturer=SoftHSM%20project;serial=9a8b;token=Maple%20House;"
                + "id=%01%ab;object=root;type=private");
        assertEquals(Optional.of("Maple House"), uri.token());
        assertEquals(Optional.of("9a8b"), uri.serial());
        assertEquals(Optional.of("root"), uri.object());
        assertArrayEquals(new byte[] {1, (byte) 0xab}, uri.id().orElseThrow());
    }

    @Test
    void readsTheModuleToGoThrough() {
        var uri = read("pkcs11:token=Maple?module-path=/usr/lib/softhsm/libsofthsm2.so");
        assertEquals(Optional.of(Path.of("/usr/lib/softhsm/libsofthsm2.so")), uri.module());
    }

    @Test
    void fitsATokenThatIsAllThatItSays() {
        assertTrue(read("pkcs11:").fits(MAPLE, 3));
        assertTrue(TokenUri.of(MAPLE).fits(MAPLE, 3));
        assertTrue(read("pkcs11:token=Maple%20House;slot-id=3").fits(MAPLE, 3));
        assertFalse(read("pkcs11:token=Maple%20House;slot-id=4").fits(MAPLE, 3));
        assertFalse(read("pkcs11:token=Maple%20House;serial=12346").fits(MAPLE, 3));
        assertFalse(read("pkcs11:token=maple%20house").fits(MAPLE, 3));
    }

    @Test
    void isReadAgainAsItIsPrinted() {
        var random = new Random(7512);
        for (int i = 0; i < 2000; i++) {
            var facts = new TokenFacts(text(random), text(random), text(random), text(random));
            var id = new byte[1 + random.nextInt(20)];
            random.nextBytes(id);
            var uri = TokenUri.of(facts).withKey(id, text(random));
            assertEquals(uri, read(uri.text()));
            assertTrue(read(uri.text()).fits(facts, 0));
            assertArrayEquals(id, read(uri.text()).id().orElseThrow());
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0x20, 0x2FF)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkcs11",
                "PKCS11:token=a",
                "pkcs11:token",
                "pkcs11:token=a;",
                "pkcs11:;token=a",
                "pkcs11:token=a;token=a",
                "pkcs11:token=a b",
                "pkcs11:token=a%2",
                "pkcs11:token=a%zz",
                "pkcs11:token=%ff",
                "pkcs11:token=a%0a",
                "pkcs11:token=ä",
                "pkcs11:id=",
                "pkcs11:type=secret-key",
                "pkcs11:slot-id=01",
                "pkcs11:slot-id=99999999999999999999",
                "pkcs11:colour=red",
                "pkcs11:module-path=/a",
                "pkcs11:?token=a",
                "pkcs11:?module-path=a.so",
                "pkcs11:?module-name=softhsm2",
                "pkcs11:token=a?pin-value=1234",
                "pkcs11:token=a?pin-source=file:/etc/pin",
                "pkcs11:token=a?module-path=/a&pin-value=1234",
                "pkcs11:token=a?module-path=/a&module-path=/b",
            })
    void refuses(String text) {
        assertEquals(Optional.empty(), TokenUri.parse(text));
    }

    @Test
    void refusesWhatIsEndless() {
        assertEquals(Optional.empty(), TokenUri.parse("pkcs11:token=" + "a".repeat(3000)));
    }

    @Test
    void neverReadsAnythingThatItDoesNotPrintAlike() {
        var random = new Random(2512);
        var alphabet = "pkcs11:token=a;id=%01?&object=module-path/\u00e4 ".getBytes(UTF_8);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("pkcs11:");
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append((char) alphabet[random.nextInt(alphabet.length)]);
            }
            TokenUri.parse(text.toString()).ifPresent(uri -> assertEquals(uri, read(uri.text())));
        }
    }

    private static TokenUri read(String text) {
        return TokenUri.parse(text).orElseThrow(() -> new AssertionError(text));
    }
}
