package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.peer.TestMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FolderApprovingTest {
    @TempDir
    private Path folder;

    private final DeviceRequests requests = new DeviceRequests(new SecureRandom());
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private Shell.Answer approveAll(String... more) {
        var words = new ArrayList<>(
                List.of("device", "approve-all", shell.path("requests").toString(), "--zone", "lighting"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private long devices() {
        return shell.run("device", "list", "--json").exits(0).json().size();
    }

    @Test
    void answersOneLineADeviceByTheOrderOfFiles() {
        shell.file("requests/2.csr", requests.of("Porch lamp").pem());
        shell.file("requests/1.csr", requests.of("Desk lamp").der().bytes());
        shell.file("requests/Hall lamp.csr", requests.of("a/b").pem());
        var lines = approveAll("--out", shell.path("out").toString()).exits(0).lines();
        assertEquals(List.of("Desk lamp", "Porch lamp", "Hall lamp"), texts(lines, "name"));
        assertEquals(
                List.of("name", "serial", "fingerprint", "notAfter"),
                List.copyOf(lines.getFirst().propertyNames()));
        assertEquals("2027-02-20T08:55:00Z", lines.getFirst().get("notAfter").stringValue());
        assertEquals(3, devices());
        assertTrue(Files.exists(shell.path("out/Hall lamp-chain.pem")));
    }

    @Test
    void recordsThatNoLabelWasCompared() {
        shell.file("requests/1.csr", requests.of("Desk lamp").pem());
        approveAll().exits(0);
        var device = shell.run("device", "show", "Desk lamp", "--json").json();
        assertEquals(List.of("label.not-compared"), strings(device.get("findings")));
    }

    @Test
    void goesOnAfterARequestThatIsRefused() {
        var twice = requests.of("Desk lamp");
        var forged = requests.of("Forged").der().bytes();
        forged[forged.length - 3] ^= 1;
        shell.file("requests/1.csr", twice.pem());
        shell.file("requests/2.csr", twice.pem());
        shell.file("requests/3.csr", "a letter");
        shell.file("requests/4.csr", forged);
        shell.file("requests/5.csr", requests.of("Porch lamp").pem());
        var lines = approveAll().exits(1).lines();
        assertEquals(List.of("Desk lamp", "Porch lamp"), texts(lines, "name"));
        assertEquals(
                shell.path("requests/2.csr").toString(),
                lines.get(1).get("file").stringValue());
        assertTrue(Shell.Answer.codes(lines.get(1)).contains("key.duplicate"));
        assertEquals(List.of("request.unreadable"), Shell.Answer.codes(lines.get(2)));
        assertTrue(Shell.Answer.codes(lines.get(3)).contains("possession.failed"));
        assertEquals(2, devices());
    }

    @Test
    void leavesOutWhatSaysThatItIsSomethingElse() {
        shell.file("requests/1.csr", requests.of("Desk lamp").pem());
        shell.file("requests/1.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        shell.file("requests/.hidden", "x");
        shell.file("requests/folder/2.csr", requests.of("Porch lamp").pem());
        var answer = approveAll().exits(0);
        assertEquals(1, answer.lines().size());
        assertTrue(answer.err().contains("1.key is no certificate request"));
    }

    @Test
    void refusesAnUnknownZoneDeviceByDevice() {
        shell.file("requests/1.csr", requests.of("Desk lamp").pem());
        var lines = shell.run("device", "approve-all", shell.path("requests").toString(), "--zone", "cellar")
                .exits(1)
                .lines();
        assertTrue(Shell.Answer.codes(lines.getFirst()).contains("zone.unknown"));
    }

    @Test
    void failsWithoutTheFolder() throws IOException {
        approveAll().exits(5);
        Files.createDirectory(shell.path("requests"));
        assertEquals("", approveAll().exits(0).out());
    }

    @Test
    void showsWhatMakersSayBesideEachRequest() {
        var maker = new TestMaker();
        shell.root("trust", "import", pem("root.pem", maker.identityRoot)).exits(0);
        var lamp = maker.identity("OAK-1");
        var plug = maker.identity("OAK-2");
        shell.file("requests/lamp.csr", DeviceRequests.der("Lamp", lamp.keys()));
        pem("requests/lamp-attestation/own.pem", lamp);
        pem("requests/lamp-attestation/issuer.pem", maker.identityIssuer);
        shell.file("requests/plug.csr", DeviceRequests.der("Plug", plug.keys()));
        shell.file(
                "requests/plug-attestation.pem",
                plug.certificate().pem() + maker.identityIssuer.certificate().pem());
        shell.file("requests/socket.csr", requests.of("Socket").pem());
        shell.file("requests/soket-attestation.pem", plug.certificate().pem());
        var answer =
                approveAll("--attestation", shell.path("requests").toString()).exits(0);
        assertEquals(List.of("attested", "attested", "none"), texts(answer.lines(), "grade"));
        assertEquals(List.of("proven", "proven", "nothing-shown"), texts(answer.lines(), "gradeReason"));
        assertTrue(answer.err().contains("soket-attestation.pem"), answer.err());
        var kept = shell.run("device", "show", "Plug", "--json").exits(0).json();
        assertEquals("attested", kept.get("grade").stringValue());
    }

    @Test
    void refusesARequestThatComesWithTheFilesOfAnother() {
        var maker = new TestMaker();
        shell.file("requests/1.csr", requests.of("Desk lamp").pem());
        shell.file("requests/1-attestation.der", new byte[] {0x30, 0});
        shell.file("requests/2.csr", requests.of("Porch lamp").pem());
        pem("requests/2-attestation.pem", maker.identity("OAK-2"));
        var lines = approveAll("--attestation", shell.path("requests").toString())
                .exits(1)
                .lines();
        assertTrue(Shell.Answer.codes(lines.getFirst()).contains("attestation.file-unreadable"));
        assertEquals("not-trusted", lines.get(1).get("gradeReason").stringValue());
        assertEquals(1, devices());
    }

    private String pem(String name, TestMaker.Owned owned) {
        return shell.file(name, owned.certificate().pem()).toString();
    }

    private static List<String> texts(List<JsonNode> lines, String member) {
        return lines.stream()
                .filter(line -> line.has(member))
                .map(line -> line.get(member).stringValue())
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
