package org.hearthkey.core.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.SampleHome;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.probe.Verdict.Accepted;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Refused;
import org.hearthkey.core.probe.Verdict.Trouble;
import org.hearthkey.core.probe.Verdict.Unreachable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real broker, in whatever state somebody may have left its list.
class MqttTrialTest {
    @TempDir
    private static Path folder;

    private static HubFiles hub;

    private int port;

    @BeforeAll
    static void makeHub() throws IOException {
        hub = new HubFiles(folder);
    }

    private Mosquitto start(String... more) throws IOException {
        port = Mosquitto.freePort();
        var lines = new ArrayList<>(List.of("user root", "log_dest stderr", "allow_anonymous true"));
        lines.addAll(List.of(
                "listener " + port + " 127.0.0.1",
                "cafile lighting-anchor.pem",
                "certfile hub.pem",
                "keyfile hub.key",
                "crlfile lighting.crl",
                "require_certificate true",
                "use_subject_as_username true"));
        lines.addAll(List.of(more));
        hub.put("lighting.crl", hub.listOf(hub.home.lighting, 2, hub.canary));
        return Mosquitto.start(folder, lines);
    }

    private String uri() {
        return "mqtts://127.0.0.1:" + port;
    }

    private Verdict attempt(ProbeIdentity identity) {
        return hub.trial(uri()).attempt(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tlsv1.2", "tlsv1.3"})
    void seesWhoIsRefusedAndWhy(String version) throws IOException {
        try (var broker = start("tls_version " + version)) {
            assertEquals(new Refused(Reason.REVOKED), attempt(hub.canary));
            assertEquals(new Accepted(), attempt(hub.control));
            assertEquals(new Refused(Reason.UNKNOWN_ISSUER), attempt(hub.otherZone));
            assertEquals(Outcome.ENFORCED, hub.outcome(uri()));
            broker.await("hk"); // it was a whole CONNECT
        }
    }

    /// E6: a broker that reads half a list or none takes everybody.
    @ParameterizedTest
    @ValueSource(strings = {"", "half", "older"})
    void seesThatAListIsNotInForce(String list) throws IOException {
        try (var broker = start()) {
            assertEquals(Outcome.ENFORCED, hub.outcome(uri()));
            var current = hub.listOf(hub.home.lighting, 3, hub.canary).pem();
            hub.put(
                    "lighting.crl",
                    switch (list) {
                        case "half" -> current.substring(0, current.length() / 2);
                        case "older" -> hub.listOf(hub.home.lighting, 1).pem();
                        default -> list;
                    });
            broker.reload();
            assertEquals(new Accepted(), attempt(hub.canary));
            assertEquals(Outcome.NOT_ENFORCED, hub.outcome(uri()));
        }
    }

    @Test
    void seesThatALapsedListLocksEverybodyOut() throws IOException {
        try (var broker = start()) {
            hub.put("lighting.crl", hub.lapsedListOf(hub.home.lighting, 3, hub.canary));
            broker.reload();
            assertEquals(new Refused(Reason.LAPSED), attempt(hub.control));
            assertEquals(Outcome.LOCKED_OUT, hub.outcome(uri()));
        }
    }

    @Test
    void theListOfAnotherZoneLocksEverybodyOut() throws IOException {
        try (var broker = start()) {
            hub.put("lighting.crl", hub.listOf(hub.home.security, 3));
            broker.reload();
            assertEquals(Outcome.LOCKED_OUT, hub.outcome(uri()));
        }
    }

    @Test
    void anAnchorOfAnotherZoneLocksEverybodyOut() throws IOException {
        try (var _ = start("tls_version tlsv1.3")) {
            var other = hub.identity("Hall lamp", SampleHome.SECURITY);
            assertEquals(new Refused(Reason.UNKNOWN_ISSUER), attempt(other));
        }
    }

    @Test
    void anotherHomesHubProvesNothing() throws IOException {
        try (var _ = start()) {
            var stranger = new SampleHome();
            var trial = new Trials(stranger.services.certificate(), Trial.PATIENCE, stranger.random)
                    .at(ListenerAddress.parse(uri()).orElseThrow());
            assertEquals(new Unreachable(Trouble.NOT_OUR_HUB), trial.attempt(hub.canary));
            // Our hub, but another name than it is certified for.
            assertEquals(
                    new Unreachable(Trouble.NOT_OUR_HUB),
                    hub.trial("mqtts://localhost:" + port).attempt(hub.canary));
        }
    }

    @Test
    void nobodyThereProvesNothing() throws IOException {
        port = Mosquitto.freePort();
        assertEquals(new Unreachable(Trouble.NO_ANSWER), attempt(hub.canary));
        assertEquals(Outcome.UNPROVEN, hub.outcome(uri()));
    }

    @Test
    void staysUntilTheBrokerEndsIt() throws IOException {
        Optional<LiveSession> session;
        try (var _ = start()) {
            session = hub.trial(uri()).stay(hub.control).session();
            assertEquals(Optional.empty(), session.orElseThrow().endsWithin(Duration.ofMillis(300)));
        }
        assertTrue(session.get().endsWithin(Duration.ofSeconds(2)).isPresent());
    }
}
