package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntermediateCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeHome() {
        shell = Shell.withHome(folder);
        request("workshop.csr", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    private void request(String name, String... key) {
        var command = new ArrayList<>(List.of("req", "-new", "-nodes", "-keyout", name + ".key"));
        command.addAll(List.of("-out", name, "-subj", "/CN=Smallstep Intermediate CA", "-newkey"));
        command.addAll(List.of(key));
        Peer.of("openssl", folder).run(command.toArray(String[]::new)).accepts();
    }

    private Shell.Answer sign(String csr, String name, String... more) {
        var command = new ArrayList<>(
                List.of("intermediate", "sign", "--csr", shell.path(csr).toString(), "--name", name, "--json"));
        command.addAll(List.of(more));
        return shell.root(command.toArray(String[]::new));
    }

    @Test
    void certifiesShowsAndTakesBack() throws IOException {
        var signed =
                sign("workshop.csr", "workshop", "--out", folder.toString()).exits(0);
        assertEquals(List.of("possession.proven"), signed.findings());
        assertEquals(2, signed.json().get("files").size());
        var serial = signed.json().get("certificate").get("serial").stringValue();
        Peer.of("openssl", folder)
                .run("x509", "-noout", "-text", "-in", "workshop-cert.pem")
                .says("pathlen:0")
                .says("DNS:workshop.home.arpa");
        assertEquals(1, shell.run("intermediate", "list", "--json").json().size());
        shell.run("intermediate", "show", "workshop").exits(0);
        assertTrue(shell.run("timeline", "--json").out().contains("workshop"));
        shell.root("zone", "add", "workshop").exits(1);

        var withdraw = new String[] {"intermediate", "withdraw", "workshop", "--reason", "keyCompromise"};
        shell.root(withdraw).exits(1);
        shell.root("intermediate", "withdraw", "workshop", "--reason", "keyCompromise", "--confirm", "workshop")
                .exits(0);
        shell.root("intermediate", "withdraw", "workshop", "--reason", "keyCompromise", "--confirm", "workshop")
                .exits(1);
        Files.createDirectory(shell.path("usb"));
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        Peer.of("openssl", folder)
                .run("crl", "-noout", "-text", "-in", "usb/hearthkey/root-crl.pem")
                .says(new BigInteger(serial, 16).toString(16).toUpperCase(Locale.ROOT)); // without leading zeros
        assertEquals(
                "keyCompromise",
                shell.run("intermediate", "show", "workshop", "--json")
                        .json()
                        .get("reason")
                        .stringValue());
        shell.run("journal", "verify").exits(0);
    }

    @Test
    void refusesWhatWouldMakeTheFenceWorthless() {
        assertEquals(
                List.of("possession.proven", "intermediate.name-taken"),
                sign("workshop.csr", "lighting").exits(1).findings());
        assertEquals(
                List.of("possession.proven", "intermediate.years"),
                sign("workshop.csr", "workshop", "--years", "6").exits(1).findings());
        request("weak.csr", "rsa:1024");
        assertEquals(
                List.of("possession.proven", "key.weak"),
                sign("weak.csr", "workshop").exits(1).findings());
        assertEquals(0, shell.run("intermediate", "list", "--json").json().size());
    }

    @Test
    void certifiesOneKeyOnce() {
        sign("workshop.csr", "workshop").exits(0);
        assertEquals(
                List.of("possession.proven", "key.duplicate"),
                sign("workshop.csr", "garage").exits(1).findings());
        request("other.csr", "ec", "-pkeyopt", "ec_paramgen_curve:P-384");
        assertEquals(
                List.of("possession.proven", "intermediate.name-taken"),
                sign("other.csr", "workshop").exits(1).findings());
    }

    @Test
    void aRequestThatItsKeyDidNotSignIsRefused() throws IOException {
        var request =
                Peer.of("openssl", folder).run("req", "-in", "workshop.csr", "-outform", "DER", "-out", "broken.csr");
        request.accepts();
        var bytes = Files.readAllBytes(shell.path("broken.csr"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(shell.path("broken.csr"), bytes);
        assertTrue(sign("broken.csr", "workshop").exits(1).findings().contains("possession.failed"));
        assertFalse(Files.exists(shell.path("workshop-cert.pem")));
    }
}
