package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.HubState.ListenerState;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Verdict;
import org.junit.jupiter.api.Test;

class ListStateTest {
    private static final HubName PANTRY = new HubName("pantry");
    private static final HubName ATTIC = new HubName("attic");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Verdict REVOKED = new Verdict.Refused(Verdict.Reason.REVOKED);
    private static final Verdict LET_IN = new Verdict.Accepted();

    @Test
    void isAcknowledgedOnceEveryHubSaidSo() {
        var pantry = new ListState.Word(PANTRY, NOON);
        var attic = new ListState.Word(ATTIC, NOON.plusSeconds(60));
        assertEquals(Optional.empty(), new ListState(List.of(), 0, List.of()).acknowledged());
        assertEquals(Optional.empty(), new ListState(List.of(pantry), 2, List.of()).acknowledged());
        assertEquals(Optional.of(attic.at()), new ListState(List.of(attic, pantry), 2, List.of()).acknowledged());
    }

    @Test
    void isEnforcedOnceEveryListenerWasSeenToEnforceIt() {
        assertEquals(Optional.empty(), outcome());
        assertEquals(Optional.empty(), outcome(tried(REVOKED, LET_IN), untried()));
        assertEquals(Optional.of(Outcome.ENFORCED), outcome(tried(REVOKED, LET_IN), tried(REVOKED, LET_IN)));
    }

    @Test
    void namesTheWorstThatWasSeen() {
        assertEquals(
                Optional.of(Outcome.NOT_ENFORCED),
                outcome(tried(REVOKED, LET_IN), tried(REVOKED, REVOKED), tried(LET_IN, LET_IN)));
        assertEquals(Optional.of(Outcome.LOCKED_OUT), outcome(tried(REVOKED, REVOKED), untried()));
    }

    @Test
    void provesNothingByWhatWasSeenOfAnOlderList() {
        var before = new ListenerState(listener(), Optional.of(result(LET_IN, LET_IN)), false);
        assertEquals(Optional.empty(), outcome(before));
        assertEquals(Optional.empty(), new ListState(List.of(), 1, List.of(before)).tried());
    }

    private static Optional<Outcome> outcome(ListenerState... listeners) {
        return new ListState(List.of(), 2, List.of(listeners)).outcome();
    }

    private static ListenerState untried() {
        return new ListenerState(listener(), Optional.empty(), false);
    }

    private static ListenerState tried(Verdict canary, Verdict control) {
        return new ListenerState(listener(), Optional.of(result(canary, control)), true);
    }

    private static ProbeResult result(Verdict canary, Verdict control) {
        var serial = new SerialNumber(BigInteger.TEN);
        return new ProbeResult(listener(), NOON, BigInteger.ONE, serial, canary, serial, control);
    }

    private static Listener listener() {
        return new Listener(
                PANTRY,
                new ZoneName("doors"),
                ListenerAddress.parse("mqtts://127.0.0.1:8883").orElseThrow(),
                NOON);
    }
}
