package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hearthkey.core.key.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelCodesTest {
    private static final String LABEL = "ni:///sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q";
    private static final Fingerprint HELLO_WORLD = Fingerprint.of("Hello World!".getBytes(StandardCharsets.US_ASCII));

    @Test
    void namesTheKeyThatMustBeProven() {
        assertEquals(
                Optional.of(fingerprint("53269057e12fe2b74ba07c892560a2d753877eb62ff44d5a19002530ed97ffe4")),
                read(LABEL).keyHash());
        // RFC 6920, section 8.1: the hash of "Hello World!"
        assertEquals(
                Optional.of(HELLO_WORLD),
                read("ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk")
                        .keyHash());
        assertEquals(
                Optional.of(HELLO_WORLD),
                read("nih:sha-256;" + HELLO_WORLD.hex()).keyHash());
    }

    @Test
    void aCutHashOrAHashOfAnObjectNamesNoKey() {
        assertEquals(Optional.empty(), read("nih:sha-256-32;53269057;b").keyHash());
        assertEquals(
                Optional.empty(), read("ni:///sha-256-120;UyaQV-Ev4rdLoHyJJWCi").keyHash());
        assertEquals(Optional.empty(), read(LABEL + "?ct=application/pkcs10").keyHash());
    }

    @Test
    void readsEachLengthOfHash() {
        for (var algorithm : LabelHash.Algorithm.values()) {
            var bits = algorithm == LabelHash.Algorithm.SHA_256
                    ? "256"
                    : algorithm.text().substring(8);
            var digest = new byte[Integer.parseInt(bits) / 8];
            new Random(1).nextBytes(digest);
            var base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            var code = (KeyLabelCode) read("ni:///" + algorithm.text() + ";" + base64);
            var spoken = (SpokenLabelCode)
                    read("nih:" + algorithm.suite() + ";" + code.hash().hex());
            assertEquals(code.hash(), spoken.hash());
        }
    }

    @Test
    void decodesHintsAndKeepsOnesItDoesNotKnow() {
        var code = (KeyLabelCode) read(LABEL + "?sn=A%20B%2Fc&v=ACME+Ltd.&x=a=b&m=");
        assertEquals(Map.of("sn", "A B/c", "v", "ACME+Ltd.", "x", "a=b", "m", ""), code.query());
    }

    @Test
    void boundsTheHintsItShows() {
        assertInstanceOf(KeyLabelCode.class, read(LABEL + "?sn=" + "a".repeat(64)));
        assertInstanceOf(KeyLabelCode.class, read(LABEL + "?note=" + "a".repeat(65)));
        assertEquals("sn, v or m is longer than 64 characters", why(LABEL + "?sn=" + "a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?sn",
                "?=1",
                "?sn=1&",
                "?&sn=1",
                "?sn=1&sn=1",
                "?sn=1&s%6e=2",
                "?sn=%",
                "?sn=%4",
                "?sn=%4g",
                "?sn=%00",
                "?sn=%0A",
                "?sn=%C3%A4",
                "?sn=%E2%80%AE",
                "?sn=a b",
                "?sn=\"",
                "?sn=<",
                "?sn=a#b",
                "?sn=a\\b",
                "#x",
                "&sn=1",
                "/",
                " ",
                "=",
                "%41",
                "?sn=%4%31"
            })
    void refusesBrokenHints(String suffix) {
        why(LABEL + suffix);
    }

    @ParameterizedTest
    @CsvSource({
        "ni:, not ni://authority/alg;value",
        "ni:sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q, not ni://authority/alg;value",
        "ni://user@example.com/sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q, not ni://authority/alg;value",
        "ni:///SHA-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q, not ni://authority/alg;value",
        "ni:///sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-R, digest is not canonical base64url",
        "ni:///sha-256;A, digest is not base64url",
        "ni:///sha-256-32;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q, digest length is wrong for the algorithm",
        "nih:0;53269057, unknown suite id",
        "nih:7;53269057, unknown suite id",
        "nih:32;53269057, unknown hash algorithm",
        "nih:6;5326905, digest length is wrong for the algorithm",
        "nih:6;----, digest length is wrong for the algorithm",
        "nih:6;53269057;, not nih:alg;hex[;check]",
        "nih:6;53269057;bb, not nih:alg;hex[;check]",
        "nih:6;5326905A, not nih:alg;hex[;check]",
        "nih:6;53269057?a=b, not nih:alg;hex[;check]"
    })
    void refusesOtherSpellingsOfTheHash(String text, String why) {
        assertEquals(why, why(text));
    }

    @Test
    void aWrongHexDigitDoesNotPassTheCheckDigit() {
        var hex = HELLO_WORLD.hex();
        char check = "0123456789abcdef"
                .chars()
                .mapToObj(c -> (char) c)
                .filter(c -> CodeReader.read("nih:1;" + hex + ";" + c) instanceof Scan.Read)
                .reduce((a, b) -> {
                    throw new AssertionError("two check digits pass");
                })
                .orElseThrow();
        for (int i = 0; i < hex.length(); i++) {
            for (char c : "0123456789abcdef".toCharArray()) {
                if (c != hex.charAt(i)) {
                    assertEquals(
                            "Luhn mod-16 check digit",
                            why("nih:1;" + hex.substring(0, i) + c + hex.substring(i + 1) + ";" + check));
                }
            }
        }
    }

    private static Code read(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static String why(String text) {
        return assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text)
                .why();
    }

    private static Fingerprint fingerprint(String hex) {
        return Fingerprint.parse(hex).orElseThrow();
    }
}
