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
        now = now.plus(Duration.ofMinutes(9));
        assertFalse(idle.isDue());
        idle.touch();
        now = now.plus(Duration.ofMinutes(10));
        assertTrue(idle.isDue());
    }

    @Test
    void isDueAtOnceAfterTheComputerSlept() {
        now = now.plus(Duration.ofHours(8));
        assertTrue(idle.isDue());
        assertEquals(Duration.ZERO, idle.left());
    }

    @Test
    void followsANewSetting() {
        now = now.plus(Duration.ofMinutes(3));
        idle.after(Duration.ofMinutes(2));
        assertTrue(idle.isDue());
    }
}
