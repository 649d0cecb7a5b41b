package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.deliver.HubPrograms;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.peer.HubComputer;
import org.hearthkey.core.peer.Sshd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles, hubs and certificate files.
class DeliveryCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() throws IOException {
        shell = Shell.withHome(folder);
        Files.createDirectory(shell.path("usb"));
    }

    private Shell.Answer export(String... more) {
        var words = new ArrayList<>(List.of("export", "usb", shell.path("usb").toString()));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private Shell.Answer verify(String... more) {
        var words =
                new ArrayList<>(List.of("bundle", "verify", shell.path("usb").toString()));
        words.addAll(List.of(more));
        return shell.bare(words.toArray(String[]::new));
    }

    @Test
    void exportsABundleAndProvesIt() throws IOException {
        var delivered = export("--json").exits(0).json();
        assertEquals(Shell.TODAY.getEpochSecond(), delivered.get("bundleNumber").asLong());
        assertEquals("delivered", delivered.get("state").stringValue());
        assertEquals(
                List.of(
                        "crl-all.pem",
                        "manifest-key.der",
                        "orders.txt",
                        "root-crl.pem",
                        "root.pem",
                        "services/anchor.pem",
                        "services/crl.pem",
                        "services/issuer.pem",
                        "zones/climate/anchor.pem",
                        "zones/climate/crl.pem",
                        "zones/climate/issuer.pem",
                        "zones/lighting/anchor.pem",
                        "zones/lighting/crl.pem",
                        "zones/lighting/issuer.pem",
                        "zones/security/anchor.pem",
                        "zones/security/crl.pem",
                        "zones/security/issuer.pem"),
                delivered
                        .get("files")
                        .valueStream()
                        .map(file -> file.get("path").stringValue())
                        .filter(path -> !path.startsWith("lifeline/"))
                        .toList());
        for (var file : delivered.get("files")) {
            var content = Files.readAllBytes(
                    shell.path("usb/hearthkey").resolve(file.get("path").stringValue()));
            assertEquals(Fingerprint.of(content).hex(), file.get("sha256").stringValue());
        }
        assertEquals(
                Shell.TODAY.getEpochSecond() + 1,
                export("--json").exits(0).json().get("bundleNumber").asLong());
        var sound = verify("--json").exits(0).json();
        assertTrue(sound.get("sound").booleanValue());
        assertEquals(Shell.TODAY.getEpochSecond() + 1, sound.get("bundleNumber").asLong());
    }

    @Test
    void checksABundleAgainstTheRootItShouldComeFrom() {
        export().exits(0);
        var root = shell.run("home", "show", "--json")
                .json()
                .get("rootFingerprint")
                .stringValue();
        verify("--root", root).exits(0);
        var other = Fingerprint.of(new byte[0]).hex();
        var flaws = verify("--root", other, "--json").exits(1).json().get("flaws");
        assertEquals("root.other", flaws.get(0).get("code").stringValue());
    }

    @Test
    void checksABundleAgainstTheSecondSignerThatTheHomeShows() throws IOException {
        assertFalse(shell.run("home", "show", "--json").exits(0).json().has("secondSigner"));
        export().exits(0);
        var key = Fingerprint.of(Files.readAllBytes(shell.path("usb/hearthkey/manifest-key.der")))
                .hex();
        assertTrue(shell.run("journal", "list").exits(0).out().contains(key));
        assertTrue(
                shell.run("home", "show").exits(0).out().contains("second signer of its bundles has the key " + key));
        var home = shell.run("home", "show", "--json").exits(0).json();
        assertEquals(key, home.get("secondSigner").stringValue());
        assertTrue(verify("--second-signer", key).exits(0).out().contains("Its second signer has the key " + key));
        assertEquals(key, verify("--json").exits(0).json().get("secondSigner").stringValue());
        var other = Fingerprint.of(new byte[0]).hex();
        var flaws = verify("--second-signer", other, "--json").exits(1).json().get("flaws");
        assertEquals("manifest.second-signer-other", flaws.get(0).get("code").stringValue());
        var told = verify("--second-signer", other).exits(1).out();
        assertTrue(told.contains("somebody forged this: keep the drive"), told);
        assertFalse(told.contains("Export it again"), told);
    }

    @Test
    void saysWhichHubWentByTheFirstSignatureAlone() throws IOException {
        var hub = new HubComputer(Files.createDirectory(shell.path("pi"))).clock(Shell.TODAY);
        hub.tool("openssl", "[ \"$1\" = version ] && echo 'OpenSSL 3.4.9' && exit\nexec /usr/bin/openssl \"$@\"");
        shell.run("hub", "add", "hub", hub.stick.toUri().toString()).exits(0);
        shell.run("export", "hub", "hub").exits(0);
        var root = shell.run("home", "show", "--json")
                .json()
                .get("rootFingerprint")
                .stringValue();
        var csr = Files.write(
                shell.path("hub.csr"), hub.meet(Fingerprint.parse(root).orElseThrow()));
        var certified = Files.createDirectory(shell.path("certified")).toString();
        shell.run("hub", "certify", "hub", "--csr", csr.toString(), "--dns", "hub.home.arpa", "--out", certified)
                .exits(0);
        Files.copy(shell.path("certified/hub-chain.pem"), shell.path("pi/hub.pem"));
        hub.take().accepts();
        var before = shell.run("hub", "list", "--json").exits(0).json();
        assertFalse(before.get(0).has("secondSignature"));
        var said = "The hub hub did not verify the second signature.";
        assertTrue(shell.run("export", "hub", "hub").exits(0).out().contains(said));
        assertTrue(shell.run("hub", "list").exits(0).out().contains(said));
        var listed = shell.run("hub", "list", "--json").exits(0).json();
        assertEquals("unverified", listed.get(0).get("secondSignature").stringValue());
    }

    @Test
    void findsAChangedBundleUnsound() throws IOException {
        export().exits(0);
        Files.writeString(shell.path("usb/hearthkey/zones/climate/crl.pem"), "");
        var unsound = verify("--json").exits(1).json();
        assertFalse(unsound.get("sound").booleanValue());
        assertEquals(
                "zones/climate/crl.pem", unsound.get("flaws").get(0).get("path").stringValue());
        assertTrue(verify().exits(1).out().contains("Do not use this bundle."));
    }

    @Test
    void putsTheHubsProgramBesideTheBundleWhenItIsWanted() throws IOException {
        export().exits(0);
        assertFalse(Files.exists(shell.path("usb/hearthkey-hub")));
        var told = export("--with-hub-program").exits(0).out();
        HubPrograms.CHECK.forEach(line -> assertTrue(told.contains(line + "\n"), told));
        assertTrue(Files.exists(shell.path("usb/hearthkey-hub/lib/base.sh")));
        var document = export("--with-hub-program", "--json").exits(0).json();
        assertEquals(
                shell.path("usb/hearthkey-hub").toString(),
                document.get("hubProgram").stringValue());
        assertTrue(shell.run("journal", "list").exits(0).out().contains("program.sign"));
        verify().exits(0);
    }

    @Test
    void leavesAStrangersFolderAloneAndTheBundleAsItWas() throws IOException {
        export().exits(0);
        var before = Files.readString(shell.path("usb/hearthkey/MANIFEST.json"));
        Files.createDirectory(shell.path("usb/hearthkey-hub"));
        Files.writeString(shell.path("usb/hearthkey-hub/holiday.jpg"), "mine");
        assertTrue(export("--with-hub-program").exits(5).err().contains("something else than the hub’s program"));
        assertEquals("mine", Files.readString(shell.path("usb/hearthkey-hub/holiday.jpg")));
        assertEquals(before, Files.readString(shell.path("usb/hearthkey/MANIFEST.json")));
    }

    @Test
    void saysThatABundleHasLapsed() {
        export().exits(0);
        assertTrue(verify("--at", "2027-12-01T00:00:00Z").exits(1).out().contains("has lapsed"));
    }

    @Test
    void saysWhatFailedWhenThereIsNoDrive() {
        verify().exits(5);
        var answer = shell.run("export", "usb", shell.path("gone").toString(), "--json")
                .exits(5);
        assertTrue(answer.json().get("error").stringValue().startsWith("The folder is not there"));
    }

    @Test
    void certifiesAHub() throws IOException {
        var request = new DeviceRequests(new SecureRandom()).of("hub");
        var csr = shell.file("hub.csr", request.pem()).toString();
        var certified = shell.run(
                        "hub",
                        "certify",
                        "Hub",
                        "--csr",
                        csr,
                        "--dns",
                        "hub.home.arpa",
                        "mqtt.home.arpa",
                        "--ip",
                        "192.168.1.2",
                        "fd00::2",
                        "--out",
                        shell.path("out").toString(),
                        "--json")
                .exits(0)
                .json();
        assertEquals("Hub", certified.get("hub").get("name").stringValue());
        assertEquals(2, certified.get("hub").get("dns").size());
        assertEquals(2, certified.get("files").size());
        assertTrue(Files.exists(shell.path("out/Hub-chain.pem")));
        shell.run("hub", "certify", "Hub", "--csr", csr, "--dns", "hub.home.arpa", "--days", "500")
                .exits(1);
        shell.run("hub", "certify", "Hub", "--csr", csr, "--dns", "hub.home.arpa")
                .exits(0);
    }

    @Test
    void knowsHubs() {
        var added = shell.run("hub", "add", "Pantry", "sftp://hearth@pantry.home.arpa/upload", "--json")
                .exits(0)
                .json();
        assertEquals("pantry", added.get("hub").get("name").stringValue());
        assertEquals("key", added.get("hub").get("access").stringValue());
        assertTrue(added.get("authorizedKey").stringValue().startsWith("restrict ecdsa-sha2-nistp256 AAAA"));
        var key = "SHA256:" + "A".repeat(43);
        shell.run("hub", "add", "pantry", "mqtts://pantry.home.arpa").exits(1);
        shell.run("hub", "add", "attic", "mqtts://attic.home.arpa", "--host-key", key)
                .exits(2);
        shell.run("hub", "add", "attic", "sftp://hearth:secret@attic.home.arpa/upload")
                .exits(2);
        var password = shell.secretFile("hub-password", "opens the attic").toString();
        shell.run(
                        "hub",
                        "add",
                        "attic",
                        "sftp://hearth@attic.home.arpa/upload",
                        "--password-file",
                        password,
                        "--host-key",
                        key)
                .exits(0);
        var hubs = shell.run("hub", "list", "--json").exits(0).json();
        assertEquals(
                List.of("attic", "pantry"),
                hubs.valueStream().map(hub -> hub.get("name").stringValue()).toList());
        assertEquals("password", hubs.get(0).get("access").stringValue());
        assertEquals(key, hubs.get(0).get("hostKey").stringValue());
        assertTrue(shell.run("hub", "list").exits(0).out().contains("not compared yet"));
        shell.run("hub", "rename", "attic", "pantry").exits(1);
        shell.run("hub", "rename", "cellar", "loft").exits(1);
        var renamed =
                shell.run("hub", "rename", "attic", "Loft", "--json").exits(0).json();
        assertEquals("loft", renamed.get("hub").get("name").stringValue());
        assertEquals(key, renamed.get("hub").get("hostKey").stringValue());
        assertEquals("attic", renamed.get("before").stringValue());
        assertTrue(shell.run("hub", "rename", "loft", "attic").exits(0).out().contains("hub certify attic"));
        shell.run("hub", "remove", "attic").exits(0);
        shell.run("hub", "remove", "attic").exits(1);
        assertEquals(1, shell.run("hub", "list", "--json").exits(0).json().size());
    }

    @Test
    void deliversToTheFolderOfAHub() throws IOException {
        var share = Files.createDirectory(shell.path("share"));
        shell.run("hub", "add", "pantry", share.toUri().toString()).exits(0);
        shell.run("hub", "add", "broker", "mqtts://127.0.0.1:1").exits(0);
        var delivered = shell.run("export", "hub", "pantry", "--json").exits(0).json();
        assertEquals("pantry", delivered.get("hub").stringValue());
        assertEquals("delivered", delivered.get("state").stringValue());
        shell.bare("bundle", "verify", share.toString(), "--at", Shell.TODAY.toString())
                .exits(0);
        assertTrue(shell.run("export", "hub", "pantry").exits(0).out().contains("has not said yet"));
        shell.run("export", "hub", "attic").exits(1);
        shell.run("export", "hub", "broker").exits(5);
        Files.createDirectories(share.resolve("hearthkey-receipts"));
        Files.writeString(share.resolve("hearthkey-receipts/pantry.p7m"), "forged");
        var receipt =
                shell.run("export", "hub", "pantry", "--json").exits(0).json().get("receipt");
        assertFalse(receipt.get("sound").booleanValue());
        assertEquals("signature", receipt.get("why").stringValue());
        assertTrue(shell.run("export", "hub", "pantry").exits(0).out().contains("It proves nothing."));
    }

    @Test
    void theKeyOfAnSshServerIsComparedFirst() throws IOException {
        try (var server = Sshd.start(Files.createDirectory(shell.path("hub")), "ed25519")) {
            server.authorize(shell.run("hub", "add", "pantry", server.uri(), "--json")
                    .exits(0)
                    .json()
                    .get("authorizedKey")
                    .stringValue());
            var refused =
                    shell.run("export", "hub", "pantry", "--json").exits(1).json();
            assertEquals(server.hostKey(), refused.get("hostKey").stringValue());
            shell.typing("no").run("export", "hub", "pantry").exits(1);
            assertFalse(Files.exists(shell.path("hub/upload/hearthkey")));
            var told = shell.typing("yes").run("export", "hub", "pantry").exits(0);
            assertTrue(told.err().contains(server.hostKey()));
            shell.bare("bundle", "verify", shell.path("hub/upload").toString(), "--at", Shell.TODAY.toString())
                    .exits(0);
            assertEquals(
                    server.hostKey(),
                    shell.run("hub", "list", "--json")
                            .json()
                            .get(0)
                            .get("hostKey")
                            .stringValue());
        }
    }

    @Test
    void looksIntoCertificateFiles() {
        export().exits(0);
        var issuer = shell.path("usb/hearthkey/zones/climate/issuer.pem").toString();
        var shown = shell.bare("certificate", "show", issuer, "--json").exits(0).json();
        assertEquals(1, shown.size());
        assertTrue(shown.get(0).get("subject").stringValue().contains("OU=zone climate"));
        assertTrue(shell.bare("certificate", "show", issuer).exits(0).out().contains("P-256"));
        assertEquals(
                "{\"findings\":[]}\n",
                shell.bare("certificate", "lint", issuer, "--json").exits(0).out());
        shell.bare(
                        "certificate",
                        "show",
                        shell.path("usb/hearthkey/crl-all.pem").toString())
                .exits(5);
        shell.bare("certificate", "lint", shell.path("passphrase").toString()).exits(5);
    }
}
