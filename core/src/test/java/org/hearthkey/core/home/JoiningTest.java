package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Challenge;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has to be so before a device belongs to the home, and what is kept of it.
class JoiningTest {
    private static final String THREAD = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";
    private static final String SAME_SECRET = "v=1&&eui=0000b57fffe15d69&&cc=KX7P2M4D";
    private static final Confirmation PRESENCE = new Confirmation.Presence();

    @TempDir
    private Path folder;

    private final TestHomes clock = new TestHomes();
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    @Test
    void aDeviceWithoutACertificateIsKnownByItsCode() throws IOException {
        var lamp = pair("Lamp", THREAD);
        var paired = assertInstanceOf(Credential.Paired.class, lamp.credential());
        assertEquals("thread", paired.kind());
        assertEquals(Optional.empty(), paired.end());
        assertEquals(DeviceState.UNSEEN, lamp.stateAt(clock.instant()));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        assertEquals(paired, device("Lamp").credential());
    }

    @Test
    void whatOnlyNamesADevicePairsNone() {
        assertRefused("pairing.no-code", review(pairing("Lamp", "https://maker.example/setup")));
        assertRefused("pairing.no-code", review(application("Lamp").keySource(KeySource.PAIRING_ONLY)));
    }

    @Test
    void aCodeThatBindsNoKeyNeedsSomebodyToLook() {
        var plain =
                application("Lamp").label(Requests.code(THREAD)).request(Requests.of(Requests.newKeys(), "CN=lamp"));
        assertRefused("confirmation.absent", review(plain));
        assertTrue(review(plain.confirmation(PRESENCE)).mayApprove());
    }

    @Test
    void sixDigitsHoldForOneKeyAndOneChallenge() {
        var request = Requests.of(Requests.newKeys(), "CN=lamp");
        var plain = application("Lamp").label(Requests.code(THREAD)).request(request);
        var challenge = new Challenge("004711");
        var right = challenge.answer(request.publicKey());
        assertTrue(review(plain.confirmation(digits(challenge, right.substring(0, 3) + " " + right.substring(3))))
                .mayApprove());
        assertRefused("confirmation.digits-differ", review(plain.confirmation(digits(new Challenge("004712"), right))));
        var another =
                challenge.answer(Requests.of(Requests.newKeys(), "CN=lamp").publicKey());
        assertRefused("confirmation.digits-differ", review(plain.confirmation(digits(challenge, another))));
    }

    @Test
    void aSecondKeyForAUsedLabelIsRefusedAndKeptAsAnAlarm() {
        var first = approve("Camera", Requests.newKeys());
        var review = review(labelled("Camera 2", keysOf, Requests.newKeys()));
        assertRefused("label.key-differs", review);
        assertEquals(Optional.of(first.id()), review.passesFor());
        var raised = home.alarms().refused(review);
        assertEquals(List.of("label.key-differs", "mark.label-used"), codesOf(raised));
        assertEquals(List.of(), home.alarms().refused(review), "the same attempt is one alarm");
        assertEquals(2, home.alarms().unseen().size());
        assertEquals(DeviceState.UNSEEN, device("Camera").stateAt(clock.instant()), "the first still counts");
        home.alarms().unseen().forEach(home.alarms()::look);
        assertEquals(List.of(), home.alarms().unseen());
    }

    @Test
    void aLabelThatIsScannedAgainIsNoAlarm() {
        approve("Camera", Requests.newKeys());
        var again = review(application("Camera 2").label(Requests.label(keysOf, "")));
        assertRefused("mark.label-used", again);
        assertEquals(List.of(), home.alarms().refused(again));
        var sameKey = review(labelled("Camera 2", keysOf, keysOf));
        assertRefused("key.duplicate", sameKey);
        assertEquals(List.of(), home.alarms().refused(sameKey));
    }

    @Test
    void twoDevicesNeverShareASecret() {
        pair("Lamp", THREAD);
        assertRefused("mark.secret-duplicate", review(pairing("Plug", SAME_SECRET)));
    }

    @Test
    void whatWasTakenBackComesBackOnlyWithAWarningAndAStolenSecretNever() {
        revoke(pair("Lamp", THREAD), Reason.CESSATION_OF_OPERATION);
        var again = review(pairing("Lamp again", THREAD));
        assertTrue(again.mayApprove());
        assertTrue(codes(again).contains("mark.used-before"));
        revoke(pair("Plug", "v=1&&eui=0000b57fffe15d70&&cc=AB3DEF7H"), Reason.KEY_COMPROMISE);
        assertRefused("mark.taken-back", review(pairing("Plug again", "v=1&&eui=0000b57fffe15d70&&cc=AB3DEF7H")));
    }

    @Test
    void aPairingThatWasTakenBackIsRevoked() {
        var lamp = revoke(pair("Lamp", THREAD), Reason.KEY_COMPROMISE);
        assertEquals(DeviceState.REVOKED, lamp.stateAt(clock.instant()));
        assertEquals(
                Optional.of(Reason.KEY_COMPROMISE), lamp.credential().revoked().map(Credential.Revoked::reason));
    }

    @Test
    void manyDevicesInAnHourAreWorthAQuestion() {
        for (int i = 0; i < 10; i++) {
            approve("Lamp " + i, Requests.newKeys());
        }
        assertTrue(codes(review(pairing("Plug", THREAD))).contains("pairing.too-many"));
        clock.pass(Duration.ofMinutes(61));
        assertFalse(codes(review(pairing("Plug", THREAD))).contains("pairing.too-many"));
    }

    @Test
    void aZoneMayLetDevicesInOnlyWhileTheHomeIsOpen() throws Exception {
        change(new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.IN_WINDOW, Grade.NONE));
        assertRefused("pairing.window-closed", review(pairing("Lamp", THREAD)));
        home.zoneRulings().open(ZoneRulings.WINDOW);
        assertTrue(review(pairing("Lamp", THREAD)).mayApprove());
        clock.pass(ZoneRulings.WINDOW);
        assertRefused("pairing.window-closed", review(pairing("Lamp", THREAD)));
        home.zoneRulings().open(ZoneRulings.WINDOW);
        home.zoneRulings().open(Duration.ZERO);
        assertEquals(Optional.empty(), home.zoneRulings().openUntil());
    }

    @Test
    void rulesOfAZoneTakeTheRootsSecret() throws Exception {
        var rules = new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.IN_WINDOW, Grade.NONE);
        try (var wrong = new Passphrase("not the root's words at all".toCharArray())) {
            assertThrows(
                    RefusedException.class,
                    () -> home.zoneRulings().change(TestHomes.LIGHTING, rules, RootSecret.of(wrong)));
        }
        assertEquals(ZoneRules.NONE, home.zoneRulings().rules(TestHomes.LIGHTING));
    }

    @Test
    void aDeviceThatHasToComeBackGetsOneDayAndThenItsOwnCertificate() throws Exception {
        try (var root = TestHomes.rootPassphrase()) {
            home.addZone(ZoneRules.ONBOARDING, RootSecret.of(root));
        }
        change(new ZoneRules(ZoneRules.SetUp.FRESH_KEY, ZoneRules.Pairing.ANY_TIME, Grade.NONE));
        var first = Requests.newKeys();
        var camera = approve("Camera", first);
        var onboarding = camera.certified().orElseThrow();
        assertEquals(ZoneRules.ONBOARDING, onboarding.issuer());
        assertTrue(camera.isBeingSetUp());
        assertEquals(Duration.ofHours(24), Duration.between(onboarding.notBefore(), onboarding.notAfter()));

        var same = Requests.of(first, "CN=camera");
        assertRefused("setup.same-key", home.approvals().reviewRenewal(camera, same, 90, PRESENCE));
        var fresh = Requests.of(Requests.newKeys(), "CN=camera");
        assertRefused("confirmation.absent", home.approvals().reviewRenewal(camera, fresh, 90));
        var review = home.approvals().reviewRenewal(camera, fresh, 90, PRESENCE);
        var issued = assertInstanceOf(Outcome.Issued.class, home.approvals().renew(camera, new Approval(review)));
        assertFalse(issued.device().isBeingSetUp());
        assertEquals(
                TestHomes.LIGHTING, issued.device().certified().orElseThrow().issuer());
    }

    @Test
    void aFreshKeyNeedsAZoneToWaitIn() {
        var rules = new ZoneRules(ZoneRules.SetUp.FRESH_KEY, ZoneRules.Pairing.ANY_TIME, Grade.NONE);
        assertEquals(
                Optional.of("setup.no-onboarding-zone"),
                home.zoneRulings().refusal(TestHomes.LIGHTING, rules).map(Finding::code));
    }

    @Test
    void revokingADeviceThatIsBeingSetUpSignsTheListThatNamesIt() throws Exception {
        try (var root = TestHomes.rootPassphrase()) {
            home.addZone(ZoneRules.ONBOARDING, RootSecret.of(root));
        }
        change(new ZoneRules(ZoneRules.SetUp.FRESH_KEY, ZoneRules.Pairing.ANY_TIME, Grade.NONE));
        revoke(approve("Camera", Requests.newKeys()), Reason.KEY_COMPROMISE);
        var list = home.lists().newest(new Role.Zone(ZoneRules.ONBOARDING)).orElseThrow();
        assertEquals(1, list.entries());
    }

    @Test
    void anApprovalLapsesUnlessTheDeviceIsSeen() {
        approve("Camera", Requests.newKeys());
        clock.pass(Duration.ofDays(14));
        assertEquals(DeviceState.LAPSED, device("Camera").stateAt(clock.instant()));
        var seen = home.sightings().saw(device("Camera"), Sighting.Source.OWNER);
        assertEquals(DeviceState.TRUSTED, seen.stateAt(clock.instant()));
        clock.pass(Duration.ofDays(1));
        assertEquals(
                seen.seen(), home.sightings().saw(seen, Sighting.Source.PROBE).seen(), "the first time counts");
    }

    @Test
    void aDeviceThatAsksForItsNextCertificateWasSeen() {
        renew(approve("Camera", Requests.newKeys()), Requests.newKeys());
        assertEquals(
                Optional.of(Sighting.Source.RENEWAL), device("Camera").seen().map(Sighting::source));
    }

    @Test
    void aHubsLogTellsWhoWasLetIn() throws IOException {
        var camera = approve("Camera", Requests.newKeys());
        approve("Doorbell", Requests.newKeys());
        var log = """
            1763812800: New connection from 192.168.1.20:40022 on port 8883.
            1763812800: New client connected from 192.168.1.20:40022 as auto-1 (p5, c1, k60, u'CN=Camera,serialNumber=%s,OU=zone lighting').
            1763812801: OpenSSL Error: alert, serialNumber=11111111-2222-4333-8444-555555555555
            """.formatted(camera.id());
        var seen = home.sightings().readLog(new BufferedReader(new StringReader(log)));
        assertEquals(
                List.of("Camera"),
                seen.stream().map(device -> device.name().text()).toList());
        assertEquals(
                Optional.of(Sighting.Source.HUB_LOG), device("Camera").seen().map(Sighting::source));
    }

    @Test
    void aCodeIsShownOnlyToWhoeverHasTheRootsSecret() throws Exception {
        var lamp = pair("Lamp", THREAD);
        assertEquals("thread", home.setupCodes().find(lamp).orElseThrow().kind());
        try (var wrong = new Passphrase("not the root's words at all".toCharArray())) {
            assertThrows(
                    RefusedException.class,
                    () -> home.setupCodes().open(lamp, SetupCodes.Use.SHOW, RootSecret.of(wrong)));
        }
        try (var root = TestHomes.rootPassphrase();
                var code = home.setupCodes().open(lamp, SetupCodes.Use.SHOW, RootSecret.of(root))) {
            assertEquals(THREAD, code.use(bytes -> new String(bytes, UTF_8)));
            home.setupCodes().destroy(lamp, RootSecret.of(root));
        }
        assertEquals(Optional.empty(), home.setupCodes().find(lamp));
        assertRefused("mark.label-used", review(pairing("Plug", THREAD)));
    }

    @Test
    void aCodeAndThePhotoOfItsLabelAreShownTogether() throws Exception {
        var lamp = pair("Lamp", THREAD);
        byte[] picture = {1, 2, 3};
        home.setupCodes().keepPhoto(lamp, SecretBytes.owning(picture.clone()));
        var shows = acts("setup-code.show");
        OpenedLabel shown;
        try (var root = TestHomes.rootPassphrase();
                var label = home.setupCodes().show(lamp, RootSecret.of(root))) {
            shown = label;
            assertEquals(THREAD, label.code().use(bytes -> new String(bytes, UTF_8)));
            assertArrayEquals(picture, label.photo().orElseThrow().use(byte[]::clone));
        }
        assertThrows(IllegalStateException.class, () -> shown.code().use(byte[]::clone));
        assertThrows(
                IllegalStateException.class, () -> shown.photo().orElseThrow().use(byte[]::clone));
        assertEquals(shows + 1, acts("setup-code.show"));
    }

    private int acts(String act) {
        var found = new ArrayList<JournalEntry>();
        home.journal().each(act, found::add);
        return found.size();
    }

    private KeyPair keysOf = Requests.newKeys();

    private Device approve(String name, KeyPair keys) {
        keysOf = keys;
        var review = review(labelled(name, keys, keys));
        assertTrue(review.mayApprove(), codes(review)::toString);
        assertInstanceOf(Outcome.Issued.class, home.approvals().issue(new Approval(review)));
        return device(name);
    }

    private static Application labelled(String name, KeyPair label, KeyPair shown) {
        return application(name).label(Requests.label(label, "")).request(Requests.of(shown, "CN=device"));
    }

    private Device pair(String name, String code) {
        var review = review(pairing(name, code));
        assertTrue(review.mayApprove(), codes(review)::toString);
        return assertInstanceOf(Outcome.Paired.class, home.approvals().issue(new Approval(review)))
                .device();
    }

    private static Application pairing(String name, String code) {
        return application(name)
                .label(Requests.code(code))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(PRESENCE);
    }

    private void renew(Device device, KeyPair keys) {
        var review = home.approvals().reviewRenewal(device, Requests.of(keys, "CN=device"), 90);
        assertInstanceOf(Outcome.Issued.class, home.approvals().renew(device, new Approval(review)));
    }

    private Device revoke(Device device, Reason reason) {
        home.revocations().revoke(new RevocationApproval(home.revocations().review(device, reason)));
        return device(device.name().text());
    }

    private void change(ZoneRules rules) throws Exception {
        try (var root = TestHomes.rootPassphrase()) {
            home.zoneRulings().change(TestHomes.LIGHTING, rules, RootSecret.of(root));
        }
    }

    private Device device(String name) {
        return home.devices().find(new DeviceName(name)).orElseThrow();
    }

    private static Application application(String name) {
        return Application.of(new DeviceName(name), TestHomes.LIGHTING);
    }

    private static Confirmation digits(Challenge challenge, String answer) {
        return new Confirmation.Digits(challenge, answer);
    }

    private Review review(Application application) {
        return home.approvals().review(application);
    }

    private static List<String> codes(Review review) {
        return review.findings().stream().map(Finding::code).toList();
    }

    private static List<String> codesOf(List<Alarm> alarms) {
        return alarms.stream().map(Alarm::code).toList();
    }

    private static void assertRefused(String code, Review review) {
        var refusals = review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .map(Finding::code)
                .toList();
        assertTrue(refusals.contains(code), refusals::toString);
    }
}
