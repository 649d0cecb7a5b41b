package org.hearthkey.core.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.probe.Verdict.Accepted;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Refused;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real broker with its own dynamic security.
class BrokerControlTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static HubFiles hub;

    private int devicesPort;
    private int adminPort;

    @BeforeAll
    static void makeHub() throws IOException {
        hub = new HubFiles(folder);
    }

    @BeforeEach
    void putList() throws IOException {
        hub.put("lighting.crl", hub.listOf(hub.home.lighting, 2));
        Files.deleteIfExists(folder.resolve("dynsec.json"));
        Peer.of("mosquitto_ctrl", folder)
                .run("dynsec", "init", "dynsec.json", "admin", "the hub's own")
                .accepts();
    }

    private Mosquitto start(String... more) throws IOException {
        devicesPort = Mosquitto.freePort();
        adminPort = Mosquitto.freePort();
        var lines = new ArrayList<>(List.of("user root", "log_dest stderr", "allow_anonymous false"));
        lines.addAll(List.of(more));
        lines.addAll(List.of(
                "listener " + devicesPort + " 127.0.0.1",
                "cafile lighting-anchor.pem",
                "certfile hub.pem",
                "keyfile hub.key",
                "crlfile lighting.crl",
                "require_certificate true",
                "use_subject_as_username true",
                "listener " + adminPort + " 127.0.0.1",
                "certfile hub.pem",
                "keyfile hub.key"));
        return Mosquitto.start(folder, lines);
    }

    private Mosquitto startWithDynamicSecurity() throws IOException {
        return start("plugin " + Mosquitto.dynamicSecurity(), "plugin_opt_config_file dynsec.json");
    }

    private BrokerControl control(String password) throws ControlException {
        return control(password, Trial.PATIENCE);
    }

    private BrokerControl control(String password, Duration patience) throws ControlException {
        try (var secret = SecretBytes.owning(password.getBytes(UTF_8))) {
            return BrokerControl.open(
                    ListenerAddress.parse("mqtts://127.0.0.1:" + adminPort).orElseThrow(),
                    hub.home.services.certificate(),
                    "admin",
                    secret,
                    patience);
        }
    }

    private Trial trial() {
        return hub.trial("mqtts://127.0.0.1:" + devicesPort);
    }

    private static String subject(ProbeIdentity identity) {
        return identity.certificate().subjectAtBroker();
    }

    /// E5: the order is list, then client.
    @Test
    void cutsAClientOffAndTheListKeepsItOut() throws IOException {
        try (var broker = startWithDynamicSecurity();
                var control = control("the hub's own")) {
            var stolen = trial().stay(hub.canary).session().orElseThrow();
            var other = trial().stay(hub.control).session().orElseThrow();
            hub.put("lighting.crl", hub.listOf(hub.home.lighting, 3, hub.canary));
            broker.reload();
            assertEquals(Optional.empty(), stolen.endsWithin(Duration.ofMillis(200)), "A list ends no session");
            control.remove(subject(hub.canary));
            var took = stolen.endsWithin(AT_ONCE);
            assertTrue(took.isPresent(), "It is still connected");
            assertEquals(new Refused(Reason.REVOKED), trial().attempt(hub.canary));
            assertEquals(Optional.empty(), other.endsWithin(Duration.ofMillis(200)), "Others are left alone");
            assertEquals(new Accepted(), trial().attempt(hub.control));
        }
    }

    @Test
    void removesAClientThatTheBrokerHasARecordOf() throws IOException {
        try (var _ = startWithDynamicSecurity();
                var control = control("the hub's own")) {
            control.add(subject(hub.canary));
            var stolen = trial().stay(hub.canary).session().orElseThrow();
            control.remove(subject(hub.canary));
            assertTrue(stolen.endsWithin(AT_ONCE).isPresent(), "It is still connected");
            assertFalse(Files.readString(folder.resolve("dynsec.json")).contains(subject(hub.canary)));
        }
    }

    @Test
    void saysWhyNothingWasDone() throws IOException {
        try (var _ = startWithDynamicSecurity()) {
            assertTrouble(ControlException.Trouble.NOT_LET_IN, "a wrong one");
        }
        assertTrouble(ControlException.Trouble.NOT_REACHED, "the hub's own");
        Files.writeString(folder.resolve("passwords"), "");
        Peer.of("mosquitto_passwd", folder)
                .run("-b", "passwords", "admin", "the hub's own")
                .accepts();
        try (var _ = start("password_file passwords");
                var control = control("the hub's own", Duration.ofSeconds(10))) {
            var refused = assertThrows(ControlException.class, () -> control.remove(subject(hub.canary)));
            assertEquals(ControlException.Trouble.NO_DYNAMIC_SECURITY, refused.trouble());
        }
    }

    private void assertTrouble(ControlException.Trouble trouble, String password) {
        var refused = assertThrows(ControlException.class, () -> control(password));
        assertEquals(trouble, refused.trouble());
    }
}
