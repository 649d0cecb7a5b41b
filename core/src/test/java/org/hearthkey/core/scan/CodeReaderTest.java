package org.hearthkey.core.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodeReaderTest {
    private static final long SEED = 20261122;
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<JsonNode> vectors() throws IOException {
        try (var rows = Objects.requireNonNull(CodeReaderTest.class.getResourceAsStream("onboarding.json"))) {
            return JSON.readTree(rows).valueStream();
        }
    }

    @Test
    void hasTheVectors() throws IOException {
        assertEquals(321, vectors().count());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void answersEachVector(JsonNode row) {
        var text = row.get("payload").stringValue();
        var kind = row.get("kind").stringValue();
        if (row.get("valid").booleanValue()) {
            var code = assertInstanceOf(Scan.Read.class, CodeReader.read(text)).code();
            assertEquals(kind, code.kind());
            assertEquals(row.get("fields"), JSON.readTree(JSON.writeValueAsString(code.identity())));
            assertEquals(new Scan.Read(code), CodeReader.read(text, kind));
        } else {
            var malformed = assertInstanceOf(Scan.Malformed.class, CodeReader.read(text, kind));
            assertEquals(kind, malformed.kind());
            assertFalse(malformed.why().isBlank());
            // What does not even open like the kind may be anything, and is left unknown.
            switch (CodeReader.read(text)) {
                case Scan.Malformed(var answered, var _) -> assertEquals(kind, answered);
                case Scan.Unknown() -> {}
                case Scan.Read _, Scan.Ambiguous _ -> fail("read as something else");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "3497011233",
                "83FED3407A939723A5C639B26916D505C3",
                "dpp:K:;;",
                "NI:///sha-256;x",
                " ni:///sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q",
                "\ufeffDPP:K:;;",
                "n\u0456:///sha-256;x",
                "\0",
                "\ud800"
            })
    void doesNotGuess(String text) {
        assertEquals(new Scan.Unknown(), CodeReader.read(text));
    }

    /// Of these kinds each vector names the very rule.
    @ParameterizedTest
    @MethodSource("vectors")
    void saysWhichRuleIsBroken(JsonNode row) {
        var kind = row.get("kind").stringValue();
        if (!row.get("valid").booleanValue()
                && List.of("matter-qr", "matter-manual", "homekit", "zwave-qr", "zwave-dsk")
                        .contains(kind)) {
            assertEquals(
                    new Scan.Malformed(kind, row.get("why").stringValue()),
                    CodeReader.read(row.get("payload").stringValue(), kind));
        }
    }

    @Test
    void survivesWhateverIsWrittenOnALabel() throws IOException {
        var random = new Random(SEED);
        var seeds = Stream.concat(openings(), CodeReaderTest.validPayloads()).toList();
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            for (int i = 0; i < 50_000; i++) {
                var text = mutated(seeds.get(random.nextInt(seeds.size())), random);
                if (CodeReader.read(text) instanceof Scan.Read(var code)) {
                    assertFalse(code.identity().isEmpty(), text);
                }
            }
        });
    }

    @Test
    void aLongTextTakesNoLongTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var opening : openings().toList()) {
                for (var filler :
                        List.of("a", "%41", "1,", ";", "A:;", "&a=", "=", "-", ":", "[", "%", "/", "9", "\n")) {
                    CodeReader.read(opening + filler.repeat(4_000 / filler.length()));
                    CodeReader.read(opening + filler.repeat(1_000_000));
                }
            }
        });
    }

    /// As editors leave a file: with one line end, whatever the system's is.
    @ParameterizedTest
    @MethodSource("validPayloads")
    void takesOneLineEndOffAFile(String text) {
        var written = text.getBytes(UTF_8);
        for (var end : List.of("\n", "\r\n")) {
            var file = (text + end).getBytes(UTF_8);
            assertEquals(CodeReader.readFile(written), CodeReader.readFile(file));
            assertEquals(text, CodeReader.withoutLineEnd(text + end));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n\r\n", "\n\r\n", "\r", "\r\r\n", " ", " \n", "\n ", "\t\n", "\u0085", "\0\n"})
    void takesNothingElseOffAFile(String end) {
        for (var text : List.of("34970112332", "MT:YNJV7VSC00CMVH7SR00", "X-HM://0071WK4SM7OSX")) {
            for (var wrong : List.of(text + end, "\n" + text + "\n", text.charAt(0) + "\n" + text.substring(1))) {
                var scan = CodeReader.readFile(wrong.getBytes(ISO_8859_1));
                assertFalse(scan instanceof Scan.Read, wrong);
            }
        }
    }

    static Stream<String> validPayloads() throws IOException {
        return vectors()
                .filter(row -> row.get("valid").booleanValue())
                .map(row -> row.get("payload").stringValue());
    }

    private static Stream<String> openings() {
        return Stream.of(
                "ni:",
                "ni:///",
                "ni:///sha-256;",
                "ni:///sha-256;UyaQV-Ev4rdLoHyJJWCi11OHfrYv9E1aGQAlMO2X_-Q?",
                "nih:",
                "nih:1;",
                "DPP:",
                "DPP:K:",
                "DPP:C:",
                "DPP:H:",
                "DPP:H:[",
                "DPP:I:",
                "MT:",
                "90",
                "v=",
                "{\"ver\":",
                "Z:",
                "");
    }

    private static String mutated(String text, Random random) {
        var out = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> out.insert(at, (char) random.nextInt(0x80));
                case 1 -> out.insert(at, (char) random.nextInt(0x1_0000));
                case 2 -> out.setLength(at);
                case 3 -> out.insert(at, text, 0, random.nextInt(text.length() + 1));
                default -> {
                    if (at < out.length()) {
                        out.setCharAt(at, (char) (out.charAt(at) ^ 1 << random.nextInt(7)));
                    }
                }
            }
        }
        return out.toString();
    }
}
