package org.hearthkey.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.SaidResult;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ControlException;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Verdict;
import org.junit.jupiter.api.Test;

class ProbeWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ProbeWords words = ProbeWords.in(Locale.ENGLISH);

    private static List<Verdict> verdicts() {
        return Stream.<Stream<Verdict>>of(
                        Stream.of(new Verdict.Accepted()),
                        Arrays.stream(Verdict.Reason.values()).map(Verdict.Refused::new),
                        Arrays.stream(Verdict.Trouble.values()).map(Verdict.Unreachable::new))
                .flatMap(all -> all)
                .toList();
    }

    @Test
    void everythingHasWordsAndNoneAreUnused() {
        var known = new TreeSet<String>(Set.of("refused.since", "refused.not-proven", "refused.still-let-in"));
        verdicts().forEach(verdict -> known.add("verdict." + verdict.code().replace(' ', '.')));
        Arrays.stream(DeliveryState.values()).forEach(state -> known.add("state." + state.code()));
        known.addAll(List.of(
                "step.revoked",
                "step.handed",
                "step.not-handed",
                "step.cut-off",
                "step.cut-off.seen",
                "step.still-connected"));
        Arrays.stream(ControlException.Trouble.values())
                .forEach(trouble -> known.add("step.not-cut-off." + trouble.code()));
        for (var outcome : Outcome.values()) {
            var base = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (var by : List.of("", "said.")) {
                known.addAll(List.of(by + base + ".happened", by + base + ".safe", by + base + ".next"));
            }
        }
        assertEquals(known, Books.keys("probes"));
    }

    @Test
    void everySentenceIsShortAndFilled() {
        for (var key : Books.keys("probes")) {
            var text = Books.book("probes").getString(key);
            Books.requireShortSentences(text);
            assertFalse(text.contains("'"), text);
        }
        var listener = new Listener(
                new HubName("pantry"),
                new ZoneName("lighting"),
                ListenerAddress.parse("mqtts://pantry.home.arpa").orElseThrow(),
                NOW);
        var serial = new SerialNumber(BigInteger.TEN);
        var told = new ArrayList<String>();
        for (var canary : verdicts()) {
            for (var control : verdicts()) {
                var result = new ProbeResult(listener, NOW, BigInteger.ONE, serial, canary, serial, control);
                told.add(words.explain(result).toString());
                told.add(words.explain(new SaidResult(listener, NOW, BigInteger.ONE, canary, control))
                        .toString());
            }
        }
        for (var refusal : List.of(
                new Refusal.Since(NOW, List.of(new HubName("pantry"))),
                new Refusal.NotProven(),
                new Refusal.StillLetIn(NOW, new HubName("pantry")))) {
            told.add(words.sentence(refusal));
        }
        for (var trouble : ControlException.Trouble.values()) {
            told.add(words.sentence(new Step.NotCutOff(NOW, listener.hub(), trouble)));
        }
        for (var step : List.of(
                new Step.Revoked(NOW, BigInteger.ONE),
                new Step.Handed(NOW, listener.hub(), DeliveryState.DELIVERED),
                new Step.NotHanded(NOW, listener.hub(), new IOException("nobody answers")),
                new Step.CutOff(NOW, listener.hub(), Optional.empty()),
                new Step.CutOff(NOW, listener.hub(), Optional.of(Duration.ofMillis(20))),
                new Step.StillConnected(NOW, listener.hub()))) {
            told.add(words.sentence(step));
        }
        told.forEach(sentence -> assertFalse(sentence.contains("{"), sentence));
    }
}
