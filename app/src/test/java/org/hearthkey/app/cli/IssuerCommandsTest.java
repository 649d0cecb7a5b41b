package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Zones, their revocation lists, and the journal that tells of both.
class IssuerCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    @Test
    void addsAZoneWithTheRootsPassphrase() {
        var added = shell.root("zone", "add", "living-room", "--json").exits(0).json();
        assertEquals("living-room", added.get("name").stringValue());
        assertEquals("living-room.home.arpa", added.get("dnsName").stringValue());
        assertEquals(
                added,
                shell.run("zone", "show", "living-room", "--json").exits(0).json());
        var zones = shell.run("zone", "list", "--json").exits(0).json();
        assertEquals(List.of("lighting", "climate", "security", "living-room"), texts(zones, "name"));
        assertEquals(
                List.of("name", "issuerFingerprint", "notAfter"),
                List.copyOf(zones.get(0).propertyNames()));
        assertTrue(shell.run("zone", "list").exits(0).out().contains("living-room  0        22 Nov 2031"));
        assertTrue(shell.run("zone", "show", "lighting").exits(0).out().startsWith("Lighting: 0 devices"));
    }

    @Test
    void addsNoZoneWithoutTheRootsPassphrase() {
        shell.run("zone", "add", "cellar").exits(3);
        shell.secretFile("root-passphrase", Shell.PASSPHRASE);
        assertEquals(
                "{\"refused\":\"wrong-secret\"}\n",
                shell.root("zone", "add", "cellar", "--json").exits(3).out());
        shell.run("zone", "show", "cellar").exits(1);
    }

    @Test
    void asksForTheRootPassphraseAtTheTerminal() {
        shell.typing(Shell.ROOT_PASSPHRASE);
        shell.run("zone", "add", "cellar").exits(0);
    }

    @Test
    void refusesAZoneThatIsThere() {
        shell.root("zone", "add", "Lighting").exits(1);
    }

    @Test
    void signsTheNextListOfOneIssuer() {
        for (var issuer : List.of("lighting", "services", "root")) {
            var list = shell.root("crl", "sign", "--zone", issuer, "--json")
                    .exits(0)
                    .json();
            assertEquals(issuer, list.get("zone").stringValue());
            // As many as the lists to come, which have numbers as well.
            var before = issuer.equals("root") ? 2 : 13;
            assertEquals(
                    Shell.TODAY.getEpochSecond() + before, list.get("crlNumber").asLong());
        }
        shell.run("crl", "sign", "--zone", "cellar").exits(1);
        shell.run("crl", "sign", "--zone", "root").exits(3);
    }

    @Test
    void signsTheListsOfAllButTheRoot() {
        var signed = shell.run("crl", "sign", "--json").exits(0).json();
        assertEquals(List.of("services", "lighting", "climate", "security"), texts(signed, "zone"));
        var newest = shell.run("crl", "show", "--json").exits(0).json();
        assertEquals(List.of("root", "services", "lighting", "climate", "security"), texts(newest, "zone"));
        assertEquals(
                Shell.TODAY.getEpochSecond(), newest.get(0).get("crlNumber").asLong());
        assertEquals(
                Shell.TODAY.getEpochSecond() + 13,
                newest.get(1).get("crlNumber").asLong());
        assertEquals("2027-11-28T09:00:01Z", newest.get(1).get("coveredUntil").stringValue());
        var shown = shell.run("crl", "show").exits(0).out();
        assertTrue(shown.contains("27 Dec 2026") && shown.contains("28 Nov 2027"), shown);
    }

    @Test
    void signsListsForTheMonthsToCome() {
        var climate = shell.run("crl", "lifeline", "--zone", "climate", "--months", "24", "--json")
                .exits(0)
                .json();
        assertEquals("climate", climate.get("zone").stringValue());
        assertTrue(climate.get("coveredUntil").stringValue().compareTo("2028-11-22") >= 0);
        assertEquals("2026-12-27T09:00:01Z", climate.get("nextUpdate").stringValue());
        var all = shell.run("crl", "lifeline", "--json").exits(0).json();
        assertEquals(List.of("services", "lighting", "climate", "security"), texts(all, "zone"));
        assertEquals(
                List.of("2027-11-28T09:00:01Z", "2027-11-28T09:00:02Z"),
                texts(all, "coveredUntil").stream().distinct().toList());
        // In half a year, though nobody was at home, another list is in force.
        var later = shell.run("crl", "show", "--at", "2027-05-22T12:00:00Z", "--json")
                .exits(0)
                .json();
        assertTrue(later.get(2).get("nextUpdate").stringValue().compareTo("2027-05-22") > 0);
        assertEquals(
                all.get(1).get("crlNumber").asLong() + 6,
                later.get(2).get("crlNumber").asLong());
        for (var months : List.of("0", "61")) {
            assertTrue(shell.run("crl", "lifeline", "--months", months)
                    .exits(2)
                    .err()
                    .contains("1 to 60 months"));
        }
    }

    @Test
    void listsTheJournalNewestFirstAndProvesIt() {
        shell.run("crl", "sign", "--zone", "climate").exits(0);
        var newest =
                shell.run("journal", "list", "--limit", "1", "--json").exits(0).json();
        assertEquals("crl.sign", newest.get(0).get("act").stringValue());
        assertEquals("climate", newest.get(0).get("facts").get("issuer").stringValue());
        var all = shell.run("journal", "list", "--json").exits(0).json();
        var verified = shell.run("journal", "verify", "--json").exits(0).json();
        assertEquals(List.of("size", "rootHash", "intact"), List.copyOf(verified.propertyNames()));
        assertEquals(all.size(), verified.get("size").asInt());
        assertTrue(verified.get("intact").booleanValue());
        assertTrue(verified.get("rootHash").stringValue().matches("[0-9a-f]{64}"));
        assertFalse(shell.run("journal", "list").exits(0).out().isBlank());
    }

    @Test
    void drawsTheTimelineAsTextAndCsv() {
        var rows = shell.run("timeline", "--json").exits(0).json();
        assertEquals(10, rows.size());
        assertEquals("root", rows.get(9).get("kind").stringValue());
        var text = shell.run("timeline").exits(0).out();
        assertTrue(text.contains("28 Nov 2027"), text);
        var csv = shell.run("timeline", "--format", "csv").exits(0).out();
        assertTrue(csv.startsWith("kind,name,zone,notBefore,renewFrom,notAfter,effectiveNotAfter,state\nlist,"), csv);
        var out = shell.path("timeline.csv").toString();
        shell.run("timeline", "--format", "csv", "--out", out).exits(0);
        shell.run("timeline", "--format", "csv", "--out", out).exits(5);
        shell.run("timeline", "--format", "csv", "--out", out, "--replace").exits(0);
    }

    @Test
    void keepsFormulasOutOfSpreadsheets() {
        shell.run(
                        "device",
                        "approve",
                        "--make-key",
                        "--name",
                        "=1+1, \"x\"",
                        "--zone",
                        "climate",
                        "--out",
                        shell.path("out").toString())
                .exits(0);
        var csv = shell.run("timeline", "--format", "csv").exits(0).out();
        assertTrue(csv.contains("\ndevice,\"'=1+1, \"\"x\"\"\",climate,"), csv);
    }

    @Test
    void takesTheCertificateOfAHubBack() throws IOException {
        var usb = Files.createDirectory(shell.path("usb")).toString();
        shell.run("export", "usb", usb).exits(0);
        shell.run("hub", "revoke", "hub", "--reason", "keyCompromise").exits(1);
        Things.certifyHub(shell);
        var certificate = shell.path("Hub-cert.pem").toString();
        var list = shell.later(Shell.TODAY.plusSeconds(60))
                .run("hub", "revoke", "hub", "--reason", "keyCompromise", "--json")
                .exits(0)
                .json();
        assertEquals("services", list.get("zone").stringValue());
        assertEquals(1, list.get("entries").intValue());
        shell.run("hub", "revoke", "hub", "--reason", "keyCompromise").exits(1);
        var journal = shell.run("journal", "list").exits(0).out();
        assertTrue(journal.contains("hub.revoke"), journal);
        assertEquals(
                List.of("forecast.hub-revoked"),
                shell.run("export", "usb", usb, "--json").exits(1).findings());
        shell.root("export", "usb", usb).exits(0);
        Peer.of("openssl", shell.path("usb/hearthkey"))
                .run(
                        "verify",
                        "-crl_check",
                        "-attime",
                        Long.toString(Shell.TODAY.getEpochSecond() + 120),
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "services/issuer.pem",
                        "-CRLfile",
                        "services/crl.pem",
                        certificate)
                .refuses("certificate revoked");
    }

    private static List<String> texts(JsonNode array, String member) {
        return array.valueStream().map(node -> node.get(member).stringValue()).toList();
    }
}
