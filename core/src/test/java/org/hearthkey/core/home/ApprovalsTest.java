package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.approve.Review;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.revoke.RevocationApproval;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One home, in which a garage camera and a doorbell live; the doorbell is revoked.
class ApprovalsTest {
    private static final KeyPair CAMERA = Requests.newKeys();
    private static final KeyPair DOORBELL = Requests.newKeys();

    @TempDir
    private static Path folder;

    private static Home home;

    private final KeyPair keys = Requests.newKeys();

    @BeforeAll
    static void createsAHome() throws IOException {
        home = new TestHomes().create(folder.resolve("Maple.hearth"));
        issue(application("Garage camera").request(Requests.of(CAMERA, "CN=camera")));
        issue(application("Doorbell").request(Requests.of(DOORBELL, "CN=doorbell")));
        var doorbell = home.devices().find(new DeviceName("Doorbell")).orElseThrow();
        home.revocations().revoke(new RevocationApproval(home.revocations().review(doorbell, Reason.KEY_COMPROMISE)));
    }

    @AfterAll
    static void closesIt() {
        home.close();
    }

    @Test
    void aKeyThatEqualsItsLabelSpeaksForTheDevice() {
        var review = review(lamp().label(Requests.label(keys, "")).request(request()));
        assertTrue(review.mayApprove());
        assertEquals(List.of("code.binds-key", "label.key-equal", "possession.proven", "key.new"), codes(review));
    }

    @Test
    void refusesAKeyThatIsNotTheLabels() {
        var review = review(lamp().label(Requests.label(CAMERA, "")).request(request()));
        assertRefused("label.key-differs", review);
    }

    @Test
    void aShortHashCanRefuseAndNeverVouch() {
        var right = review(
                lamp().label(Requests.shortLabel(keys)).request(request()).confirmation(new Confirmation.Presence()));
        assertTrue(right.mayApprove());
        assertTrue(codes(right).contains("label.too-short"));
        assertRefused(
                "label.short-differs",
                review(lamp().label(Requests.shortLabel(CAMERA))
                        .request(request())
                        .confirmation(new Confirmation.Presence())));
    }

    @Test
    void aRequestWithoutALabelIsNotCompared() {
        var review = review(lamp().request(request()));
        assertTrue(review.mayApprove());
        assertTrue(codes(review).contains("label.not-compared"));
    }

    @Test
    void refusesALabelWithoutARequest() {
        assertRefused("request.absent", review(lamp().label(Requests.label(keys, ""))));
    }

    @Test
    void refusesARequestThatSomebodyElseSigned() {
        var forged = Requests.forged(keys, Requests.newKeys(), "CN=lamp");
        assertRefused(
                "possession.failed",
                review(lamp().label(Requests.label(keys, "")).request(forged)));
    }

    @Test
    void refusesTheKeyOfAnotherDevice() {
        assertRefused("key.duplicate", review(lamp().request(Requests.of(CAMERA, "CN=lamp"))));
    }

    @Test
    void refusesAKeyThatWasRevoked() {
        assertRefused("key.revoked", review(lamp().request(Requests.of(DOORBELL, "CN=lamp"))));
    }

    @Test
    void refusesAWeakKeyAndWarnsOfALegacyOne() {
        assertRefused("key.weak", review(lamp().request(Requests.of(Requests.newKeys("RSA", 1024), "CN=lamp"))));
        var legacy = review(lamp().request(Requests.of(Requests.newKeys("RSA", 2048), "CN=lamp")));
        assertTrue(legacy.mayApprove());
        assertTrue(codes(legacy).contains("key.legacy"));
    }

    @Test
    void refusesACurveThatHubsDoNotServe() {
        assertRefused("key.not-served", review(lamp().request(Requests.of(Requests.newKeys("EC", 521), "CN=lamp"))));
    }

    @Test
    void refusesANameThatIsTakenInAnyCase() {
        assertRefused("name.duplicate", review(application("GARAGE camera").request(request())));
    }

    @Test
    void refusesAnAddressThatIsTakenUnderAnotherName() {
        assertRefused("name.address-taken", review(application("Garage-camera").request(request())));
    }

    @Test
    void refusesAZoneThatIsNotThere() {
        var nowhere = Application.of(new DeviceName("Lamp"), new ZoneName("garden"));
        assertRefused("zone.unknown", review(nowhere.request(request())));
    }

    @Test
    void refusesALifetimeOutOfRange() {
        assertRefused("validity.out-of-range", review(lamp().request(request()).lasting(398)));
        assertRefused("validity.out-of-range", review(lamp().request(request()).lasting(0)));
        assertTrue(review(lamp().request(request()).lasting(397)).mayApprove());
    }

    @Test
    void namesTheExtensionsThatAreDropped() {
        var review = review(lamp().request(Requests.ambitious(keys, "CN=lamp")));
        assertTrue(review.mayApprove());
        assertTrue(codes(review).contains("request.extensions-dropped"));
    }

    @Test
    void warnsWhenLabelAndRequestNameDifferentSerialNumbers() {
        var review =
                review(lamp().label(Requests.label(keys, "?sn=A1")).request(Requests.of(keys, "CN=lamp,2.5.4.5=B2")));
        assertTrue(review.mayApprove());
        assertTrue(codes(review).contains("label.hint-differs"));
    }

    @Test
    void aKeyMadeHereIsHandedOverOnce() {
        var review = review(application("Old radio").keySource(KeySource.MADE_HERE));
        assertTrue(codes(review).contains("key.made-here"));
        var issued = assertInstanceOf(Outcome.Issued.class, home.approvals().issue(new Approval(review)));
        try (var made = issued.madeKey().orElseThrow()) {
            assertTrue(made.pkcs12().length > 0);
        }
    }

    @Test
    void noKeyIsMadeForALabelThatNamesOne() {
        var review = review(lamp().label(Requests.label(keys, "")).keySource(KeySource.MADE_HERE));
        assertRefused("key.not-the-devices", review);
    }

    @Test
    void anApprovalBuysOneCertificate() {
        var approval = new Approval(review(application("Shelf lamp").request(request())));
        assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval));
        assertThrows(IllegalStateException.class, () -> home.approvals().issue(approval));
    }

    @Test
    void whatChangedSinceTheReviewIsSeen() {
        var application = application("Desk lamp").request(request());
        var approval = new Approval(review(application));
        issue(application);
        var refused = assertInstanceOf(Outcome.Refused.class, home.approvals().issue(approval));
        assertFalse(refused.review().mayApprove());
    }

    private CertificateRequest request() {
        return Requests.of(keys, "CN=lamp");
    }

    private static Application lamp() {
        return application("Bedroom lamp");
    }

    private static Application application(String name) {
        return Application.of(new DeviceName(name), TestHomes.LIGHTING);
    }

    private static Review review(Application application) {
        return home.approvals().review(application);
    }

    private static void issue(Application application) {
        assertInstanceOf(Outcome.Issued.class, home.approvals().issue(new Approval(review(application))));
    }

    private static List<String> codes(Review review) {
        return review.findings().stream().map(Finding::code).toList();
    }

    private static void assertRefused(String code, Review review) {
        var refusals = review.findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .map(Finding::code)
                .toList();
        assertEquals(List.of(code), refusals);
        assertThrows(IllegalArgumentException.class, () -> new Approval(review));
    }
}
