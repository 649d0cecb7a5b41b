package org.hearthkey.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryScanTest {
    private static final byte[] NONE = {};
    private static final String ENTRY =
            "{\"act\":\"crl.sign\",\"at\":\"2026-11-22T12:00:00Z\",\"facts\":{\"a\":[\"x\",1,true,{}],\"entries\":0},\"n\":2,\"v\":1}";

    private static JournalBook.Kept kept(String entry) {
        return new JournalBook.Kept(2, entry.getBytes(UTF_8), NONE, NONE);
    }

    @Test
    void knowsAPlainEntry() {
        assertTrue(EntryScan.holds(kept(ENTRY)));
    }

    @Test
    void knowsDetailsByTheirHash() {
        var salt = new byte[32];
        var details = Jcs.write(Map.of("name", "Garage camera", "zone", "security"));
        var hash = JournalEntry.saltedHash(salt, details);
        var entry = ENTRY.replace(",\"facts\"", ",\"details\":\"" + hash + "\",\"facts\"")
                .getBytes(UTF_8);
        assertTrue(EntryScan.holds(new JournalBook.Kept(2, entry, salt, details)));
        assertTrue(EntryScan.holds(new JournalBook.Kept(2, entry, NONE, NONE)));
        salt[0]++;
        assertFalse(EntryScan.holds(new JournalBook.Kept(2, entry, salt, details)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":3", "\"n\":02", "\"v\":2", "\"n\":2,\"m\":1", "{\"entries\":0,\"a\":1}", "{\"a\":1,\"a\":1}",
                        "{\"a\":-0}",
                "{\"a\":01}", "{\"a\":9007199254740993}", "{\"a\":1.0}", "{\"a\":null}", "{\"a\":1,}", "{ \"a\":1}",
                        "{\"a\":\"\\u0041\"}"
            })
    void doesNotKnowWhatIsNotCanonicalOrNotThisEntry(String part) {
        var entry = part.startsWith("{")
                ? ENTRY.replaceFirst("\\{\"a\".*0\\}", Matcher.quoteReplacement(part))
                : ENTRY.replace("\"n\":2", part).replace("\"v\":2,\"v\":1", "\"v\":2");
        assertFalse(EntryScan.holds(kept(entry)), entry);
    }

    /// Whatever is done to an entry, the scan says yes to nothing that the reader refuses.
    @Test
    void saysYesToNothingThatTheReaderRefuses() {
        var random = new Random(20_261_122);
        var known = 0;
        for (int i = 0; i < 200_000; i++) {
            var bytes = ENTRY.getBytes(UTF_8);
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) "\"{}[]:,0129-aeftzZT \\\u007f".charAt(random.nextInt(22));
            }
            var entry = new JournalBook.Kept(2, bytes, NONE, NONE);
            if (EntryScan.holds(entry)) {
                known++;
                assertTrue(JournalEntry.read(entry).isPresent(), () -> new String(bytes, UTF_8));
            }
        }
        assertTrue(known > 50_000, "only " + known + " were known");
    }
}
