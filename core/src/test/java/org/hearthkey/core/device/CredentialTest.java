package org.hearthkey.core.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.Test;

class CredentialTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(90));

    @Test
    void isTrustedUntilItsRenewalWindow() {
        assertEquals(DeviceState.TRUSTED, certified(END).stateAt(START));
        assertEquals(DeviceState.TRUSTED, certified(END).stateAt(START.plus(Duration.ofDays(59))));
        assertEquals(DeviceState.ENDS_SOON, certified(END).stateAt(START.plus(Duration.ofDays(60))));
    }

    @Test
    void endsWithTheEarliestOfItsChain() {
        var issuerEnds = START.plus(Duration.ofDays(40));
        assertEquals(DeviceState.ENDS_SOON, certified(issuerEnds).stateAt(START.plus(Duration.ofDays(27))));
        assertEquals(DeviceState.ENDED, certified(issuerEnds).stateAt(issuerEnds));
    }

    @Test
    void endsSoonWithLessThanThirtyDaysLeft() {
        var brief = START.plus(Duration.ofDays(29));
        assertEquals(DeviceState.ENDS_SOON, certified(brief).stateAt(START));
    }

    @Test
    void staysRevokedAfterItsEnd() {
        var revoked = new Credential.Certified(
                new ZoneName("lighting"),
                new SerialNumber(BigInteger.TEN),
                Fingerprint.of(new byte[] {1}),
                Fingerprint.of(new byte[] {2}),
                START,
                END,
                END,
                Optional.of(new Credential.Revoked(START, Reason.KEY_COMPROMISE)));
        assertEquals(DeviceState.REVOKED, revoked.stateAt(END.plus(Duration.ofDays(1))));
    }

    private static Credential.Certified certified(Instant effectiveEnd) {
        return new Credential.Certified(
                new ZoneName("lighting"),
                new SerialNumber(BigInteger.TEN),
                Fingerprint.of(new byte[] {1}),
                Fingerprint.of(new byte[] {2}),
                START,
                END,
                effectiveEnd,
                Optional.empty());
    }
}
