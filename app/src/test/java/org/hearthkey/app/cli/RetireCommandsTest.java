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
import org.hearthkey.app.print.ArchiveCheck;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.journal.TlogProof;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A device is led out of the home, and nothing of it comes back.
class RetireCommandsTest {
    private static final String LAMP_CODE = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";

    @TempDir
    private Path folder;

    private final DeviceRequests requests = new DeviceRequests(new SecureRandom());
    private final CertificateRequest request = requests.of("Camera");
    private Shell shell;
    private String drive = "";

    @BeforeEach
    void openShell() throws IOException {
        shell = Shell.withHome(folder);
        drive = Files.createDirectory(shell.path("usb")).toString();
        approve(request, "Camera").exits(0);
    }

    private Shell.Answer approve(CertificateRequest shown, String name, String... more) {
        var csr = shell.file("device.csr", shown.der().bytes()).toString();
        var words = new ArrayList<>(
                List.of("device", "approve", "--csr", csr, "--name", name, "--zone", "security", "--json"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private Shell.Answer pair(String name) {
        return shell.run(
                "device",
                "approve",
                "--text",
                LAMP_CODE,
                "--name",
                name,
                "--zone",
                "lighting",
                "--pair-only",
                "--confirm",
                "presence",
                "--json");
    }

    private Shell.Answer retire(String... more) {
        var words = new ArrayList<>(List.of("device", "retire", "Camera", "--json"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private static List<String> open(Shell.Answer answer) {
        return answer.exits(0)
                .json()
                .get("open")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void goesOnStepByStepUntilAllIsDone() {
        shell.run("device", "account", "add", "Camera", "Acme account of Ida").exits(0);
        shell.run("device", "account", "add", "Camera", "Acme account of Ida").exits(1);
        assertEquals(List.of("hub", "accounts", "factory-reset"), open(retire()));
        assertEquals(List.of("hub", "accounts", "factory-reset"), open(retire()), "Again changes nothing");
        assertEquals("signed", retire().json().get("delivery").get("state").stringValue());
        shell.run("export", "usb", drive).exits(0);
        assertEquals(List.of("accounts", "factory-reset"), open(retire()));
        assertEquals(
                List.of("retire.accounts-open"),
                retire("--done", "accounts").exits(1).findings());
        retire("--done", "revoke").exits(2);
        shell.run("device", "account", "done", "Camera", "Acme account of Ida").exits(0);
        shell.run("device", "account", "done", "Camera", "Nobody’s").exits(1);
        var answer = retire("--done", "accounts", "factory-reset").exits(0).json();
        assertTrue(answer.get("retired").booleanValue());
        assertEquals("unproven", answer.get("delivery").get("enforced").stringValue());
        assertEquals("revoked", answer.get("device").get("state").stringValue(), "Scripts from before");
        assertEquals("2026-11-22T09:00:00Z", answer.get("device").get("retired").stringValue());
        assertEquals(List.of("Camera"), names("revoked"));
        assertEquals(List.of("Camera"), names("retired"));
        assertTrue(shell.run("device", "list").out().contains("Retired"));
        assertTrue(shell.run("device", "retire", "Camera").out().contains("is retired"));
        assertTrue(shell.run("device", "retire", "Camera").out().contains("Unproven"));
    }

    private List<String> names(String state) {
        return shell.run("device", "list", "--state", state, "--json")
                .exits(0)
                .json()
                .valueStream()
                .map(device -> device.get("name").stringValue())
                .toList();
    }

    private Shell.Answer retired() {
        return retire("--done", "hub", "accounts", "factory-reset").exits(0);
    }

    @Test
    void openSslAndTheHomeRefuseWhatComesBack() throws IOException {
        shell.run("device", "show", "Camera", "--out", shell.path("out").toString())
                .exits(0);
        shell.run("export", "usb", drive).exits(0);
        verify().accepts();
        retired();
        shell.run("export", "usb", drive).exits(0);
        verify().refuses("certificate revoked");
        assertTrue(approve(request, "Camera 2").exits(1).findings().contains("key.revoked"), "Its old key");
        var fresh = shell.file("fresh.csr", requests.of("Camera").der().bytes()).toString();
        assertTrue(shell.run("device", "renew", "Camera", "--csr", fresh, "--json")
                .exits(1)
                .findings()
                .contains("device.retired"));
        assertTrue(approve(requests.of("Camera"), "Camera").exits(1).findings().contains("name.duplicate"));
        approve(requests.of("Camera"), "Camera 2").exits(0);
    }

    private Peer.Answer verify() {
        var zone = Path.of(drive, "hearthkey", "zones", "security");
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-attime",
                        Long.toString(Shell.TODAY.getEpochSecond() + 60),
                        "-crl_check",
                        "-CRLfile",
                        zone.resolve("crl.pem").toString(),
                        "-CAfile",
                        zone.resolve("anchor.pem").toString(),
                        shell.path("out/Camera-cert.pem").toString());
    }

    @Test
    void theOldCodeWaitsForTheOwner() {
        pair("Lamp").exits(0);
        var left = shell.run("device", "retire", "Lamp", "--done", "accounts", "factory-reset", "--json");
        assertEquals(List.of("setup-code"), open(left));
        shell.run("device", "retire", "Lamp", "--destroy-code").exits(3);
        var done = shell.root("device", "retire", "Lamp", "--destroy-code", "--json")
                .exits(0);
        assertTrue(done.json().get("retired").booleanValue());
        assertTrue(pair("Lamp 2").exits(1).findings().contains("mark.retired"));
        shell.run("device", "repurpose", "Camera").exits(1);
        shell.run("device", "repurpose", "Lamp").exits(3);
        shell.root("device", "repurpose", "Lamp").exits(0);
        var before = shell.run("device", "show", "Lamp", "--json").json().get("id");
        pair("Lamp 2").exits(0);
        assertFalse(
                shell.run("device", "show", "Lamp 2", "--json").json().get("id").equals(before));
    }

    @Test
    void theProofSheetSaysWhatWasProvenAndWhatWasNot() throws IOException {
        shell.run("device", "account", "add", "Camera", "Home Assistant", "--sort", "access-token")
                .exits(0);
        var early = shell.path("early.pdf");
        retire("--out", early.toString()).exits(0);
        assertTrue(text(early).contains("Not everything is done yet"), text(early));
        shell.run("device", "account", "done", "Camera", "Home Assistant").exits(0);
        shell.run("export", "usb", drive).exits(0);
        var sheet = shell.path("proof.pdf");
        retire("--done", "accounts", "factory-reset", "--out", sheet.toString()).exits(0);
        ArchiveCheck.archived(Files.readAllBytes(sheet));
        var text = text(sheet);
        for (var said : List.of(
                "Camera has left",
                "It was retired from Maple Street",
                "cessationOfOperation",
                "Bundle 1795338000",
                "Unproven: no hub has confirmed it.",
                "Unproven: nobody tried",
                "access token, taken back",
                "Signature")) {
            assertTrue(text.contains(said), said + " is not in\n" + text);
        }
        Peer.of("pdftoppm", folder)
                .run("-r", "150", "-png", sheet.toString(), "proof")
                .accepts();
        var codes = Peer.of("zbarimg", folder)
                .run("--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "proof-1.png")
                .accepts()
                .text();
        var from = codes.indexOf("c2sp.org/tlog-proof@v1");
        assertTrue(from >= 0, codes);
        assertTrue(codes.contains("hearthkey/"), codes);
        var proof = shell.path("proof.tlog-proof");
        shell.run("journal", "prove", entry(), "--out", proof.toString()).exits(0);
        var written = Files.readString(proof);
        assertTrue(TlogProof.parse(written).isPresent());
        assertTrue(codes.contains(written.lines().skip(1).findFirst().orElseThrow()), "The same entry");
        shell.run("device", "retire", "Camera", "--out", sheet.toString()).exits(5);
    }

    private String entry() {
        return retire().json().get("journalEntry").toString();
    }

    private String text(Path pdf) {
        return Peer.of("pdftotext", folder)
                .run("-layout", pdf.toString(), "-")
                .accepts()
                .text();
    }
}
