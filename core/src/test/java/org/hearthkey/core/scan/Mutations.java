package org.hearthkey.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;

/// Codes of one kind with a few letters changed, taken away or put in.
final class Mutations {
    private static final int COUNT = 10_000;
    private static final long SEED = 20261123;

    private Mutations() {}

    /// Whatever is changed, a text reads as what it says, or is refused with a reason. Returns how many read.
    static int survive(String kind, Function<Random, String> codes) {
        var random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < COUNT; i++) {
            var text = new StringBuilder(codes.apply(random));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(text, random);
            }
            switch (CodeReader.read(text.toString(), kind)) {
                case Scan.Read(var code) -> {
                    assertEquals(text.toString(), code.text());
                    assertEquals(new Scan.Read(code), CodeReader.read(code.text(), kind));
                    assertFalse(code.identity().isEmpty());
                    read++;
                }
                case Scan.Malformed(var _, var why) -> assertFalse(why.isBlank());
                case Scan.Ambiguous _, Scan.Unknown _ -> throw new AssertionError(text);
            }
        }
        return read;
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        char other = (char) (' ' + random.nextInt(95));
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, other);
            case 1 -> text.insert(at, (char) random.nextInt(0x1_0000));
            case 2 -> text.setLength(Math.max(1, at));
            case 3 -> text.deleteCharAt(Math.min(at, text.length() - 1));
            default -> text.setCharAt(Math.min(at, text.length() - 1), other);
        }
        if (text.isEmpty()) {
            text.append(other);
        }
    }

    static String hex(Random random, int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return HexFormat.of().withUpperCase().formatHex(content);
    }
}
