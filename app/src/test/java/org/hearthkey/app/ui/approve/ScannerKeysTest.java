package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScannerKeysTest {
    private static final String CODE = "MT:Y.K9042C00KA0648G00";

    private final ScannerKeys keys = new ScannerKeys();
    private long now = 1_000_000_000L;

    private void type(String text, long gapMillis) {
        for (int i = 0; i < text.length(); i++) {
            now += Duration.ofMillis(gapMillis).toNanos();
            keys.typed(text.charAt(i), now);
        }
    }

    @Test
    void takesABurstThatEndsWithEnter() {
        type(CODE, 12);
        assertTrue(keys.isUnderWay(now));
        assertEquals(Optional.of(CODE), keys.entered(now));
        assertEquals(Optional.empty(), keys.entered(now));
    }

    @Test
    void leavesAPersonsTypingAlone() {
        type(CODE, 120);
        assertFalse(keys.isUnderWay(now + Duration.ofMillis(120).toNanos()));
        assertEquals(Optional.empty(), keys.entered(now));
    }

    @Test
    void forgetsWhatAPersonTypedBeforeTheScanner() {
        type("abc", 200);
        now += Duration.ofSeconds(1).toNanos();
        type(CODE, 8);
        assertEquals(Optional.of(CODE), keys.entered(now));
    }

    @Test
    void takesNoShortBurst() {
        type("1234", 8);
        assertEquals(Optional.empty(), keys.entered(now));
    }

    @Test
    void takesNoEnterThatComesLate() {
        type(CODE, 8);
        assertEquals(Optional.empty(), keys.entered(now + Duration.ofSeconds(1).toNanos()));
    }
}
