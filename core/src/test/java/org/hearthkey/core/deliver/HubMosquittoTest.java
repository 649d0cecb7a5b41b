package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real broker that runs from the shipped snippet, while the shipped program hands it lists: good, revoked and ruined.
class HubMosquittoTest {
    private static final HubHome HOME = new HubHome();
    private static final HubHome.Device GOOD = HOME.device("Good lamp", HOME.lighting);
    private static final HubHome.Device GONE = HOME.device("Türlampe, \"alt\"", HOME.lighting);
    private static final HubHome.Device LOCK = HOME.device("Lock", HOME.security);

    @TempDir
    Path folder;

    private final int lighting = Mosquitto.freePort();
    private final int security = Mosquitto.freePort();
    private final int admin = Mosquitto.freePort();
    private HubMachine hub;
    private HubClients clients;
    private Mosquitto broker;

    @BeforeEach
    void startBroker() throws IOException {
        hub = new HubMachine(folder).setUp(HOME);
        clients = new HubClients(hub);
        GOOD.write(folder, "good");
        GONE.write(folder, "gone");
        LOCK.write(folder, "lock");
        HubBundle.of(HOME, 2, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
        Peer.of("mosquitto_ctrl", folder)
                .run("dynsec", "init", "dynsec.json", "admin", "only-here")
                .accepts();
        // Whom dynamic security knows may do everything, so that what is tried is who is let in.
        var rights = folder.resolve("dynsec.json");
        Files.writeString(rights, Files.readString(rights).replaceAll(":\\s*false", ":true"));
        Files.writeString(folder.resolve("mosquitto_ctrl"), "-h 127.0.0.1\n-p " + admin + "\n-u admin\n-P only-here\n");
        broker = Mosquitto.start(folder, configuration());
        for (var device : List.of(GOOD, GONE)) {
            Peer.of("mosquitto_ctrl", folder)
                    .with("XDG_CONFIG_HOME", folder.toString())
                    .run("dynsec", "createClient", device.subject())
                    .accepts();
        }
        hub.option("RELOAD=kill -HUP $(cat " + folder.resolve("pid") + ")");
        hub.option("LISTENER=lighting mqtts://127.0.0.1:" + lighting);
        hub.option("LISTENER=security mqtts://127.0.0.1:" + security);
    }

    @AfterEach
    void stopBroker() {
        HOME.revoked.clear();
        broker.close();
    }

    /// The snippet as it is shipped, its listener once for each zone as it says.
    private List<String> configuration() throws IOException {
        var lines = new ArrayList<>(hub.snippet("mosquitto/hearthkey.conf"));
        int listener = lines.indexOf("listener 8883");
        var second = lines.subList(listener, lines.size()).stream()
                .map(line -> line.replace("zones/lighting/", "zones/security/"))
                .map(line -> line.replace("listener 8883", "listener " + security + " 127.0.0.1"))
                .toList();
        lines.addAll(second);
        lines.replaceAll(line -> line.replace("listener 8883", "listener " + lighting + " 127.0.0.1")
                .replace("listener 1883", "listener " + admin)
                .replace(
                        "/var/lib/mosquitto/dynamic-security.json",
                        folder.resolve("dynsec.json").toString()));
        lines.addAll(List.of("user root", "log_type all", "pid_file " + folder.resolve("pid")));
        return lines;
    }

    private void disconnects() throws IOException {
        hub.option("DISCONNECT=XDG_CONFIG_HOME=" + folder + " "
                + HubMachine.SHIPPED.resolve("mosquitto").resolve("disconnect"));
    }

    /// The next bundle is taken, and the broker has been told.
    private Peer.Answer takes(long number) throws IOException {
        HubBundle.of(HOME, number, hub.proberKey()).write(hub.stick);
        var answer = hub.take().accepts();
        broker.await("Reloading config");
        return answer;
    }

    /// Whatever anybody may do to the files behind the program's back.
    private void ruin(String list) throws IOException {
        Files.writeString(hub.state.resolve("current/zones/lighting/crl.pem"), list);
        broker.reload();
    }

    @Test
    void eachZoneLetsInItsOwnDevicesOnly() {
        assertTrue(clients.mqtt("good", lighting));
        assertTrue(clients.mqtt("gone", lighting));
        assertTrue(clients.mqtt("lock", security));
        assertFalse(clients.mqtt("lock", lighting));
        assertFalse(clients.mqtt("good", security));
    }

    /// E7, and E5's reconnect. A session from before the list must not be taken up again either.
    @Test
    void whatIsRevokedIsRefusedAndTheProbeSaysSo() throws IOException {
        assertTrue(clients.mqtt("gone", lighting, "-tls1_2", "-sess_out", "ticket"));
        HOME.revoke(GONE);
        takes(3).says("lighting at mqtts://127.0.0.1:" + lighting + ": enforced.");
        assertEquals(
                List.of("lighting accepted refused", "security accepted refused"),
                hub.receipt().probes());
        assertFalse(clients.mqtt("gone", lighting));
        assertFalse(clients.mqtt("gone", lighting, "-tls1_2", "-sess_in", "ticket"));
        assertTrue(clients.mqtt("good", lighting));
        hub.run("status").accepts().says("enforced");
    }

    /// E5: the list alone leaves a session up that was there before.
    @Test
    void aLiveSessionIsCutOffAndTheOthersAreNot() throws IOException {
        try (var live = subscriber("gone");
                var other = subscriber("good")) {
            broker.await("news (QoS 0)");
            broker.await("news (QoS 0)");
            HOME.revoke(GONE);
            takes(3);
            publish("still here");
            live.await("still here");
            disconnects();
            HOME.revoke(HOME.device("Somebody else", HOME.lighting));
            Files.writeString(hub.state.resolve("orders-done"), "");
            takes(4).says("Cut off: " + GONE.subject());
            publish("gone now");
            other.await("gone now");
            // It comes back by itself, and is refused before it hears anything.
            var next = live.await("gone now", "rror");
            assertFalse(next.contains("gone now"), next);
        }
    }

    private HubServer subscriber(String device) {
        return HubServer.start(
                folder,
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(lighting),
                "--insecure",
                "--cafile",
                "state/current/services/anchor.pem",
                "--cert",
                device + ".pem",
                "--key",
                device + ".key",
                "-t",
                "news",
                "-d");
    }

    private void publish(String text) {
        Peer.of("mosquitto_pub", folder)
                .run(
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(lighting),
                        "--insecure",
                        "--cafile",
                        "state/current/services/anchor.pem",
                        "--cert",
                        "good.pem",
                        "--key",
                        "good.key",
                        "-t",
                        "news",
                        "-m",
                        text,
                        "-q",
                        "1")
                .accepts();
    }

    /// E6: no half, older, lapsed, empty or foreign list reaches the broker through the program.
    @Test
    void noRuinedBundleLetsARevokedDeviceBackIn() throws IOException {
        HOME.revoke(GONE);
        takes(5);
        assertFalse(clients.mqtt("gone", lighting));
        var lapsed = HOME.list(HOME.lighting, 700, HOME.hourAgo(), HOME.now.minusSeconds(60), List.of());
        var foreign = HOME.list(HOME.security, 700, HOME.hourAgo(), HOME.inDays(35), List.of());
        HOME.revoked.clear();
        var older = HOME.list(HOME.lighting, 200, HOME.hourAgo(), HOME.inDays(35), List.of());
        for (var list : List.of("", lapsed.pem(), foreign.pem(), older.pem())) {
            HubBundle.of(HOME, 6, hub.proberKey())
                    .add("zones/lighting/crl.pem", list)
                    .withoutLifeline()
                    .joinLists()
                    .write(hub.stick);
            assertEquals(1, hub.take().exit());
            assertFalse(clients.mqtt("gone", lighting));
            assertTrue(clients.mqtt("good", lighting));
        }
    }

    /// E6 behind the program's back: the broker lets everybody in, and the probe finds it out.
    @Test
    void theProbeFindsAnEmptyListAnOlderListAndALapsedList() throws IOException {
        HOME.revoke(GONE);
        var before = Files.readString(hub.state.resolve("current/zones/lighting/crl.pem"));
        takes(3);
        ruin("");
        assertTrue(clients.mqtt("gone", lighting), "Mosquitto has become stricter: say so in docs/hub.md");
        assertEquals(6, hub.run("probe").says("NOT ENFORCED").exit());
        hub.run("release").accepts().says("They are put back.");
        broker.await("Reloading config");
        assertFalse(clients.mqtt("gone", lighting));
        ruin(before);
        assertTrue(clients.mqtt("gone", lighting));
        assertEquals(6, hub.run("probe").says("NOT ENFORCED").exit());
        ruin(HOME.list(HOME.lighting, 900, HOME.hourAgo(), HOME.now.minusSeconds(60), List.of())
                .pem());
        assertFalse(clients.mqtt("good", lighting));
        assertEquals(6, hub.run("probe").says("everybody is turned away").exit());
    }

    @Test
    void theProbeSaysThatAServerWhichIsDownProvesNothing() {
        broker.close();
        var answer = hub.run("probe").says("not proven");
        assertEquals(5, answer.exit());
    }

    /// A reload leaves the anchor that the broker has in force, so the program restarts it.
    @Test
    void aZoneThatIsGivenUpLetsNobodyInAfterTheRestart() throws IOException {
        var bundle = HubBundle.of(HOME, 3, hub.proberKey());
        var twin = HOME.security.issuer().twin().orElseThrow().fingerprint().hex();
        var serial = HOME.security.issuer().certificate().serial();
        bundle.add("orders.txt", bundle.orders(List.of("withdraw-anchor security " + twin)));
        bundle.list(HOME.root, HOME.list(HOME.root, 300, HOME.hourAgo(), HOME.inDays(400), List.of(serial)));
        bundle.without("zones/security/anchor.pem").withoutLifeline().write(hub.stick);
        hub.option("RESTART=echo restart >" + folder.resolve("restarted"));
        hub.take();
        assertTrue(Files.exists(folder.resolve("restarted")));
        broker.close();
        broker = Mosquitto.start(folder, configuration());
        assertFalse(clients.mqtt("lock", security));
        assertTrue(clients.mqtt("good", lighting));
    }
}
