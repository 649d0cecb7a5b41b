package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.certificate.CertificateRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DeviceCommandsTest {
    @TempDir
    private Path folder;

    private final DeviceRequests requests = new DeviceRequests(new SecureRandom());
    private Shell shell;
    private CertificateRequest request = requests.of("Desk lamp");

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private Shell.Answer approve(String... more) {
        var csr = shell.file("lamp.csr", request.der().bytes()).toString();
        var label = DeviceRequests.label(request, "sn=0042");
        var words = new ArrayList<>(List.of(
                "device", "approve", "--text", label, "--csr", csr, "--name", "Desk lamp", "--zone", "lighting"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private List<String> names(String... filters) {
        var words = new ArrayList<>(List.of("device", "list", "--json"));
        words.addAll(List.of(filters));
        return shell.run(words.toArray(String[]::new))
                .exits(0)
                .json()
                .valueStream()
                .map(device -> device.get("name").stringValue())
                .toList();
    }

    @Test
    void approvesADeviceAndHandsItsFilesOver() throws IOException {
        var out = shell.path("out");
        var answer =
                approve("--type", "lamp", "--owner", "Ann", "--location", "Study", "--out", out.toString(), "--json");
        var approved = answer.exits(0).json();
        var device = approved.get("device");
        assertEquals("Desk lamp", device.get("name").stringValue());
        assertEquals("lighting", device.get("zone").stringValue());
        assertEquals("Ann", device.get("owner").stringValue());
        assertEquals("approved-not-seen", device.get("state").stringValue());
        assertEquals("2027-02-20T08:55:00Z", device.get("effectiveNotAfter").stringValue());
        var certificate = approved.get("certificate");
        assertEquals(device.get("serial"), certificate.get("serial"));
        assertTrue(certificate.get("serial").stringValue().matches("[0-9a-f]{32}"));
        assertTrue(certificate.get("fingerprint").stringValue().matches("[0-9a-f]{64}"));
        assertEquals("2026-11-22T08:55:00Z", certificate.get("notBefore").stringValue());
        assertTrue(certificate.get("issuer").stringValue().contains("OU=zone lighting"));
        assertEquals(
                List.of(
                        out.resolve("Desk lamp-cert.pem").toString(),
                        out.resolve("Desk lamp-chain.pem").toString()),
                approved.get("files").valueStream().map(JsonNode::stringValue).toList());
        assertEquals(List.of("code.binds-key", "label.key-equal", "possession.proven", "key.new"), answer.findings());
        var chain = Files.readString(out.resolve("Desk lamp-chain.pem"));
        assertTrue(chain.startsWith(Files.readString(out.resolve("Desk lamp-cert.pem"))));
        assertEquals(2, chain.split("BEGIN CERTIFICATE", -1).length - 1);
    }

    @Test
    void tellsPeopleUntilWhenItBelongs() {
        var people = approve().exits(0).out();
        assertTrue(people.endsWith("Desk lamp belongs to Lighting until 20 Feb 2027.\n"), people);
    }

    @Test
    void refusesALabelOfAnotherDevice() {
        var other = DeviceRequests.label(requests.of("Other"), "");
        var csr = shell.file("lamp.csr", request.der().bytes()).toString();
        var answer = shell.run(
                "device", "approve", "--text", other, "--csr", csr, "--name", "Lamp", "--zone", "lighting", "--json");
        assertTrue(answer.exits(1).findings().contains("label.key-differs"));
        assertEquals(List.of(), names());
    }

    @Test
    void refusesAKeyAndANameThatAreThere() {
        approve().exits(0);
        assertTrue(approve("--json").exits(1).findings().containsAll(List.of("key.duplicate", "name.duplicate")));
        assertEquals(List.of("Desk lamp"), names());
    }

    @Test
    void approvesARequestWithoutALabelButSaysSo() {
        var csr = shell.file("lamp.csr", request.pem()).toString();
        var answer = shell.run("device", "approve", csr, "--name", "Lamp", "--zone", "climate", "--json");
        assertTrue(answer.exits(0).findings().contains("label.not-compared"));
    }

    @Test
    void wantsOneRequestOnly() {
        var csr = shell.file("lamp.csr", request.pem()).toString();
        shell.run("device", "approve", csr, "--csr", csr, "--name", "Lamp", "--zone", "climate")
                .exits(2);
    }

    @Test
    void refusesWhatIsNoLabelAndNoRequest() {
        assertEquals(
                List.of("label.unknown"),
                shell.run("device", "approve", "--text", "hi", "--name", "a", "--zone", "climate", "--json")
                        .exits(1)
                        .findings());
        var letter = shell.file("letter", "Dear Sir").toString();
        assertEquals(
                List.of("request.unreadable"),
                shell.run("device", "approve", "--csr", letter, "--name", "a", "--zone", "climate", "--json")
                        .exits(1)
                        .findings());
        assertTrue(shell.run("device", "approve", "--name", "a", "--zone", "climate", "--json")
                .exits(1)
                .findings()
                .contains("request.absent"));
    }

    @Test
    void signsNothingWhenAFileIsInTheWay() throws IOException {
        var taken = shell.file("out/Desk lamp-chain.pem", "kept");
        approve("--out", shell.path("out").toString()).exits(5);
        assertEquals(List.of(), names());
        assertEquals("kept", Files.readString(taken));
        assertFalse(Files.exists(shell.path("out/Desk lamp-cert.pem")));
    }

    @Test
    void replacesAFileWhenAllowed() throws IOException {
        var taken = shell.file("out/Desk lamp-chain.pem", "old");
        approve("--out", shell.path("out").toString(), "--replace").exits(0);
        assertTrue(Files.readString(taken).startsWith("-----BEGIN CERTIFICATE"));
        try (var files = Files.list(shell.path("out"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void makesAKeyForADeviceThatCannot() throws IOException, GeneralSecurityException {
        var answer = shell.run(
                "device",
                "approve",
                "--make-key",
                "--name",
                "Old radio",
                "--zone",
                "climate",
                "--out",
                shell.path("out").toString(),
                "--json");
        var password = answer.exits(0).json().get("oneTimePassword").stringValue();
        assertTrue(answer.findings().contains("key.made-here"));
        var file = shell.path("out/Old radio.p12");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password.toCharArray());
        assertEquals(2, store.getCertificateChain(store.aliases().nextElement()).length);
    }

    @Test
    void showsTheOneTimePasswordOnceToPeople() {
        var people = shell.run(
                        "device",
                        "approve",
                        "--make-key",
                        "--name",
                        "Old radio",
                        "--zone",
                        "climate",
                        "--out",
                        shell.path("out").toString())
                .exits(0)
                .out();
        assertTrue(people.matches("(?s).*shown this once: [a-z2-9]{4}(-[a-z2-9]{4}){4}\n"), people);
    }

    @Test
    void filtersTheList() {
        approve("--type", "lamp").exits(0);
        shell.run(
                        "device",
                        "approve",
                        "--make-key",
                        "--name",
                        "Old radio",
                        "--zone",
                        "climate",
                        "--days",
                        "20",
                        "--out",
                        shell.path("out").toString())
                .exits(0);
        assertEquals(List.of("Desk lamp", "Old radio"), names());
        assertEquals(List.of("Old radio"), names("--zone", "climate"));
        assertEquals(List.of("Old radio"), names("--expiring-within", "30d"));
        assertEquals(List.of("Old radio"), names("--expiring-within", "4w"));
        assertEquals(List.of("Old radio"), names("--state", "ends-soon"));
        assertEquals(List.of("Desk lamp"), names("--search", "LAMP"));
        assertEquals(List.of(), names("--search", "%"));
        var first = shell.run("device", "list", "--json").json().get(0);
        assertEquals(
                List.of("name", "zone", "type", "owner", "location", "state", "effectiveNotAfter", "serial"),
                List.copyOf(first.propertyNames()));
        assertTrue(shell.run("device", "list").exits(0).out().contains("Old radio  climate   Ends soon"));
    }

    @Test
    void showsADeviceAndWritesItsFilesAgain() throws IOException {
        approve().exits(0);
        var shown = shell.run(
                        "device",
                        "show",
                        "desk LAMP",
                        "--out",
                        shell.path("again").toString(),
                        "--json")
                .exits(0)
                .json();
        assertEquals("desk-lamp.lighting.home.arpa", shown.get("address").stringValue());
        assertEquals(1, shown.get("certificates").size());
        assertTrue(Files.exists(shell.path("again/Desk lamp-chain.pem")));
        shell.run("device", "show", "Nobody").exits(1);
    }

    @Test
    void renewsADevice() {
        var first = approve("--json").exits(0).json().get("certificate");
        shell.later(Instant.parse("2027-02-01T00:00:00Z"));
        var csr = shell.file("again.csr", requests.of("Desk lamp").pem()).toString();
        var renewed = shell.run("device", "renew", "Desk lamp", "--csr", csr, "--json")
                .exits(0)
                .json();
        assertNotEquals(first.get("serial"), renewed.get("certificate").get("serial"));
        assertEquals(
                "2027-05-01T23:55:00Z",
                renewed.get("device").get("effectiveNotAfter").stringValue());
        var shown = shell.run("device", "show", "Desk lamp", "--json").exits(0).json();
        assertEquals(2, shown.get("certificates").size());
    }

    @Test
    void revokesADeviceOnce() {
        approve().exits(0);
        var list = shell.run("device", "revoke", "Desk lamp", "--reason", "keyCompromise", "--json")
                .exits(0)
                .json();
        assertEquals("lighting", list.get("zone").stringValue());
        assertEquals(Shell.TODAY.getEpochSecond() + 13, list.get("crlNumber").asLong());
        assertEquals(1, list.get("entries").asInt());
        assertEquals(
                List.of("zone", "crlNumber", "thisUpdate", "nextUpdate", "entries", "canaries", "coveredUntil"),
                List.copyOf(list.propertyNames()));
        assertEquals(
                List.of("device.already-revoked"),
                shell.run("device", "revoke", "Desk lamp", "--reason", "superseded", "--json")
                        .exits(1)
                        .findings());
        assertEquals(List.of("Desk lamp"), names("--state", "revoked"));
        var certificate = shell.run("device", "show", "Desk lamp", "--json")
                .json()
                .get("certificates")
                .get(0);
        assertEquals("keyCompromise", certificate.get("reason").stringValue());
    }

    @Test
    void refusesALifetimeThatIsTooLong() {
        assertTrue(approve("--days", "398", "--json").exits(1).findings().contains("validity.out-of-range"));
        assertTrue(approve("--days", "-1", "--json").exits(1).findings().contains("validity.out-of-range"));
        assertTrue(approve("--days", "2147483647", "--json").exits(1).findings().contains("validity.out-of-range"));
    }
}
