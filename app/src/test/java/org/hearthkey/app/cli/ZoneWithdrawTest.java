package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A zone whose issuer's key is in other hands: what it signs is on no list, so its anchor has to go.
class ZoneWithdrawTest {
    private static final String BUNDLE = "usb/hearthkey/";

    @TempDir
    private Path folder;

    private Shell shell;
    private int port;

    @BeforeEach
    void goAsFarAsTheHub() throws IOException {
        shell = new Shell(folder).later(Instant.now()); // the broker lives in the present
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting,security")
                .exits(0);
        Things.approve(shell, "Desk lamp", "lighting");
        Things.approve(shell, "Front door", "security");
        Things.certifyHub(shell);
        Files.createDirectory(shell.path("usb"));
        export();
    }

    private void exportAsRoot() {
        shell.root("export", "usb", shell.path("usb").toString()).exits(0); // it turns a whole zone away
    }

    private void export() {
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
    }

    private void withdraw() {
        shell.root("zone", "withdraw", "lighting", "--reason", "keyCompromise", "--confirm", "lighting")
                .exits(0);
        exportAsRoot();
    }

    @Test
    void takesBackAllThatTheIssuerSigned() throws IOException {
        var issuer = Peer.of("openssl", folder)
                .run("x509", "-in", BUNDLE + "zones/lighting/issuer.pem", "-noout", "-serial")
                .text()
                .strip()
                .substring("serial=".length());
        shell.root("zone", "withdraw", "lighting", "--reason", "keyCompromise").exits(1);
        shell.root("zone", "withdraw", "lighting", "--reason", "keyCompromise", "--confirm", "security")
                .exits(1);
        assertEquals("approved-not-seen", state("Desk lamp"));
        withdraw();
        assertEquals("revoked", state("Desk lamp"));
        assertEquals("approved-not-seen", state("Front door"));
        assertFalse(Files.exists(shell.path(BUNDLE + "zones/lighting/anchor.pem")));
        assertTrue(Files.exists(shell.path(BUNDLE + "zones/security/anchor.pem")));
        assertTrue(Files.readString(shell.path(BUNDLE + "orders.txt")).contains("withdraw-anchor lighting "));
        Peer.of("openssl", folder)
                .run("crl", "-in", BUNDLE + "root-crl.pem", "-noout", "-text")
                .says(issuer)
                .says("Key Compromise");
        shell.bare("bundle", "verify", shell.path("usb").toString()).exits(0);
        shell.root("zone", "withdraw", "lighting", "--reason", "keyCompromise", "--confirm", "lighting")
                .exits(1);
    }

    @Test
    void aNewIssuerLetsNewDevicesInAndNoneOfTheOldOnes() throws IOException {
        shell.root("zone", "reissue", "lighting").exits(1);
        withdraw();
        assertTrue(shell.run("zone", "list").exits(0).out().contains("withdrawn"));
        Things.approve(shell, "Hall lamp", "security");
        var before = number();
        shell.root("zone", "reissue", "lighting").exits(0);
        assertTrue(number() > before);
        assertFalse(shell.run("zone", "list").exits(0).out().contains("withdrawn"));
        Things.approve(shell, "Porch lamp", "lighting");
        export();
        shell.bare("bundle", "verify", shell.path("usb").toString()).exits(0);
        verify("Porch lamp").accepts();
        verify("Desk lamp").refuses("error");
        var openssl = Peer.of("openssl", folder);
        openssl.run(
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-CAfile",
                        BUNDLE + "root.pem",
                        "-CRLfile",
                        BUNDLE + "crl-all.pem",
                        "-untrusted",
                        BUNDLE + "zones/lighting/issuer.pem",
                        "Porch lamp-cert.pem")
                .accepts();
        shell.root("zone", "reissue", "lighting").exits(1);
        assertEquals("revoked", state("Desk lamp"));
    }

    /// As the listener of the zone looks at a device.
    private Peer.Answer verify(String device) {
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-x509_strict",
                        "-partial_chain",
                        "-CAfile",
                        BUNDLE + "zones/lighting/anchor.pem",
                        "-CRLfile",
                        BUNDLE + "zones/lighting/crl.pem",
                        "-crl_check",
                        device + "-cert.pem");
    }

    private long number() {
        return shell.run("crl", "show", "--json")
                .exits(0)
                .json()
                .valueStream()
                .filter(list -> list.get("zone").stringValue().equals("lighting"))
                .mapToLong(list -> list.get("crlNumber").asLong())
                .findFirst()
                .orElseThrow();
    }

    private String state(String name) {
        return shell.run("device", "show", name, "--json")
                .exits(0)
                .json()
                .get("state")
                .stringValue();
    }

    /// The list is left as it was: it does not name what a thief of the key signs.
    @Test
    void aBrokerThatLostTheAnchorAndStartedAnewRefusesAll() throws IOException {
        Files.copy(shell.path(BUNDLE + "zones/lighting/anchor.pem"), shell.path("anchor.pem"));
        Files.copy(shell.path(BUNDLE + "zones/lighting/crl.pem"), shell.path("taken.crl"));
        withdraw();
        port = Mosquitto.freePort();
        try (var _ = start()) {
            assertTrue(publishes(), "Nobody has taken the anchor from the broker yet");
        }
        // What stands in the anchor's place trusts nobody of the zone.
        Files.copy(
                shell.path(BUNDLE + "services/anchor.pem"),
                shell.path("anchor.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        try (var _ = start()) {
            assertFalse(publishes());
        }
    }

    private Mosquitto start() throws IOException {
        return Mosquitto.start(
                folder,
                List.of(
                        "user root",
                        "log_dest stderr",
                        "allow_anonymous true",
                        "listener " + port + " 127.0.0.1",
                        "cafile anchor.pem",
                        "certfile Hub-chain.pem",
                        "keyfile Hub.key",
                        "crlfile taken.crl",
                        "require_certificate true",
                        "use_subject_as_username true"));
    }

    private boolean publishes() {
        return Peer.of("mosquitto_pub", folder)
                        .run(
                                "-h",
                                "127.0.0.1",
                                "-p",
                                Integer.toString(port),
                                "-V",
                                "5",
                                "-q",
                                "1",
                                "--cafile",
                                BUNDLE + "root.pem",
                                "--cert",
                                "Desk lamp-cert.pem",
                                "--key",
                                "Desk lamp.key",
                                "-t",
                                "any",
                                "-m",
                                "hello")
                        .exit()
                == 0;
    }
}
