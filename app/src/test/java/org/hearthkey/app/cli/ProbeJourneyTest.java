package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a list is in force at a real broker, as the command line tells it: in every state that its list may be in.
class ProbeJourneyTest {
    private static final String LIST = "usb/hearthkey/zones/lighting/crl.pem";

    @TempDir
    private Path folder;

    private Shell shell;
    private String uri = "";

    @BeforeEach
    void goAsFarAsTheHub() throws IOException {
        shell = new Shell(folder).later(Instant.now()); // the broker lives in the present
        shell.root("home", "create", "--name", "Maple Street", "--zones", "lighting,security")
                .exits(0);
        Things.approve(shell, "Lost lamp", "lighting");
        Things.certifyHub(shell);
        Files.createDirectory(shell.path("usb"));
        shell.run("hub", "add", "pantry", shell.path("usb").toUri().toString()).exits(0);
        export();
        takeList();
    }

    private void export() {
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
    }

    /// As the hub does with what it was handed.
    private void takeList() throws IOException {
        Files.copy(shell.path(LIST), shell.path("taken.new"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(shell.path("taken.new"), shell.path("taken.crl"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Mosquitto start() throws IOException {
        int port = Mosquitto.freePort();
        uri = "mqtts://127.0.0.1:" + port;
        return Mosquitto.start(
                folder,
                List.of(
                        "user root",
                        "log_dest stderr",
                        "allow_anonymous true",
                        "listener " + port + " 127.0.0.1",
                        "cafile usb/hearthkey/zones/lighting/anchor.pem",
                        "certfile Hub-chain.pem",
                        "keyfile Hub.key",
                        "crlfile taken.crl",
                        "require_certificate true",
                        "use_subject_as_username true"));
    }

    private void assertProbe(int exit, String state, String outcome) {
        var told = shell.run("hub", "probe", "pantry", "--json").exits(exit).json();
        assertEquals(state, told.get("state").stringValue());
        assertEquals(outcome, told.get("listeners").get(0).get("outcome").stringValue());
    }

    @Test
    void provesOnlyWhatIsInForce() throws IOException {
        try (var broker = start()) {
            shell.run("hub", "listen", "pantry", "lighting", uri).exits(0);
            shell.run("hub", "listen", "pantry", "lighting", uri).exits(1);
            assertProbe(0, "enforced", "enforced");
            shell.run("device", "revoke", "Lost lamp", "--reason", "keyCompromise")
                    .exits(0);
            assertProbe(6, "unproven", "not-enforced"); // the broker still goes by the list before
            export();
            takeList();
            broker.reload();
            assertProbe(0, "enforced", "enforced");
            Files.writeString(shell.path("taken.crl"), "");
            broker.reload();
            assertProbe(6, "unproven", "not-enforced");
            assertTrue(shell.run("hub", "probe", "pantry").exits(6).out().contains("let in a revoked certificate"));
        }
        assertProbe(5, "unproven", "unproven");
        shell.run("hub", "unlisten", "pantry", "lighting", uri).exits(0);
        shell.run("hub", "probe", "pantry").exits(1);
    }

    private void assertExport(int exit, String state, int listeners) {
        var told = shell.run("export", "hub", "pantry", "--json").exits(exit).json();
        assertEquals(state, told.get("state").stringValue());
        assertEquals(listeners, told.get("listeners").size());
    }

    @Test
    void deliveringSaysWhatWasSeenAfterwards() throws IOException {
        assertExport(0, "delivered", 0);
        try (var broker = start()) {
            shell.run("hub", "listen", "pantry", "lighting", uri).exits(0);
            takeList();
            broker.reload();
            assertExport(0, "enforced", 1);
        }
        assertExport(6, "unproven", 1);
        assertTrue(shell.run("export", "hub", "pantry").exits(6).out().contains(uri));
    }
}
