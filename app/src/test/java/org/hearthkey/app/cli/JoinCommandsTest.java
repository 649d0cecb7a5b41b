package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How devices join whose label does not name their key, or that have no key at all.
class JoinCommandsTest {
    private static final String THREAD = "v=1&&eui=0011223344556677&&cc=KX7P2M4D";
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";
    private static final Pattern CHALLENGE = Pattern.compile(": ([0-9]{3}) ([0-9]{3})\\R");
    private static final Path SCRIPT = Path.of("..", "installer", "hub", "hearthkey-confirm.sh");

    @TempDir
    private Path folder;

    private final DeviceRequests requests = new DeviceRequests(new SecureRandom());
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private String csr(String name) {
        return csr(requests.of(name));
    }

    private String csr(CertificateRequest request) {
        return shell.file("device.csr", request.der().bytes()).toString();
    }

    private Shell.Answer approve(String label, String csr, String name, String... more) {
        var words = new ArrayList<>(List.of("device", "approve", "--text", label, "--json", "--zone", "lighting"));
        words.addAll(List.of("--name", name, "--csr", csr));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private Shell.Answer pair(String label, String name, String... more) {
        var words = new ArrayList<>(List.of("device", "approve", "--text", label, "--json", "--zone", "lighting"));
        words.addAll(List.of("--name", name, "--pair-only"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private String state(String name) {
        return shell.run("device", "show", name, "--json")
                .exits(0)
                .json()
                .get("state")
                .stringValue();
    }

    private List<String> names() {
        return shell.run("device", "list", "--json")
                .json()
                .valueStream()
                .map(device -> device.get("name").stringValue())
                .toList();
    }

    private List<String> alarms() {
        return shell.run("alarm", "list", "--json")
                .exits(0)
                .json()
                .valueStream()
                .map(alarm -> alarm.get("code").stringValue())
                .toList();
    }

    @Test
    void wantsToBeSureWhereTheLabelDoesNotNameTheKey() {
        var refused = approve(THREAD, csr("Lamp"), "Lamp").exits(1);
        assertTrue(refused.findings().contains("confirmation.absent"));
        assertFalse(refused.json().has("alarms"));
        var done = approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "presence").exits(0);
        assertTrue(done.findings().contains("confirmation.presence"));
    }

    @Test
    void takesTheDigitsOfTheHubsScript() {
        var request = csr("Lamp");
        shell.answering(told -> script(request, challenge(told)));
        var done = approve(THREAD, request, "Lamp", "--confirm", "digits").exits(0);
        assertTrue(done.findings().contains("confirmation.digits"));
    }

    private static String challenge(String told) {
        var found = CHALLENGE.matcher(told);
        assertTrue(found.find(), told);
        return found.group(1) + found.group(2);
    }

    private String script(String request, String digits) {
        var command = "printf '%s\\n' " + digits + " | sh '" + SCRIPT.toAbsolutePath() + "' '" + request + "'";
        Peer.of("openssl", folder);
        var answer = Peer.of("sh", folder).run("-c", command + " 2>/dev/null");
        return answer.accepts().text();
    }

    @Test
    void keepsAnAlarmOfWrongDigitsUntilSomebodyLooks() {
        var other = shell.file("other.csr", requests.of("Lamp").der().bytes()).toString();
        shell.answering(told -> script(other, challenge(told)));
        var refused =
                approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "digits").exits(1);
        assertTrue(refused.findings().contains("confirmation.digits-differ"));
        assertEquals(
                "confirmation.digits-differ",
                refused.json().get("alarms").get(0).stringValue());
        assertTrue(refused.err().contains("ALARM"));
        assertEquals(List.of(), names());
        assertEquals(List.of("confirmation.digits-differ"), alarms());
        shell.run("alarm", "look", "2").exits(1);
        shell.run("alarm", "look", "1").exits(0);
        assertEquals(List.of(), alarms());
        assertTrue(shell.run("alarm", "list").exits(0).out().contains("No alarm"));
    }

    @Test
    void asksNoDigitsOfWhatIsRefusedAnyway() {
        shell.answering(told -> "000000");
        var refused =
                approve(THREAD, csr("Lamp"), "Lamp", "--zone", "lighting", "--confirm", "digits", "--days", "999");
        assertFalse(refused.err().contains("six digits"));
    }

    @Test
    void needsSomebodyAtATerminalForDigits() {
        approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "digits").exits(3);
        assertEquals(List.of(), names());
    }

    @Test
    void refusesChoicesThatContradictEachOther() {
        pair(THREAD, "Lamp", "--confirm", "digits").exits(2);
        pair(THREAD, "Lamp", "--make-key", "--out", folder.toString()).exits(2);
        pair(THREAD, "Lamp", "--out", folder.toString()).exits(2);
        pair(THREAD, "Lamp", "--kept-at", "x".repeat(65)).exits(2);
        approve(THREAD, csr("Lamp"), "Lamp", "--kept-at", "Drawer").exits(2);
        approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "perhaps").exits(2);
        assertEquals(List.of(), names());
    }

    @Test
    void pairsWhatHoldsNoCertificate() {
        var matter = pair(MATTER, "Matter lamp", "--confirm", "presence", "--kept-at", "Kitchen drawer");
        var device = matter.exits(0).json().get("device");
        assertEquals("matter-qr", device.get("pairedBy").stringValue());
        assertEquals("Kitchen drawer", device.get("keptAt").stringValue());
        assertEquals("approved-not-seen", device.get("state").stringValue());
        assertTrue(device.get("effectiveNotAfter").isNull());
        pair(THREAD, "Thread lamp", "--confirm", "presence").exits(0);
        assertEquals(List.of("Matter lamp", "Thread lamp"), names());
        assertTrue(pair(MATTER, "Copy", "--confirm", "presence")
                .exits(1)
                .findings()
                .contains("mark.label-used"));
        assertEquals(List.of(), alarms()); // a label that was scanned again is no attack
    }

    @Test
    void refusesAnotherKeyUnderAKnownLabelAndTheFirstDeviceStillWorks() {
        var first =
                approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "presence").exits(0);
        var impostor = approve(THREAD, csr("Lamp"), "Lamp two", "--confirm", "presence")
                .exits(1);
        assertTrue(impostor.findings().contains("mark.label-used"));
        assertTrue(impostor.err().contains("Lamp works as before"), impostor.err());
        var alarm = shell.run("alarm", "list", "--json").exits(0).json().get(0);
        assertEquals("mark.label-used", alarm.get("code").stringValue());
        assertEquals("Lamp", alarm.get("device").stringValue());
        assertEquals(
                first.json().get("device").get("serial").stringValue(),
                shell.run("device", "show", "Lamp", "--json")
                        .json()
                        .get("serial")
                        .stringValue());
        assertEquals("approved-not-seen", state("Lamp"));
    }

    @Test
    void aZoneThatAsksForAFreshKeyTakesTheWholeWay() {
        shell.root("zone", "rules", "lighting", "--set-up", "fresh-key", "--json")
                .exits(1);
        shell.root("zone", "add", "onboarding").exits(0);
        var rules = shell.root("zone", "rules", "lighting", "--set-up", "fresh-key", "--json")
                .exits(0)
                .json();
        assertEquals("fresh-key", rules.get("setUp").stringValue());
        var first = requests.of("Lamp");
        var csr = csr(first);
        var day = approve(DeviceRequests.label(first, ""), csr, "Lamp")
                .exits(0)
                .json()
                .get("certificate");
        assertTrue(day.get("issuer").stringValue().contains("OU=zone onboarding"));
        var lasts =
                Duration.between(Shell.TODAY, Instant.parse(day.get("notAfter").stringValue()));
        assertTrue(lasts.compareTo(Duration.ofDays(1)) <= 0 && lasts.compareTo(Duration.ofHours(23)) > 0);
        assertTrue(shell.run("device", "renew", "Lamp", "--csr", csr, "--confirm", "presence", "--json")
                .exits(1)
                .findings()
                .contains("setup.same-key"));
        var fresh = csr("Lamp");
        assertTrue(shell.run("device", "renew", "Lamp", "--csr", fresh, "--json")
                .exits(1)
                .findings()
                .contains("confirmation.absent"));
        shell.answering(told -> script(fresh, challenge(told)));
        var own = shell.run("device", "renew", "Lamp", "--csr", fresh, "--confirm", "digits", "--json")
                .exits(0)
                .json()
                .get("certificate");
        assertTrue(own.get("issuer").stringValue().contains("OU=zone lighting"));
    }

    @Test
    void aZoneLetsDevicesInOnlyWhileTheHomeIsOpen() {
        shell.root("zone", "rules", "lighting", "--pairing", "in-window").exits(0);
        assertTrue(pair(MATTER, "Lamp", "--confirm", "presence")
                .exits(1)
                .findings()
                .contains("pairing.window-closed"));
        assertFalse(shell.run("pairing", "show", "--json")
                .exits(0)
                .json()
                .get("open")
                .booleanValue());
        shell.run("pairing", "open", "--minutes", "481").exits(2);
        var open = shell.run("pairing", "open", "--minutes", "15", "--json")
                .exits(0)
                .json();
        assertEquals("2026-11-22T09:15:00Z", open.get("closes").stringValue());
        pair(MATTER, "Lamp", "--confirm", "presence").exits(0);
        shell.run("pairing", "close").exits(0);
        pair(THREAD, "Second", "--confirm", "presence").exits(1);
        assertEquals(
                "in-window",
                shell.run("zone", "rules", "lighting", "--json")
                        .exits(0)
                        .json()
                        .get("pairing")
                        .stringValue());
    }

    @Test
    void changesTheRulesOfAZoneWithTheRootOnly() {
        shell.run("zone", "rules", "lighting", "--attestation", "claimed").exits(3);
        shell.run("zone", "rules", "nowhere").exits(1);
        var people = shell.run("zone", "rules", "lighting").exits(0).out();
        assertTrue(people.contains("No maker has to vouch"), people);
    }

    @Test
    void refusesWhatNoMakerVouchesForWhereAZoneAsksForIt() {
        var first = requests.of("Lamp");
        approve(DeviceRequests.label(first, ""), csr(first), "Lamp").exits(0);
        shell.root("zone", "rules", "lighting", "--attestation", "claimed").exits(0);
        var second = requests.of("Lamp two");
        var refused = approve(DeviceRequests.label(second, ""), csr(second), "Lamp two");
        assertTrue(refused.exits(1).findings().contains("attestation.too-low"));
        shell.run("device", "renew", "Lamp", "--csr", csr("Lamp")).exits(0); // who is in stays in
    }

    @Test
    void doesNotLetARevokedLabelInAgain() {
        approve(THREAD, csr("Lamp"), "Lamp", "--confirm", "presence").exits(0);
        shell.run("device", "revoke", "Lamp", "--reason", "keyCompromise").exits(0);
        var again = approve(THREAD, csr("Lamp"), "Lamp again", "--confirm", "presence")
                .exits(1);
        assertTrue(again.findings().contains("mark.taken-back"));
        assertEquals(List.of("mark.taken-back"), alarms());
    }

    @Test
    void remembersThatADeviceWasSeen() {
        pair(MATTER, "Lamp", "--confirm", "presence").exits(0);
        var seen = shell.run("device", "seen", "Lamp", "--json").exits(0).json().get("device");
        assertEquals("owner", seen.get("seenBy").stringValue());
        assertEquals("trusted", state("Lamp"));
        shell.run("device", "seen").exits(2);
    }

    @Test
    void findsDevicesInAHubsLog() {
        var request = requests.of("Lamp");
        approve(DeviceRequests.label(request, ""), csr(request), "Lamp").exits(0);
        var id = shell.run("device", "show", "Lamp", "--json").json().get("id").stringValue();
        var log = shell.file(
                "mosquitto.log",
                "x".repeat(100_000)
                        + "\n1764000000: New client connected from 10.0.0.7:5321 as Lamp (p5, c1, k60, u'CN=Lamp,"
                        + "serialNumber=" + id + ",OU=zone lighting,O=abc').\n");
        assertEquals(
                "Lamp",
                shell.run("device", "seen", "--log", log.toString(), "--json")
                        .exits(0)
                        .json()
                        .get("seen")
                        .get(0)
                        .get("name")
                        .stringValue());
        assertEquals("trusted", state("Lamp"));
        var again = shell.run("device", "seen", "--log", log.toString()).exits(0);
        assertTrue(again.out().contains(": 0."), again.out());
    }
}
