package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Thread, ESP and LoRaWAN codes.
class SecretCodesTest {
    private static final String ESP = "{\"ver\":\"v1\",\"name\":\"PROV_1\",\"transport\":\"ble\"";
    private static final String LORAWAN = "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122";

    @Test
    void surviveAnyChange() {
        int thread =
                Mutations.survive("thread", random -> "v=1&&eui=" + Mutations.hex(random, 8) + "&&cc=A1B2C3D4E5F6");
        int esp = Mutations.survive(
                "esp-provisioning",
                random -> ESP + ",\"pop\":\"" + Mutations.hex(random, 4) + "\",\"security\":2,\"network\":\"wifi\"}");
        int lorawan = Mutations.survive("lorawan", SecretCodesTest::lorawan);
        assertTrue(thread > 100 && esp > 100 && lorawan < 1_000, thread + " " + esp + " " + lorawan);
    }

    @Test
    void readWhatWasWritten() {
        var random = new Random(20261123);
        for (int i = 0; i < 1_000; i++) {
            var text = lorawan(random);
            assertEquals(text.substring(6, 22), ((LorawanCode) read(text)).joinEui());
            var eui = Mutations.hex(random, 8);
            assertEquals(
                    eui.toLowerCase(Locale.ROOT), ((ThreadCode) read("v=1&&eui=" + eui + "&&cc=ABCDEFGH")).eui64());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "J01NU5, sdk-default-joiner",
        "J01NME, sdk-default-joiner",
        "ABCDEF, short-joiner-credential",
        "ABCDEFG, short-joiner-credential",
        "ABCDEFGH, "
    })
    void warnsOfJoiningSecretsThatAreKnownOrShort(String credential, String warning) {
        var code = read("v=1&&eui=0000b57fffe15d68&&cc=" + credential);
        assertEquals(warning == null ? List.of() : List.of(warning), warnings(code));
        // Everybody has the secrets of the examples: to share one says nothing.
        int marks = credential.startsWith("J01N") ? 1 : 2;
        assertEquals(marks, code.marks().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                ",\"pop\":\"\"}",
                ",\"pop\":\"abcd1234\"}",
                ",\"pop\":\"longer than that\",\"security\":0}",
                ",\"pop\":\"secret\",\"security\":1}",
                ",\"pop\":\"secret\",\"network\":\"thread\"}",
                ",\"pop\":\"s\u00e4cret\",\"vendor\":[1,{\"a\":null}]}"
            })
    void readsEspCodes(String rest) {
        var code = read(ESP + rest);
        boolean hasSecret = rest.contains("pop") && !rest.contains("\"\"");
        assertEquals(hasSecret ? Proof.BINDS_SECRET : Proof.NAMES_ONLY, code.proof());
        assertEquals(
                hasSecret && !rest.contains("abcd1234") ? 2 : 1, code.marks().size());
    }

    @Test
    void warnsOfWeakEspCodes() {
        assertEquals(List.of("no-proof-of-possession"), warnings(read(ESP + "}")));
        assertEquals(List.of("no-proof-of-possession"), warnings(read(ESP + ",\"pop\":\"\"}")));
        assertEquals(
                List.of("sdk-default-pop", "security-0-plaintext"),
                warnings(read(ESP + ",\"pop\":\"abcd1234\",\"security\":0}")));
        assertEquals(List.of(), warnings(read(ESP + ",\"pop\":\"secret\",\"security\":2}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}}",
                ",}",
                ",\"pop\":null}",
                ",\"pop\":\"a\",\"pop\":\"a\"}",
                ",\"vendor\":{\"a\":1,\"a\":2}}",
                ",\"pop\":\"\\u0000\"}",
                ",\"pop\":\"\\u202e\"}",
                ",\"pop\":\"\u202e\"}",
                ",\"pop\":\"\ufeff\"}",
                ",\"pop\":\"a\nb\"}",
                ",\"security\":1.0}",
                ",\"security\":3}",
                ",\"security\":-1}",
                ",\"security\":4294967296}",
                ",\"network\":\"lora\"}",
                ",'pop':'a'}",
                "} //",
                ",\"username\":1}"
            })
    void refusesBrokenEspCodes(String rest) {
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(ESP + rest));
    }

    @Test
    void boundsEspCodes() {
        var name = "\u00e4".repeat(16);
        assertEquals(32, name.getBytes(StandardCharsets.UTF_8).length);
        read("{\"ver\":\"v1\",\"name\":\"" + name + "\",\"transport\":\"ble\"}");
        refused("{\"ver\":\"v1\",\"name\":\"" + name + "x\",\"transport\":\"ble\"}");
        var longest = ESP + ",\"pop\":\"" + "a".repeat(512 - ESP.length() - 10) + "\"}";
        assertEquals(512, read(longest).text().length());
        refused(longest.replace("\"}", "a\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":",
                ":O",
                ":S",
                ":X1",
                ":O1:O2",
                ":S1:S2",
                ":S1:O1",
                ":P1:S1",
                ":C12",
                ":CAAAA:CAAAA",
                ":o1",
                ":O1="
            })
    void refusesBrokenLorawanExtensions(String extensions) {
        refused(LORAWAN + extensions);
    }

    @Test
    void onlyATokenMakesALorawanCodeASecret() {
        assertEquals(Proof.NAMES_ONLY, read(LORAWAN).proof());
        var owned = read(LORAWAN + ":OTOKEN:S42:P1:P1");
        assertEquals(Proof.BINDS_SECRET, owned.proof());
        assertEquals(
                List.of(Mark.Sort.ADDRESS, Mark.Sort.SECRET, Mark.Sort.SERIAL),
                owned.marks().stream().map(Mark::sort).toList());
        assertEquals("aabbccddeeff0011", owned.marks().getFirst().value());
        assertEquals("42", owned.said().serial().orElseThrow());
    }

    @Test
    void noneSaysItsSecret() {
        for (var text : List.of(
                "v=1&&eui=0000b57fffe15d68&&cc=HUSHHUSH", ESP + ",\"pop\":\"HUSHHUSH\"}", LORAWAN + ":OHUSHHUSH")) {
            var code = read(text);
            assertEquals(code.kind(), code.toString());
            assertFalse(code.marks().toString().contains("HUSHHUSH"));
        }
    }

    static String lorawan(Random random) {
        var text = "LW:D0:" + Mutations.hex(random, 8) + ":" + Mutations.hex(random, 8) + ":" + Mutations.hex(random, 4)
                + ":O" + Mutations.hex(random, 3) + ":P$%*";
        int crc = Crc16.MODBUS.of(text.getBytes(StandardCharsets.US_ASCII));
        return text + String.format(Locale.ROOT, ":C%04X", crc);
    }

    private static List<String> warnings(Code code) {
        return code.warnings().stream().map(Warning::code).toList();
    }

    private static Code read(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text), text).code();
    }

    private static void refused(String text) {
        assertInstanceOf(Scan.Malformed.class, CodeReader.read(text), text);
    }
}
