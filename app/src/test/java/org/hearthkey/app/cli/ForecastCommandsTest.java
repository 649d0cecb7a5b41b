package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearthkey.app.DeviceRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What would happen, before it does.
class ForecastCommandsTest {
    @TempDir
    private Path folder;

    private final DeviceRequests requests = new DeviceRequests(new SecureRandom());
    private Shell shell;
    private String drive = "";

    @BeforeEach
    void openShell() throws IOException {
        shell = Shell.withHome(folder);
        drive = Files.createDirectory(shell.path("usb")).toString();
        for (var name : List.of("Camera", "Doorbell", "Lock")) {
            var csr = shell.file(name + ".csr", requests.of(name).der().bytes()).toString();
            shell.run("device", "approve", "--csr", csr, "--name", name, "--zone", "security")
                    .exits(0);
        }
    }

    private void revoke(String name) {
        shell.run("device", "revoke", name, "--reason", "keyCompromise").exits(0);
    }

    private static JsonNode zone(JsonNode place, String name) {
        return place.get("zones")
                .valueStream()
                .filter(zone -> zone.get("zone").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysForEachPlaceWhoWouldBeRefusedAndUntilWhenTheHomeIsSafe() {
        var unknown = shell.run("crl", "what-if", "--json").exits(0).json().get("places");
        assertTrue(unknown.get(0).get("place").isNull());
        shell.run("export", "usb", drive).exits(0);
        revoke("Camera");
        var place = shell.run("crl", "what-if", "--json")
                .exits(0)
                .json()
                .get("places")
                .get(0);
        assertEquals(drive, place.get("place").stringValue());
        assertEquals(Shell.TODAY.getEpochSecond(), place.get("lastBundle").asLong());
        var security = zone(place, "security");
        assertEquals("[\"Camera\"]", security.get("newlyRefused").toString());
        assertEquals(2, security.get("goesOnCount").asLong());
        var safe = Instant.parse(place.get("safeUntil").stringValue());
        assertTrue(safe.isAfter(Shell.TODAY.plus(Duration.ofDays(300))), "The lifeline counts: " + safe);
        assertFalse(place.get("needsRoot").booleanValue());
        var people = shell.run("crl", "what-if").exits(0).out();
        assertTrue(people.contains("Refused from then on in Security (1): Camera"), people);
        assertTrue(people.contains("With it your home is safe until"), people);
    }

    @Test
    void saysWhatRevokingWouldDoBeforeItIsDone() {
        shell.run("export", "usb", drive).exits(0);
        var answer = shell.run("crl", "what-if", "--to", drive, "--revoke", "Lock", "Doorbell", "Camera", "--json")
                .exits(0);
        var place = answer.json().get("places").get(0);
        assertTrue(place.get("needsRoot").booleanValue());
        assertEquals(List.of("forecast.zone-empty"), Shell.Answer.codes(place));
        var nothing = shell.run("export", "usb", drive, "--what-if", "--json")
                .exits(0)
                .json();
        assertEquals(0, nothing.get("places").get(0).get("newlyRefusedCount").asLong());
        shell.run("crl", "what-if", "--revoke", "Nobody").exits(1);
    }

    @Test
    void aWholeZoneIsExportedWithTheRootsSecretOnly() throws IOException {
        shell.run("export", "usb", drive).exits(0);
        List.of("Camera", "Doorbell", "Lock").forEach(this::revoke);
        var manifest = Path.of(drive, "hearthkey", "MANIFEST.json");
        var before = Files.readString(manifest);
        var refused = shell.run("export", "usb", drive, "--json").exits(1);
        assertEquals(List.of("forecast.zone-empty"), refused.findings());
        assertTrue(refused.err().contains("hardly mean"), refused::toString);
        assertEquals(before, Files.readString(manifest));
        assertEquals(
                "delivered",
                shell.root("export", "usb", drive, "--json")
                        .exits(0)
                        .json()
                        .get("state")
                        .stringValue());
        shell.run("export", "usb", drive).exits(0);
    }

    @Test
    void somebodyAtTheTerminalIsAskedForTheRootsSecret() {
        shell.run("export", "usb", drive).exits(0);
        List.of("Camera", "Doorbell", "Lock").forEach(this::revoke);
        shell.typing("not the passphrase of the root")
                .run("export", "usb", drive)
                .exits(3);
        var asked =
                shell.typing(Shell.ROOT_PASSPHRASE).run("export", "usb", drive).exits(0);
        assertTrue(asked.err().contains("Nobody in Security would go on"), asked::toString);
    }
}
