package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.peer.TestMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandsTest {
    private static final TestMaker MAKER = new TestMaker();

    /// The published test root without a vendor; its private key is published, too.
    private static final String TEST_ROOT = "MIIBkTCCATegAwIBAgIHC4+6qN2G7jAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9N";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private String pem(String name, Certificate certificate) {
        return shell.file(name, certificate.pem()).toString();
    }

    private Shell.Answer trust(String file) {
        return shell.root("trust", "import", file, "--json");
    }

    @Test
    void importsListsAndRemoves() {
        var added =
                trust(pem("paa.pem", MAKER.paa.certificate())).exits(0).json().get("added");
        assertEquals("paa", added.get(0).get("use").stringValue());
        var listed = shell.run("trust", "list", "--json").exits(0).json();
        assertEquals(1, listed.size());
        var fingerprint = MAKER.paa.certificate().fingerprint().hex();
        assertEquals(fingerprint, listed.get(0).get("fingerprint").stringValue());
        shell.root("trust", "remove", fingerprint).exits(0);
        assertEquals(0, shell.run("trust", "list", "--json").exits(0).json().size());
        shell.root("trust", "remove", fingerprint).exits(1);
        var acts = shell.run("journal", "list", "--json").exits(0).json().toString();
        assertTrue(acts.contains("trust.add") && acts.contains("trust.remove"), acts);
    }

    @Test
    void needsTheRootsSecret() {
        shell.typing("not the root's words");
        shell.run("trust", "import", pem("paa.pem", MAKER.paa.certificate())).exits(3);
        assertEquals(0, shell.run("trust", "list", "--json").exits(0).json().size());
    }

    @Test
    void importsAFolderAndLeavesOutWhatDoesNotFit() throws Exception {
        var roots = Files.createDirectory(folder.resolve("roots"));
        Files.writeString(roots.resolve("1.pem"), MAKER.paa.certificate().pem());
        Files.write(
                roots.resolve("2.der"), MAKER.identityRoot.certificate().der().bytes());
        Files.writeString(roots.resolve("3.txt"), TEST_ROOT);
        var answer = shell.root("trust", "import", roots.toString(), "--json")
                .exits(0)
                .json();
        assertEquals(2, answer.get("added").size());
        assertEquals(
                "trust.unreadable", answer.get("findings").get(0).get("code").stringValue());
    }

    @Test
    void aDevicesGradeIsSaidAndKept() {
        trust(pem("paa.pem", MAKER.paa.certificate()));
        var signer = pem("signer.pem", MAKER.declarationSigner.certificate());
        shell.root("trust", "import", signer, "--for", "cd-signer").exits(0);
        var dac = MAKER.dac(TestMaker.VENDOR, TestMaker.PRODUCT);
        var request =
                shell.file("lamp.csr", DeviceRequests.der("lamp", dac.keys())).toString();
        var declaration = shell.file("cd.der", MAKER.declaration(TestMaker.VENDOR, TestMaker.PRODUCT))
                .toString();
        var approved = shell.run(
                        "device",
                        "approve",
                        "--csr",
                        request,
                        "--name",
                        "Lamp",
                        "--zone",
                        "climate",
                        "--attestation",
                        pem("dac.pem", dac.certificate()),
                        "--attestation",
                        pem("pai.pem", MAKER.pai.certificate()),
                        "--attestation",
                        declaration,
                        "--json")
                .exits(0)
                .json();
        assertEquals("attested", approved.get("grade").stringValue());
        var kept = shell.run("device", "show", "Lamp", "--json").exits(0).json();
        assertEquals("attested", kept.get("grade").stringValue());
        assertTrue(shell.run("journal", "list", "--json")
                .exits(0)
                .json()
                .toString()
                .contains("attested"));
    }

    @Test
    void filesOfAnotherDeviceRefuseIt() {
        trust(pem("paa.pem", MAKER.paa.certificate()));
        var forged = shell.file("bad.der", new byte[] {0x30, 0});
        shell.run(
                        "device",
                        "approve",
                        "--csr",
                        shell.file("lamp.csr", DeviceRequests.der("lamp", TestMaker.newKeys()))
                                .toString(),
                        "--name",
                        "Lamp",
                        "--zone",
                        "climate",
                        "--attestation",
                        forged.toString())
                .exits(1);
    }

    @Test
    void looksIntoMattersOwnForm() {
        var node = "FTABCBBYDFhTwQV3JAIBNwMnFIh3ZlVEMyIRGCYEACTnMCYFgBu3QzcGJxSId2ZVRDMiERgkBwEkCAEwCUEE";
        shell.bare("certificate", "show", shell.file("cut.txt", node).toString())
                .exits(5);
        shell.bare("certificate", "lint", shell.file("cut.txt2", node).toString())
                .exits(1);
        var dac = pem("dac.pem", MAKER.dac(TestMaker.VENDOR, TestMaker.PRODUCT).certificate());
        shell.bare("certificate", "lint", dac).exits(0);
        shell.bare("certificate", "lint", dac, "--issuer", pem("pai.pem", MAKER.pai.certificate()))
                .exits(0);
        shell.bare("certificate", "lint", dac, "--issuer", pem("paa.pem", MAKER.paa.certificate()))
                .exits(1);
        shell.bare("certificate", "lint", dac, "--matter", "noc").exits(1);
    }

    @Test
    void aRenewalCanBringTheMakersWord() throws Exception {
        shell.root("trust", "import", pem("root.pem", MAKER.identityRoot.certificate()))
                .exits(0);
        var identity = MAKER.identity("OAK-9");
        shell.run("device", "approve", "--csr", request("1.csr"), "--name", "Lamp", "--zone", "climate")
                .exits(0);
        var request = request("2.csr");
        var signed =
                TestMaker.message(identity, "1.2.840.113549.1.7.1", Files.readAllBytes(Path.of(request)), List.of());
        var proof = shell.file("signed.p7", signed).toString();
        var renewed = renew(request, identity.certificate(), "--attestation", proof)
                .exits(0)
                .json();
        assertEquals("attested", renewed.get("grade").stringValue());
        var another =
                renew(request("3.csr"), MAKER.identity("OAK-10").certificate()).exits(1);
        assertTrue(Shell.Answer.codes(another.json()).contains("attestation.device-differs"));
        var lowered = renew(request("4.csr"), identity.certificate()).exits(0).json();
        assertEquals("claimed", lowered.get("grade").stringValue());
        var kept = shell.run("device", "show", "Lamp", "--json").exits(0).json();
        assertEquals("claimed", kept.get("grade").stringValue());
    }

    private String request(String name) {
        return shell.file(name, DeviceRequests.der("lamp", TestMaker.newKeys())).toString();
    }

    private Shell.Answer renew(String request, Certificate own, String... more) {
        var words = Stream.of(
                "device",
                "renew",
                "Lamp",
                "--csr",
                request,
                "--attestation",
                pem("own.pem", own),
                "--attestation",
                pem("issuer.pem", MAKER.identityIssuer.certificate()),
                "--json");
        return shell.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }
}
