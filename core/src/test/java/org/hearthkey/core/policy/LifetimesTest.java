package org.hearthkey.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void renewalBeginsAfterTwoThirds() {
        assertEquals(START.plus(Duration.ofDays(60)), Lifetimes.renewFrom(START, START.plus(Duration.ofDays(90))));
    }

    @Test
    void issuerIsDueWhileTheLongestDeviceCertificateStillFitsBelowIt() {
        var end = START.plus(Duration.ofDays(1826));
        var due = Lifetimes.issuerDueFrom(end);
        assertEquals(
                -1, due.plus(Duration.ofDays(Lifetimes.LONGEST_DEVICE_DAYS)).compareTo(end));
    }
}
