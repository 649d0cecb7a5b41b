package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way once, with nothing but commands: a home, its devices, a revocation, a stick. Programs written elsewhere
/// say what it is worth.
class JourneyTest {
    private static final String BUNDLE = "usb/hearthkey/";

    @TempDir
    private static Path folder;

    private static Shell shell;

    @BeforeAll
    static void goTheWholeWay() throws IOException {
        shell = new Shell(folder).later(Instant.now()); // the peers live in the present
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting,security")
                .exits(0);
        Things.approve(shell, "Desk lamp", "lighting");
        Things.approve(shell, "Lost lamp", "lighting");
        approveImpostor();
        Things.approve(shell, "Front door", "security");
        Things.certifyHub(shell);
        Files.createDirectory(shell.path("usb"));
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        Files.copy(shell.path(BUNDLE + "zones/lighting/crl.pem"), shell.path("lighting-before.pem"));
        shell.run("device", "revoke", "Lost lamp", "--reason", "keyCompromise").exits(0);
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
    }

    /// In a copy of the home from before the door, so that both carry the same common name.
    private static void approveImpostor() throws IOException {
        var other = new Shell(shell.path("other")).later(Instant.now());
        Files.copy(shell.home(), other.home());
        Things.approve(other, "Front door", "lighting");
        for (var file : List.of("Front door.key", "Front door-cert.pem")) {
            Files.copy(other.path(file), shell.path("Impostor" + file.substring("Front door".length())));
        }
    }

    @Test
    void theInventoryTellsWhatHappened() {
        var devices = shell.run("device", "list", "--json").exits(0).json();
        assertEquals(
                List.of("Desk lamp approved-not-seen", "Front door approved-not-seen", "Lost lamp revoked"),
                devices.valueStream()
                        .map(device -> device.get("name").stringValue() + " "
                                + device.get("state").stringValue())
                        .toList());
        shell.bare("bundle", "verify", shell.path("usb").toString()).exits(0);
        assertTrue(shell.run("journal", "verify", "--json")
                .exits(0)
                .json()
                .get("intact")
                .booleanValue());
    }

    @Test
    void opensslAcceptsTheGoodAndRefusesTheRevoked() {
        opensslVerify("sslclient", "zones/lighting", "Desk lamp-cert.pem").accepts();
        opensslVerify("sslclient", "zones/security", "Front door-cert.pem").accepts();
        opensslVerify("sslserver", "services", "Hub-cert.pem").accepts();
        opensslVerify("sslclient", "zones/lighting", "Lost lamp-cert.pem").refuses("certificate revoked");
    }

    private static Peer.Answer opensslVerify(String purpose, String issuer, String certificate) {
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-policy_check",
                        "-purpose",
                        purpose,
                        "-CAfile",
                        BUNDLE + "root.pem",
                        "-untrusted",
                        BUNDLE + issuer + "/issuer.pem",
                        "-CRLfile",
                        BUNDLE + "crl-all.pem",
                        certificate);
    }

    @Test
    void opensslAcceptsTheManifest() {
        Peer.of("openssl", folder)
                .run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        BUNDLE + "MANIFEST.p7s",
                        "-content",
                        BUNDLE + "MANIFEST.json",
                        "-CAfile",
                        BUNDLE + "root.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "/dev/null")
                .accepts();
    }

    @Test
    void gnutlsAcceptsEveryChain() throws IOException {
        var certtool = Peer.of("certtool", folder);
        for (var name : List.of("Desk lamp", "Front door", "Hub")) {
            var chain = Files.readString(shell.path(name + "-chain.pem"))
                    + Files.readString(shell.path(BUNDLE + "root.pem"));
            shell.file("chain.pem", chain);
            certtool.run("--verify-chain", "--verify-profile", "medium", "--infile", "chain.pem")
                    .accepts();
        }
    }

    @Test
    void aBrokerTurnsAwayWhoIsRevokedOrOfAnotherZone() throws IOException {
        Files.copy(shell.path("lighting-before.pem"), shell.path("lighting.crl"), StandardCopyOption.REPLACE_EXISTING);
        int lighting = Mosquitto.freePort();
        int security = Mosquitto.freePort();
        shell.file("acl", "user " + subject("Front door") + "\ntopic readwrite doors/#\n\npattern readwrite from/%c\n");
        try (var broker = Mosquitto.start(folder, configuration(lighting, security))) {
            assertTrue(publishes("Desk lamp", lighting));
            assertTrue(publishes("Lost lamp", lighting), "Nobody has told the broker yet");
            Files.move(
                    Files.copy(shell.path(BUNDLE + "zones/lighting/crl.pem"), shell.path("lighting.new")),
                    shell.path("lighting.crl"),
                    StandardCopyOption.ATOMIC_MOVE);
            broker.reload();
            assertTrue(publishes("Desk lamp", lighting));
            assertFalse(publishes("Lost lamp", lighting));
            turnedAway("Lost lamp", lighting).says("SSL alert number 44"); // certificate_revoked
            assertTrue(publishes("Front door", security));
            assertFalse(publishes("Desk lamp", security));
            turnedAway("Desk lamp", security).says("SSL alert number 48"); // unknown_ca
            publish("Front door", security, "doors/front").accepts().says("PUBACK");
            publish("Impostor", lighting, "doors/front").says("Not authorized");
        }
    }

    private static List<String> configuration(int lighting, int security) {
        var lines = new ArrayList<>(List.of(
                "user root",
                "per_listener_settings false",
                "log_dest stderr",
                "allow_anonymous false",
                "acl_file acl"));
        lines.addAll(listener(lighting, "lighting", "lighting.crl"));
        lines.addAll(listener(security, "security", BUNDLE + "zones/security/crl.pem"));
        return lines;
    }

    private static List<String> listener(int port, String zone, String list) {
        return List.of(
                "listener " + port + " 127.0.0.1",
                "cafile " + BUNDLE + "zones/" + zone + "/anchor.pem",
                "certfile Hub-chain.pem",
                "keyfile Hub.key",
                "crlfile " + list,
                "require_certificate true",
                "use_subject_as_username true");
    }

    /// The name by which the broker knows the device: the whole subject, of which the zone is a part.
    private static String subject(String name) {
        var told = Peer.of("openssl", folder)
                .run("x509", "-in", name + "-cert.pem", "-noout", "-subject", "-nameopt", "RFC2253")
                .accepts()
                .text();
        return told.strip().substring("subject=".length());
    }

    private static boolean publishes(String name, int port) {
        return publish(name, port, "from/" + name).exit() == 0;
    }

    private static Peer.Answer publish(String name, int port, String topic) {
        var connection = Stream.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-V", "5", "-q", "1", "-d");
        var proof = Stream.of("--cafile", BUNDLE + "root.pem", "--cert", name + "-cert.pem", "--key", name + ".key");
        var message = Stream.of("-i", name, "-t", topic, "-m", "hello");
        return Peer.of("mosquitto_pub", folder)
                .run(Stream.of(connection, proof, message)
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    /// Why the broker ends the connection. With TLS 1.3 it says so only after the handshake, and a device that already
    /// writes by then may never read it; this one says nothing and reads to the end.
    private static Peer.Answer turnedAway(String name, int port) {
        return Peer.of("openssl", folder)
                .run(
                        "s_client",
                        "-connect",
                        "127.0.0.1:" + port,
                        "-CAfile",
                        BUNDLE + "root.pem",
                        "-cert",
                        name + "-cert.pem",
                        "-key",
                        name + ".key",
                        "-ign_eof");
    }
}
