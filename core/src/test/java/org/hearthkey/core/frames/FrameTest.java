package org.hearthkey.core.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    private static final long SEED = 20261123;
    private static final int MUTATIONS = 10_000;

    @Test
    void readsWhatItWrote() throws MalformedFrameException {
        var random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            for (var frame : written(random)) {
                assertEquals(frame, Frame.parse(frame.text()));
            }
        }
    }

    /// Whatever is changed in a text: it is refused, or read as exactly what it says.
    @Test
    void aChangedFrameIsRefusedOrAnother() {
        var random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < 2 * MUTATIONS; i++) {
            var frames = written(random);
            var text =
                    new StringBuilder(frames.get(random.nextInt(frames.size())).text());
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(text, random);
            }
            try {
                var frame = Frame.parse(text.toString());
                assertEquals(text.toString(), frame.text());
                read++;
            } catch (MalformedFrameException refused) {
                assertFalse(refused.why().isBlank());
            }
        }
        // A BBQr has no checksum: letters that are changed are other bytes.
        assertTrue(read > 0 && read < MUTATIONS, "read " + read);
    }

    /// CRC-32 finds every change of up to 32 bits in a row, and so every wrong word.
    @Test
    void noWrongLetterPassesInAUr() {
        var frame = FrameSplitter.ur(new Carried("bytes", new byte[40]), 20).frame(2);
        var text = frame.text().toLowerCase(Locale.ROOT);
        int start = text.lastIndexOf('/') + 1;
        for (int i = start; i < text.length(); i++) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                var wrong = text.substring(0, i) + letter + text.substring(i + 1);
                if (letter != text.charAt(i)) {
                    assertThrows(MalformedFrameException.class, () -> Frame.parse(wrong));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Each the five members of a part, then why it is refused.
        "85 01 02 0a 1aeda0ae73 450102030405, ",
        "85 1801 02 0a 1aeda0ae73 450102030405, CBOR: not shortest form",
        "85 01 02 0a 1aeda0ae73 460102030405, CBOR: bytes truncated",
        "85 01 02 0a 1aeda0ae73 44010203040500, CBOR: bytes after the end",
        "84 01 02 0a 450102030405, CBOR: not five members",
        "a5 01 02 0a 1aeda0ae73 450102030405, CBOR: not an array",
        "85 01 02 0a 1aeda0ae73 650102030405, CBOR: not a byte string",
        "85 21 02 0a 1aeda0ae73 450102030405, CBOR: not a number",
        "85 01 02 0b 1aeda0ae73 450102030405, fragments do not add up to the message",
        "85 01 02 05 1aeda0ae73 450102030405, fragments do not add up to the message",
        "85 01 02 00 1aeda0ae73 40, more than 65536 bytes",
        "85 01 02 1a00010006 1aeda0ae73 41ff, more than 65536 bytes",
        "85 01 190510 0a 1aeda0ae73 41ff, more than 1295 fragments",
        "85 00 02 0a 1aeda0ae73 450102030405, sequence out of range",
        "85 01 02 0a 1b0000000100000000 450102030405, checksum out of range"
    })
    void holdsAPartToItsRules(String cbor, String why) throws MalformedFrameException {
        byte[] body = HexFormat.of().parseHex(cbor.replace(" ", ""));
        var text = "ur:bytes/1-2/" + Bytewords.encode(body);
        if (why == null) {
            assertEquals(text, Frame.parse(text).text());
        } else {
            var refused = assertThrows(MalformedFrameException.class, () -> Frame.parse(text));
            assertEquals(why, refused.why());
        }
    }

    @Test
    void otherTypesAreCarriedAsTheyAre() throws MalformedFrameException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("d90130a201fb400921fb54442d18026161"));
        var frame = Frame.parse("ur:some-type/" + Bytewords.encode(out.toByteArray()));
        assertEquals(new Carried("some-type", out.toByteArray()), frame.whole().orElseThrow());
        for (var bad : List.of("a1", "5f00ff", "81".repeat(17) + "00", "0000", "1b", "ff")) {
            var text = "ur:some-type/" + Bytewords.encode(HexFormat.of().parseHex(bad));
            assertThrows(MalformedFrameException.class, () -> Frame.parse(text), bad);
        }
    }

    @Test
    void refusesWhatCannotBeSplit() {
        var carried = new Carried("bytes", new byte[Frame.MOST_BYTES + 1]);
        assertThrows(IllegalArgumentException.class, () -> FrameSplitter.ur(carried, 1000));
        var binary = new Carried("B", new byte[Frame.MOST_BYTES + 1]);
        assertThrows(IllegalArgumentException.class, () -> FrameSplitter.bbqr(binary, 1000));
        assertThrows(
                IllegalArgumentException.class,
                () -> FrameSplitter.ur(new Carried("bytes", new byte[Frame.MOST_BYTES]), 20));
        assertThrows(IllegalArgumentException.class, () -> FrameSplitter.bbqr(new Carried("bytes", new byte[10]), 10));
    }

    private static List<Frame> written(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(400)];
        random.nextBytes(bytes);
        var frames = new ArrayList<Frame>();
        var ur = FrameSplitter.ur(new Carried(Carried.UR_BYTES, bytes), 10 + random.nextInt(200));
        frames.add(ur.frame(1 + random.nextInt(3 * ur.count())));
        var parts = FrameSplitter.bbqr(new Carried(Carried.BBQR_BINARY, bytes), 5 * (1 + random.nextInt(40)));
        frames.add(parts.get(random.nextInt(parts.size())));
        return frames;
    }

    private static void change(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, (char) (' ' + random.nextInt(95)));
            case 2 -> text.setCharAt(at, (char) random.nextInt(0x1_0000));
            default -> text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(7)));
        }
        if (text.isEmpty()) {
            text.append('u');
        }
    }
}
