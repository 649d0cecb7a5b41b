package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final IdleLock idle = new IdleLock(() -> now, Duration.ofMinutes(10));

    @Test
    void isDueWhenNobodyTouchedTheWindowForLong() {
        assertFalse(isDueWithin(Duration.ofMinutes(9)));
        idle.touch();
        assertFalse(isDueWithin(Duration.ofMinutes(9)));
        assertTrue(isDueWithin(Duration.ofMinutes(1)));
        assertEquals(Duration.ZERO, idle.left());
    }

    @Test
    void isDueAfterTheComputerSleptEvenForAMinute() {
        now = now.plus(Duration.ofMinutes(1));
        assertTrue(idle.isDue());
    }

    @Test
    void whoeverTouchesTheWindowAfterASleepMustUnlockIt() {
        now = now.plus(Duration.ofHours(8));
        idle.touch();
        assertTrue(idle.isDue());
        idle.begin();
        assertFalse(idle.isDue());
    }

    @Test
    void aClockSetBackDoesNotKeepItOpen() {
        now = now.minus(Duration.ofHours(1));
        assertTrue(idle.isDue());
    }

    @Test
    void followsANewSetting() {
        assertFalse(isDueWithin(Duration.ofMinutes(3)));
        idle.after(Duration.ofMinutes(2));
        assertTrue(idle.isDue());
    }

    /// Lets seconds pass, as the window sees them.
    private boolean isDueWithin(Duration time) {
        var end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            if (idle.isDue()) {
                return true;
            }
        }
        return false;
    }
}
