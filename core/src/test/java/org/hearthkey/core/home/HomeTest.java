package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path file;
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        home = clock.create(file);
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    @Test
    void aNewHomeHasEveryIssuerAndAListOfEach() {
        assertEquals("Maple House", home.facts().name().text());
        assertEquals(
                List.of("lighting", "security"),
                home.issuers().zones().stream().map(zone -> zone.name().text()).toList());
        assertEquals(
                List.of("root", "services", "lighting", "security"),
                home.lists().newest().stream().map(list -> list.issuer().code()).toList());
        assertTrue(home.issuers().services().twin().isPresent());
    }

    @Test
    void isThereAgainAfterClosing() throws IOException {
        approve("Garage camera", TestHomes.SECURITY);
        var root = home.issuers().root().certificate().fingerprint();
        home.close();
        home = clock.open(file);
        assertEquals(root, home.issuers().root().certificate().fingerprint());
        assertEquals(DeviceState.TRUSTED, state("Garage camera"));
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void refusesTheWrongPassphraseAndLeavesTheFileAsItWas() throws IOException {
        home.close();
        var before = Files.readAllBytes(file);
        try (var wrong = new Passphrase("maple bench at the south window".toCharArray())) {
            var refused = assertInstanceOf(
                    Unlocked.Refused.class, clock.homes().open(file, new LockSecret.Remembered(wrong)));
            assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void doesNotCreateOverAFile() {
        assertThrows(FileAlreadyExistsException.class, () -> clock.create(file));
    }

    @Test
    void anotherWindowIsToldThatTheHomeIsInUse() throws IOException {
        try (var passphrase = TestHomes.passphrase()) {
            var refused = assertInstanceOf(
                    Unlocked.Refused.class, clock.homes().open(file, new LockSecret.Remembered(passphrase)));
            assertEquals(Refusal.IN_USE, refused.refusal());
        }
    }

    @Test
    void aZoneIsAddedByTheRootOnly() throws Exception {
        var garden = new ZoneName("garden");
        try (var passphrase = TestHomes.passphrase()) {
            var refused = assertThrows(RefusedException.class, () -> home.addZone(garden, RootSecret.of(passphrase)));
            assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        }
        try (var root = TestHomes.rootPassphrase()) {
            assertEquals(3, home.addZone(garden, RootSecret.of(root)).policyNumber());
        }
        assertTrue(home.lists().newest(new Role.Zone(garden)).isPresent());
        assertEquals(DeviceState.UNSEEN, approve("Pump", garden).stateAt(clock.instant()));
    }

    @Test
    void aRevokedDeviceIsOnTheNextListOfItsZoneOnly() {
        var camera = approve("Garage camera", TestHomes.SECURITY);
        approve("Bedroom lamp", TestHomes.LIGHTING);
        clock.pass(Duration.ofDays(1));

        var list = revoke(camera, Reason.KEY_COMPROMISE);

        assertEquals(clock.instant().getEpochSecond(), list.number().longValueExact());
        assertEquals(1, list.entries());
        assertEquals(1, home.lists().history(new Role.Zone(TestHomes.LIGHTING)).size());
        assertEquals(DeviceState.REVOKED, state("Garage camera"));
        assertEquals(DeviceState.TRUSTED, state("Bedroom lamp"));
        var crl = home.lists().crl(new Role.Zone(TestHomes.SECURITY)).orElseThrow();
        assertTrue(crl.lists(camera.certified().orElseThrow().serial()));
        assertEquals(1 + list.canaries(), crl.size());
    }

    @Test
    void cannotRevokeTwice() {
        var camera = approve("Garage camera", TestHomes.SECURITY);
        revoke(camera, Reason.KEY_COMPROMISE);
        var again = home.devices().find(camera.name()).orElseThrow();
        assertEquals(
                "device.already-revoked",
                home.revocations()
                        .review(again, Reason.SUPERSEDED)
                        .refusal()
                        .orElseThrow()
                        .code());
    }

    @Test
    void twoListsOfOneIssuerNeverShareASecond() {
        var first = revoke(approve("One", TestHomes.SECURITY), Reason.SUPERSEDED);
        var second = revoke(approve("Two", TestHomes.SECURITY), Reason.SUPERSEDED);
        assertTrue(second.thisUpdate().isAfter(first.thisUpdate()));
    }

    @Test
    void everyActIsInTheJournal() {
        var camera = approve("Garage camera", TestHomes.SECURITY);
        revoke(camera, Reason.KEY_COMPROMISE);
        var acts = home.journal().newest(Long.MAX_VALUE, 100).reversed().stream()
                .map(JournalEntry::act)
                .toList();
        assertEquals("home.create", acts.getFirst());
        assertEquals(
                List.of("device.approve", "device.revoke", "crl.sign"), acts.subList(acts.size() - 3, acts.size()));
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void findsDevicesByWhatWasTold() {
        approve("Garage camera", TestHomes.SECURITY);
        approve("Bedroom lamp", TestHomes.LIGHTING);
        var all = DeviceQuery.all(clock.instant());
        assertEquals(List.of("Bedroom lamp", "Garage camera"), names(all));
        assertEquals(List.of("Garage camera"), names(all.matching("GARAGE")));
        assertEquals(List.of("Bedroom lamp"), names(all.inZone(TestHomes.LIGHTING)));
        assertEquals(List.of(), names(all.matching("%")));
        assertEquals(2, home.devices().count(all.in(DeviceState.UNSEEN)));
        home.devices().page(all, 0, 10).forEach(device -> home.sightings().saw(device, Sighting.Source.OWNER));
        assertEquals(2, home.devices().count(all.in(DeviceState.TRUSTED)));
        clock.pass(Duration.ofDays(61));
        assertEquals(2, home.devices().count(DeviceQuery.all(clock.instant()).in(DeviceState.ENDS_SOON)));
        clock.pass(Duration.ofDays(30));
        assertEquals(2, home.devices().count(DeviceQuery.all(clock.instant()).in(DeviceState.ENDED)));
    }

    @Test
    void stateInSqlIsTheStateInJava() {
        home.sightings().saw(approve("Garage camera", TestHomes.SECURITY), Sighting.Source.PROBE);
        approve("Bedroom lamp", TestHomes.LIGHTING);
        pair("Plug", "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D");
        revoke(approve("Doorbell", TestHomes.SECURITY), Reason.SUPERSEDED);
        var lock = home.retirements().begin(approve("Lock", TestHomes.SECURITY)).device();
        List.of(Step.HUB, Step.ACCOUNTS, Step.RESET)
                .forEach(step -> home.retirements().confirm(lock, step));
        home.retirements().finish(lock);
        for (int day = 0; day < 100; day += 3) {
            var all = DeviceQuery.all(clock.instant());
            for (var state : DeviceState.values()) {
                var inJava = home.devices().page(all, 0, 10).stream()
                        .filter(device -> device.stateAt(clock.instant()) == state)
                        .count();
                assertEquals(inJava, home.devices().count(all.in(state)), state + " on day " + day);
            }
            clock.pass(Duration.ofDays(3));
        }
    }

    @Test
    void renewalKeepsTheDeviceAndItsHistory() {
        var camera = approve("Garage camera", TestHomes.SECURITY);
        clock.pass(Duration.ofDays(70));
        var request = Requests.of(Requests.newKeys(), "CN=Garage camera");
        var review = home.approvals().reviewRenewal(camera, request, 90);
        var renewed = assertInstanceOf(Outcome.Issued.class, home.approvals().renew(camera, new Approval(review)));
        assertEquals(camera.id(), renewed.device().id());
        assertEquals(2, home.devices().history(camera.id()).size());
        assertEquals(DeviceState.TRUSTED, state("Garage camera"));
        assertEquals(2, revoke(renewed.device(), Reason.KEY_COMPROMISE).entries());
    }

    @Test
    void exportsABundleThatVerifiesFromTheDrive() throws IOException {
        revoke(approve("Garage camera", TestHomes.SECURITY), Reason.KEY_COMPROMISE);
        var drive = Files.createDirectory(folder.resolve("drive"));
        var first = home.deliveries().export(drive).bundle().number();
        assertEquals(clock.instant().getEpochSecond(), first);
        assertEquals(first + 1, home.deliveries().export(drive).bundle().number());
        assertTrue(home.deliveries().newest(1).getFirst().delivered().isPresent());
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(drive, clock.instant()));
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void signsListsAnewThatAreTwoWeeksOld() throws IOException {
        var drive = Files.createDirectory(folder.resolve("drive"));
        home.deliveries().export(drive);
        assertEquals(1, lists("lighting"));
        clock.pass(Duration.ofDays(14));
        home.deliveries().export(drive);
        assertEquals(2, lists("lighting"));
        assertEquals(1, lists("root"));
    }

    private int lists(String issuer) {
        return home.lists().newest().stream()
                .filter(list -> list.issuer().code().equals(issuer))
                .findFirst()
                .map(list -> home.lists().history(list.issuer()).size())
                .orElseThrow();
    }

    @Test
    void theTimelineShowsIssuersListsAndDevices() {
        approve("Garage camera", TestHomes.SECURITY);
        assertEquals(1 + 3 + 4, home.timeline().home().size());
        var rows = home.timeline().devices(TestHomes.SECURITY, clock.instant(), 0, 10);
        assertEquals(
                List.of("Garage camera"), rows.stream().map(TimelineRow::name).toList());
    }

    private void pair(String name, String code) {
        var application = Application.of(new DeviceName(name), TestHomes.LIGHTING)
                .label(Requests.code(code))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence());
        var review = home.approvals().review(application);
        assertInstanceOf(Outcome.Paired.class, home.approvals().issue(new Approval(review)));
    }

    private Device approve(String name, ZoneName zone) {
        var application =
                Application.of(new DeviceName(name), zone).request(Requests.of(Requests.newKeys(), "CN=" + name));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .device();
    }

    private SignedList revoke(Device device, Reason reason) {
        return home.revocations()
                .revoke(new RevocationApproval(home.revocations().review(device, reason)));
    }

    private DeviceState state(String name) {
        return home.devices()
                .find(new DeviceName(name))
                .orElseThrow()
                .credential()
                .stateAt(clock.instant());
    }

    private List<String> names(DeviceQuery query) {
        return home.devices().page(query, 0, 100).stream()
                .map(device -> device.name().text())
                .toList();
    }
}
