package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeRequests() {
        shell = Shell.withHome(folder);
        request("old.csr", "rsa:2048");
        request("new.csr", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    private void request(String name, String... key) {
        var command = new ArrayList<>(List.of("req", "-new", "-nodes", "-keyout", name + ".key", "-out", name));
        command.addAll(List.of("-subj", "/CN=" + name, "-newkey"));
        command.addAll(List.of(key));
        Peer.of("openssl", folder).run(command.toArray(String[]::new)).accepts();
    }

    private Shell.Answer approve(String csr, String name, String zone, String... more) {
        var command = new ArrayList<>(
                List.of("device", "approve", "--csr", shell.path(csr).toString()));
        command.addAll(List.of("--name", name, "--zone", zone, "--json"));
        command.addAll(List.of(more));
        return shell.run(command.toArray(String[]::new));
    }

    @Test
    void keepsAKindOfKeyToItsZones() {
        shell.root("profile", "set-zone", "legacy-rsa2048", "climate").exits(0);
        assertTrue(
                approve("old.csr", "Old lamp", "lighting").exits(1).findings().contains("profile.not-in-zone"));
        approve("old.csr", "Old boiler", "climate").exits(0);
        approve("new.csr", "New lamp", "lighting").exits(0);
        var shown = shell.run("profile", "show", "legacy-rsa2048", "--json").json();
        assertEquals("Old boiler", shown.get("devices").get(0).stringValue());
        assertEquals(1, shown.get("devices").size());
        assertEquals("climate", shown.get("zones").get(0).stringValue());
        shell.root("profile", "set-zone", "legacy-rsa2048").exits(0);
        assertEquals(
                0,
                shell.run("profile", "show", "legacy-rsa2048", "--json")
                        .json()
                        .get("zones")
                        .size());
        shell.root("profile", "set-zone", "legacy-rsa2048", "attic").exits(1);
        shell.run("profile", "show", "rot13").exits(1);
        assertEquals(5, shell.run("profile", "list", "--json").json().size());
        shell.run("profile", "list").exits(0);
        shell.run("journal", "verify").exits(0);
    }

    @Test
    void noCertificateOutlivesItsProfile() {
        shell.later(Instant.parse("2030-11-01T00:00:00Z"));
        assertTrue(
                approve("old.csr", "Old lamp", "lighting").exits(1).findings().contains("profile.ended"));
        approve("old.csr", "Old lamp", "lighting", "--days", "30").exits(0);
        approve("new.csr", "New lamp", "lighting").exits(0);
    }

    @Test
    void namesTheDevicesWhoseKeysBecomeTooWeak() {
        shell.later(Instant.parse("2028-12-01T00:00:00Z"));
        approve("old.csr", "Old lamp", "lighting").exits(0);
        approve("new.csr", "New lamp", "lighting").exits(0);
        assertFalse(shell.run("profile", "list").exits(0).out().contains("Old lamp"));
        shell.later(Instant.parse("2029-01-02T00:00:00Z"));
        var warned = shell.run("profile", "list").exits(0).out();
        assertTrue(warned.contains("legacy-rsa2048 are too weak after 31 Dec 2030"), warned);
        assertTrue(warned.contains("Old lamp"), warned);
        assertFalse(warned.contains("New lamp"), warned);
        var weak = shell.run("profile", "list", "--json").json().get(2);
        assertEquals("2030-12-31T23:59:59Z", weak.get("notAfter").stringValue());
        assertEquals("2028-12-31T23:59:59Z", weak.get("warnFrom").stringValue());
        assertEquals(112, weak.get("strength").intValue());
        assertEquals("Old lamp", weak.get("devices").get(0).stringValue());
    }

    @Test
    void theTimelineSaysWhenAKindOfKeyBecomesTooWeak() {
        shell.later(Instant.parse("2030-10-20T00:00:00Z"));
        approve("new.csr", "New lamp", "lighting").exits(0);
        assertEquals(List.of(), keysOnTimeline());
        approve("old.csr", "Old lamp", "lighting", "--days", "60").exits(0);
        assertEquals(List.of("2030-12-31T23:59:59Z"), keysOnTimeline());
        var keys = shell.run("timeline").exits(0).out().lines().filter(line -> line.contains("legacy-rsa2048"));
        assertEquals(
                List.of("31 Dec 2030  in 72 days  Kind of key  legacy-rsa2048  Ends soon"),
                keys.map(line -> line.replaceAll(" {2,}", "  ").strip()).toList());
        shell.run("device", "revoke", "Old lamp", "--reason", "superseded").exits(0);
        assertEquals(List.of(), keysOnTimeline());
    }

    private List<String> keysOnTimeline() {
        return shell.run("timeline", "--json")
                .exits(0)
                .json()
                .valueStream()
                .filter(row -> row.get("kind").stringValue().equals("keys"))
                .map(row -> row.get("effectiveNotAfter").stringValue())
                .toList();
    }

    @Test
    void refusesAnotherKindThanWasExpected() {
        assertEquals(
                List.of("profile.differs"),
                approve("old.csr", "Old lamp", "lighting", "--profile", "p256")
                        .exits(1)
                        .findings());
        approve("new.csr", "New lamp", "lighting", "--profile", "p256").exits(0);
    }
}
