package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloverCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aHomeWithADevice() throws IOException {
        shell = Shell.withHome(folder);
        Things.approve(shell, "Desk lamp", "lighting");
        Files.createDirectory(shell.path("stick"));
    }

    private String fingerprint() {
        return shell.run("home", "show", "--json")
                .exits(0)
                .json()
                .get("rootFingerprint")
                .stringValue();
    }

    private void export() {
        shell.run("export", "usb", shell.path("stick").toString()).exits(0);
        shell.bare("bundle", "verify", shell.path("stick").toString()).exits(0);
    }

    @Test
    void theRootIsChangedOnceEveryDeviceKnowsTheNewOne() {
        var before = fingerprint();
        shell.run("rollover", "knows", "Desk lamp").exits(1);
        export();
        shell.root("rollover", "begin").exits(0);
        assertEquals(before, fingerprint());
        shell.root("rollover", "begin").exits(1);
        export();
        openssl("root.pem", "rollover/new-with-old.pem").accepts();
        openssl("rollover/new-root.pem", "rollover/old-with-new.pem").accepts();
        var left = shell.root("rollover", "finish").exits(1);
        assertTrue(left.err().contains("One device"), left::err);
        shell.root("rollover", "finish", "--give-up", "2").exits(1);
        assertTrue(shell.run("rollover", "show").exits(0).out().contains("Not yet: Desk lamp"));
        shell.run("rollover", "knows", "Desk lamp").exits(0);
        var done = shell.root("rollover", "finish", "--json").exits(0);
        assertEquals("finished", done.json().get("state").stringValue());
        assertNotEquals(before, fingerprint());
        assertEquals(fingerprint(), done.json().get("newRoot").stringValue());
        export();
        openssl("rollover/old-root.pem", "rollover/new-with-old.pem").accepts();
        openssl("root.pem", "zones/lighting/issuer.pem").accepts();
        shell.root("zone", "add", "garden").exits(0);
    }

    private Peer.Answer openssl(String trusted, String certificate) {
        return Peer.of("openssl", shell.path("stick/hearthkey"))
                .run(
                        "verify",
                        "-x509_strict",
                        "-attime",
                        Long.toString(Shell.TODAY.getEpochSecond()),
                        "-CAfile",
                        trusted,
                        certificate);
    }

    @Test
    void anIssuerOfAnotherProgramIsCertifiedAgainAndItsFileWrittenOnceMore() throws Exception {
        var request = Things.makeKey(shell, "step-ca").toString();
        shell.root("intermediate", "sign", "--csr", request, "--name", "workshop")
                .exits(0);
        shell.root("rollover", "begin").exits(0);
        var coming = shell.run("rollover", "show").exits(0);
        assertTrue(coming.out().contains("workshop gets a certificate from the new root"), coming::out);
        var done = shell.root("rollover", "finish", "--give-up", "1").exits(0);
        assertTrue(done.err().contains("intermediate show workshop --out"), done::err);
        var out = Files.createDirectory(shell.path("out"));
        shell.run("intermediate", "show", "workshop", "--out", out.toString()).exits(0);
        export();
        openssl("root.pem", out.resolve("workshop-cert.pem").toString()).accepts();
        openssl("rollover/old-root.pem", out.resolve("workshop-cert.pem").toString())
                .refuses("error");
    }

    @Test
    void aRenewedDeviceGetsBothRootsAndIsNotSaidToTrustThem() throws Exception {
        var out = Files.createDirectory(shell.path("out"));
        shell.run("device", "show", "Desk lamp", "--out", out.toString()).exits(0);
        assertFalse(Files.exists(out.resolve("Desk lamp-roots.pem")));
        shell.root("rollover", "begin").exits(0);
        var request = Things.makeKey(shell, "again").toString();
        var renewal = Files.createDirectory(shell.path("renewal"));
        var renewed = shell.run("device", "renew", "Desk lamp", "--csr", request, "--out", renewal.toString())
                .exits(0);
        assertTrue(renewed.err().contains("Desk lamp-roots.pem"), renewed::err);
        assertEquals(2, certificates(renewal.resolve("Desk lamp-roots.pem")));
        var shown = shell.run("rollover", "show", "--json").exits(0).json();
        assertEquals(0, shown.get("known").intValue());
        assertEquals(1, shown.get("handed").intValue());
        assertTrue(shell.run("rollover", "show").out().contains("which got the new root in a file"));
        shell.root("rollover", "finish").exits(1);
        shell.root("rollover", "finish", "--give-up", "1").exits(0);
        var after = Files.createDirectory(shell.path("after"));
        shell.run("device", "show", "Desk lamp", "--out", after.toString()).exits(0);
        assertEquals(1, certificates(after.resolve("Desk lamp-roots.pem")));
    }

    private static long certificates(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter("-----BEGIN CERTIFICATE-----"::equals)
                .count();
    }

    @Test
    void aNewRootIsGivenUp() {
        var before = fingerprint();
        shell.root("rollover", "begin").exits(0);
        shell.root("home", "new-key").exits(1);
        shell.root("rollover", "cancel").exits(0);
        shell.root("rollover", "finish").exits(1);
        assertEquals(before, fingerprint());
    }
}
