package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.HitException;
import org.hearthkey.core.deliver.Taken;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.revoke.Lifeline;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastsTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path drive;
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
        drive = Files.createDirectory(folder.resolve("drive"));
        for (var name : List.of("Camera", "Doorbell", "Lock")) {
            approve(name, TestHomes.SECURITY);
        }
        approve("Lamp", TestHomes.LIGHTING);
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    @Test
    void aPlaceOfWhichNothingIsKnownIsTakenToKnowNothing() throws IOException {
        revoke("Camera");
        var security = security(home.forecasts().at(drive));
        assertEquals(List.of("Camera"), security.newly().first());
        assertEquals(0, security.before());
        assertEquals(List.of("Doorbell", "Lock"), security.goingOn().first());
    }

    @Test
    void comparesWithWhatThePlaceTookLastEvenWithinOneSecond() throws IOException {
        revoke("Camera");
        home.deliveries().export(drive);
        revoke("Doorbell");
        var security = security(home.forecasts().at(drive));
        assertEquals(List.of("Doorbell"), security.newly().first());
        assertEquals(1, security.before());
        assertEquals(List.of("Lock"), security.goingOn().first());
    }

    @Test
    void eachPlaceIsComparedWithItsOwnLastBundle() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        home.deliveries().export(drive);
        clock.pass(Duration.ofDays(1));
        revoke("Camera");
        clock.pass(Duration.ofDays(1));
        home.deliveries().export(other);
        assertEquals(1, home.forecasts().at(drive).newlyRefused());
        assertEquals(0, home.forecasts().at(other).newlyRefused());
        assertEquals(
                List.of(other.toString(), drive.toString()),
                home.forecasts().places().stream().map(Taken::place).toList());
    }

    /// Two sticks may be mounted at one path, one after the other.
    @Test
    void whatLiesOnTheDriveCountsMoreThanWhatWasWrittenToItsPath() throws IOException {
        home.deliveries().export(drive);
        var first = Files.move(drive, folder.resolve("first-stick"));
        clock.pass(Duration.ofDays(1));
        revoke("Camera");
        clock.pass(Duration.ofDays(1));
        home.deliveries().export(Files.createDirectory(drive));
        assertEquals(0, home.forecasts().at(drive).newlyRefused());
        Files.move(drive, folder.resolve("second-stick"));
        Files.move(first, drive);
        assertEquals(1, home.forecasts().at(drive).newlyRefused());
    }

    @Test
    void saysWhatRevokingWouldDoAndChangesNothing() throws IOException {
        home.deliveries().export(drive);
        var before = home.journal().size();
        var asked = List.of(device("Lock"), device("Camera"));
        var security = security(home.forecasts().at(drive, asked));
        assertEquals(List.of("Lock", "Camera"), security.newly().first());
        assertEquals(List.of("Doorbell"), security.goingOn().first());
        assertEquals(before, home.journal().size());
        assertEquals(0, home.forecasts().at(drive).newlyRefused());
    }

    @Test
    void namesFewAndCountsAll() {
        for (var name : List.of("Camera", "Doorbell")) {
            revoke(name);
        }
        var security = security(home.forecasts().of(Taken.nothing(""), List.of(device("Lock")), 1));
        assertEquals(List.of("Lock"), security.newly().first());
        assertEquals(3, security.newly().count());
        assertEquals(2, security.newly().more());
    }

    @Test
    void isSafeUntilTheFirstLifelineEnds() throws IOException {
        assertEquals(firstEnd(), home.forecasts().at(drive).safeUntil());
        clock.pass(Duration.ofDays(20));
        var foreseen = home.forecasts().at(drive).safeUntil();
        assertTrue(foreseen.isAfter(firstEnd()), "The export signs what is due");
        home.deliveries().export(drive);
        assertEquals(firstEnd(), foreseen);
    }

    private Instant firstEnd() {
        return home.lists().lifelines().stream()
                .map(Lifeline::end)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void aWholeZoneIsHandedOutOnlyWithTheRootsSecret() throws Exception {
        home.deliveries().export(drive);
        var before = Files.readString(drive.resolve("hearthkey/MANIFEST.json"));
        List.of("Camera", "Doorbell", "Lock").forEach(this::revoke);
        var entries = home.journal().size();
        var hit = assertThrows(HitException.class, () -> home.deliveries().export(drive));
        assertEquals(
                List.of("forecast.zone-empty"),
                hit.hits().stream().map(Finding::code).toList());
        assertEquals(entries, home.journal().size(), "Nothing was signed");
        assertEquals(before, Files.readString(drive.resolve("hearthkey/MANIFEST.json")));
        try (var wrong = TestHomes.passphrase()) {
            var refused = assertThrows(
                    RefusedException.class,
                    () -> home.deliveries().export(drive, RootSecret.of(wrong), DeliveryProgress.NONE));
            assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        }
        try (var root = TestHomes.rootPassphrase()) {
            home.deliveries().export(drive, RootSecret.of(root), DeliveryProgress.NONE);
        }
        assertTrue(home.journal().newest(Long.MAX_VALUE, 10).stream()
                .anyMatch(entry -> entry.act().equals("forecast.confirm")));
        home.deliveries().export(drive);
    }

    @Test
    void anotherHomesBundleIsNotReplacedWithoutTheRootsSecret() throws IOException {
        try (var neighbor = clock.create(folder.resolve("Neighbor.hearth"))) {
            neighbor.deliveries().export(drive);
        }
        assertEquals(
                List.of("forecast.other-home"),
                home.forecasts().at(drive).hits().stream().map(Finding::code).toList());
        assertThrows(HitException.class, () -> home.deliveries().export(drive));
    }

    @Test
    void seesThatThePlaceHasANewerBundleThanThisHomeKnowsOf() throws IOException {
        home.close();
        var copy = Files.copy(folder.resolve("Maple.hearth"), folder.resolve("Older.hearth"));
        home = clock.open(folder.resolve("Maple.hearth"));
        home.deliveries().export(drive);
        Files.delete(drive.resolve("hearthkey/journal/" + home.facts().id().text() + ".checkpoint"));
        home.close();
        home = clock.open(copy);
        assertEquals(
                List.of("forecast.place-newer"),
                home.forecasts().at(drive).hits().stream().map(Finding::code).toList());
    }

    /// Of two copies of a home that had no bundle yet, each makes a second signer of its own.
    @Test
    void aBundleOfAnotherSecondSignerIsNotReplacedWithoutTheRootsSecret() throws Exception {
        home.close();
        var copy = Files.copy(folder.resolve("Maple.hearth"), folder.resolve("Other.hearth"));
        home = clock.open(folder.resolve("Maple.hearth"));
        home.deliveries().export(drive);
        Files.delete(drive.resolve("hearthkey/journal/" + home.facts().id().text() + ".checkpoint"));
        home.close();
        home = clock.open(copy);
        clock.pass(Duration.ofMinutes(1));
        home.deliveries().export(Files.createDirectory(folder.resolve("elsewhere")));
        assertEquals(
                List.of("forecast.other-second-signer"),
                home.forecasts().at(drive).hits().stream().map(Finding::code).toList());
        assertThrows(HitException.class, () -> home.deliveries().export(drive));
        try (var root = TestHomes.rootPassphrase()) {
            home.deliveries().export(drive, RootSecret.of(root), DeliveryProgress.NONE);
        }
        assertEquals(List.of(), home.forecasts().at(drive).hits());
    }

    @Test
    void aPairedOrEndedDeviceIsNeitherRefusedNorGoingOn() throws IOException {
        clock.pass(Duration.ofDays(91));
        var forecast = home.forecasts().at(drive);
        assertEquals(0, forecast.goingOn());
        assertEquals(0, forecast.newlyRefused());
        assertFalse(forecast.safeUntil().isBefore(clock.instant()));
    }

    private static Forecast.Zone security(Forecast forecast) {
        return forecast.zones().stream()
                .filter(zone -> zone.name().equals(TestHomes.SECURITY))
                .findFirst()
                .orElseThrow();
    }

    private Device device(String name) {
        return home.devices().find(new DeviceName(name)).orElseThrow();
    }

    private void approve(String name, ZoneName zone) {
        var application =
                Application.of(new DeviceName(name), zone).request(Requests.of(Requests.newKeys(), "CN=" + name));
        assertInstanceOf(
                Outcome.Issued.class,
                home.approvals().issue(new Approval(home.approvals().review(application))));
    }

    private void revoke(String name) {
        home.revocations()
                .revoke(new RevocationApproval(home.revocations().review(device(name), Reason.KEY_COMPROMISE)));
    }
}
