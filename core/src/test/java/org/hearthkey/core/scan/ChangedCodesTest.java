package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten thousand changed codes of each kind, read as that kind: each reads or says why not, and what reads is spelled as
/// it was read.
class ChangedCodesTest {
    private static final long SEED = 20261123;
    private static final String LETTERS = "0123456789ABCDEFZabcdef-.:;*%$/ {}=&?\u0660\u200b\n";

    static List<String> kinds() {
        return List.copyOf(CodeReader.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noChangeMakesAReaderThrow(String kind) throws IOException {
        var random = new Random(SEED);
        var seeds = CodeReaderTest.vectors()
                .filter(row -> row.get("kind").stringValue().equals(kind))
                .map(row -> row.get("payload").stringValue())
                .toList();
        for (int i = 0; i < 10_000; i++) {
            var text = changed(seeds.isEmpty() ? kind + ":" : seeds.get(random.nextInt(seeds.size())), random);
            switch (CodeReader.read(text, kind)) {
                case Scan.Read(var code) -> {
                    assertEquals(kind, code.kind());
                    assertFalse(code.identity().isEmpty());
                    assertTrue(code.warnings().stream()
                            .noneMatch(warning -> warning.clause().isBlank()));
                    assertTrue(kind.equals("pkcs10") || code.text().equals(text), text);
                    assertTrue(code.toString().equals(kind) || !code.proof().equals(Proof.BINDS_SECRET), kind);
                }
                case Scan.Malformed(var named, var why) -> {
                    assertEquals(kind, named);
                    assertFalse(why.isBlank());
                }
                case Scan.Ambiguous _, Scan.Unknown() -> throw new AssertionError("the kind was named");
            }
        }
    }

    private static String changed(String text, Random random) {
        var out = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(out.length() + 1);
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, letter);
                case 1 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(3)));
                case 2 -> out.insert(at, text, 0, random.nextInt(text.length() + 1));
                default -> {
                    if (at < out.length()) {
                        out.setCharAt(at, letter);
                    }
                }
            }
        }
        return out.toString();
    }
}
