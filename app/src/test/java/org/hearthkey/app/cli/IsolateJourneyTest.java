package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Cutting a stolen device off a real broker, while it is connected.
class IsolateJourneyTest {
    private static final String LIST = "usb/hearthkey/zones/lighting/crl.pem";

    @TempDir
    private Path folder;

    private Shell shell;
    private int devices;
    private int admin;

    @BeforeEach
    void goAsFarAsTheHub() throws IOException {
        shell = new Shell(folder).later(Instant.now()); // the broker lives in the present
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting,security")
                .exits(0);
        Things.approve(shell, "Stolen lamp", "lighting");
        Things.approve(shell, "Desk lamp", "lighting");
        Things.certifyHub(shell);
        Files.createDirectory(shell.path("usb"));
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        Files.copy(shell.path(LIST), shell.path("taken.crl"));
        Peer.of("mosquitto_ctrl", folder)
                .run("dynsec", "init", "dynsec.json", "admin", "the hub's own")
                .accepts();
        shell.file("acl", "pattern readwrite #\n");
        devices = Mosquitto.freePort();
        admin = Mosquitto.freePort();
        shell.run("hub", "add", "pantry", shell.path("usb").toUri().toString()).exits(0);
        shell.run("hub", "listen", "pantry", "lighting", "mqtts://127.0.0.1:" + devices)
                .exits(0);
        shell.secretFile("admin", "the hub's own");
        var password = shell.path("admin").toString();
        shell.run(
                        "hub",
                        "admin",
                        "pantry",
                        "mqtts://127.0.0.1:" + admin,
                        "--user",
                        "admin",
                        "--password-file",
                        password)
                .exits(0);
    }

    private Mosquitto start() throws IOException {
        return Mosquitto.start(
                folder,
                List.of(
                        "user root",
                        "log_dest stderr",
                        "allow_anonymous false",
                        "acl_file acl",
                        "plugin " + Mosquitto.dynamicSecurity(),
                        "plugin_opt_config_file dynsec.json",
                        "listener " + devices + " 127.0.0.1",
                        "cafile usb/hearthkey/zones/lighting/anchor.pem",
                        "certfile Hub-chain.pem",
                        "keyfile Hub.key",
                        "crlfile taken.crl",
                        "require_certificate true",
                        "use_subject_as_username true",
                        "listener " + admin + " 127.0.0.1",
                        "certfile Hub-chain.pem",
                        "keyfile Hub.key"));
    }

    /// A device that is connected.
    private Server connected(String name) {
        return Server.start(
                folder,
                "Subscribed (mid",
                "stdbuf", // it says nothing into a pipe before it has much to say
                "-oL",
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(devices),
                "-V",
                "5",
                "-d",
                "-i",
                name,
                "-t",
                "any/#",
                "--cafile",
                "usb/hearthkey/root.pem",
                "--cert",
                name + "-cert.pem",
                "--key",
                name + ".key");
    }

    @Test
    void throwsAStolenDeviceOutAndKeepsItOut() throws Exception {
        try (var broker = start();
                var stolen = connected("Stolen lamp");
                var other = connected("Desk lamp")) {
            // The hub takes what it was handed by itself; here the test does, as soon as the list lies there.
            var steps = isolateWhileTheHubTakes(broker);
            assertEquals(List.of("revoked", "handed", "cut-off", "tried"), names(steps));
            assertTrue(steps.get(2).get("milliseconds").intValue() < 2000, steps.toString());
            assertEquals("enforced", steps.get(3).get("outcome").stringValue());
            stolen.await("Received DISCONNECT (152)"); // by administrative action
            assertEquals(List.of(), other.rest(), "Others are left alone");
            turnedAway("Stolen lamp").says("alert certificate revoked");
        }
    }

    @Test
    void saysWhatIsLeftToDo() {
        // No broker runs, so nothing was seen.
        var told =
                shell.run("device", "isolate", "Stolen lamp", "--json").exits(6).json();
        var steps = told.get("steps").valueStream().toList();
        assertEquals(List.of("revoked", "handed", "not-cut-off", "tried"), names(steps));
        assertEquals("not-reached", steps.get(2).get("why").stringValue());
        assertEquals("unproven", steps.get(3).get("outcome").stringValue());
        // Once more: it is revoked already, and the rest is done again.
        var again =
                shell.run("device", "isolate", "Stolen lamp", "--json").exits(6).json();
        assertEquals(
                List.of("handed", "not-cut-off", "tried"),
                names(again.get("steps").valueStream().toList()));
        shell.run("hub", "forget-admin", "pantry").exits(0);
        var without =
                shell.run("device", "isolate", "Stolen lamp", "--json").exits(6).json();
        assertEquals(
                List.of("handed", "tried"),
                names(without.get("steps").valueStream().toList()));
    }

    @Test
    void brokersHearOfItFirst() throws IOException {
        shell.run("hub", "forget-admin", "pantry").exits(0);
        shell.run("hub", "add", "zebra", "mqtts://127.0.0.1:" + Mosquitto.freePort())
                .exits(0);
        var told =
                shell.run("device", "isolate", "Stolen lamp", "--json").exits(6).json();
        assertEquals(
                List.of("revoked", "not-handed", "handed", "tried"),
                names(told.get("steps").valueStream().toList()));
    }

    private List<JsonNode> isolateWhileTheHubTakes(Mosquitto broker) throws Exception {
        try (var changes = FileSystems.getDefault().newWatchService()) {
            shell.path("usb").register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            var hub = Thread.ofVirtual().start(() -> take(broker, changes));
            var told = shell.run("device", "isolate", "Stolen lamp", "--json");
            hub.join();
            return told.exits(0).json().get("steps").valueStream().toList();
        }
    }

    /// As a hub does that is told of a new bundle.
    private void take(Mosquitto broker, WatchService changes) {
        try {
            for (var key = changes.take(); key.pollEvents().stream().noneMatch(IsolateJourneyTest::isBundle); ) {
                key.reset();
                key = changes.take();
            }
            Files.copy(shell.path(LIST), shell.path("taken.new"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(shell.path("taken.new"), shell.path("taken.crl"), StandardCopyOption.ATOMIC_MOVE);
            broker.reload();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean isBundle(WatchEvent<?> change) {
        return change.context() instanceof Path file && file.toString().equals("hearthkey");
    }

    private Peer.Answer turnedAway(String name) {
        return Peer.of("openssl", folder)
                .run(
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + devices,
                        "-CAfile",
                        "usb/hearthkey/root.pem",
                        "-no-CApath",
                        "-no-CAstore",
                        "-cert",
                        name + "-cert.pem",
                        "-key",
                        name + ".key",
                        "-ign_eof");
    }

    private static List<String> names(List<JsonNode> steps) {
        return steps.stream().map(step -> step.get("step").stringValue()).toList();
    }
}
