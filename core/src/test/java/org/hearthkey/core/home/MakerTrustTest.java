package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.attest.TrustAnchor;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerTrustTest {
    private static final TestMaker MAKER = new TestMaker();

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

    private static Shown shown(Certificate certificate) {
        return TestMaker.shown("file", certificate);
    }

    private TrustImport wanted(AnchorUse use, Certificate certificate) {
        return TrustImport.of(
                List.of(shown(certificate)), Optional.of(use), home.makerTrust().all());
    }

    private void trust(AnchorUse use, Certificate certificate) throws Exception {
        try (var root = TestHomes.rootPassphrase()) {
            home.makerTrust().add(wanted(use, certificate), RootSecret.of(root));
        }
    }

    private List<String> acts() {
        return home.journal().newest(Long.MAX_VALUE, 100).stream()
                .map(JournalEntry::act)
                .toList();
    }

    @Test
    void keepsWhomTheOwnerTrusts() throws Exception {
        trust(AnchorUse.MATTER, MAKER.paa.certificate());
        home.close();
        home = clock.open(file);
        assertEquals(
                List.of(MAKER.paa.certificate()),
                home.makerTrust().all().stream().map(TrustAnchor::certificate).toList());
        assertTrue(acts().contains("trust.add"));
        try (var root = TestHomes.rootPassphrase()) {
            home.makerTrust().remove(MAKER.paa.certificate().fingerprint(), RootSecret.of(root));
        }
        assertEquals(List.of(), home.makerTrust().all());
        assertTrue(acts().contains("trust.remove"));
    }

    @Test
    void theUnlockedHomeAloneChangesNothing() {
        var wanted = wanted(AnchorUse.MATTER, MAKER.paa.certificate());
        try (var wrong = TestHomes.passphrase()) {
            assertThrows(RefusedException.class, () -> home.makerTrust().add(wanted, RootSecret.of(wrong)));
        }
        assertEquals(List.of(), home.makerTrust().all());
        assertTrue(!acts().contains("trust.add"));
    }

    @Test
    void anImportThatIsOutOfDateIsRefused() throws Exception {
        var wanted = wanted(AnchorUse.MATTER, MAKER.paa.certificate());
        trust(AnchorUse.MATTER, MAKER.paa.certificate());
        try (var root = TestHomes.rootPassphrase()) {
            assertThrows(IllegalArgumentException.class, () -> home.makerTrust().add(wanted, RootSecret.of(root)));
        }
        assertEquals(
                List.of("trust.present"),
                wanted(AnchorUse.MATTER, MAKER.paa.certificate()).findings().stream()
                        .map(Finding::code)
                        .toList());
    }

    private List<String> leftOut(AnchorUse use, Certificate certificate) {
        var found = wanted(use, certificate);
        assertEquals(List.of(), found.wanted());
        return found.findings().stream().map(Finding::code).toList();
    }

    @Test
    void leavesOutWhatCannotBeTrusted() {
        assertEquals(List.of("trust.rule-broken"), leftOut(AnchorUse.MATTER, MAKER.pai.certificate()));
        assertEquals(List.of("trust.rule-broken"), leftOut(AnchorUse.MATTER, MAKER.identityRoot.certificate()));
        var test = MAKER.root(TestMaker.name("Trial", "FFF1", ""), 1);
        assertEquals(List.of("trust.test-vendor"), leftOut(AnchorUse.MATTER, test.certificate()));
        assertEquals(
                List.of("trust.rule-broken"),
                leftOut(AnchorUse.IDENTITY, MAKER.identity("OAK-1").certificate()));
    }

    @Test
    void readsABagOfCertificates() {
        var bag = TestMaker.message(
                MAKER.identityRoot,
                "1.2.840.113549.1.7.1",
                new byte[] {1},
                List.of(MAKER.identityRoot.certificate(), MAKER.paa.certificate()));
        var found = TrustImport.of(List.of(new Shown("makers.p7b", bag)), Optional.empty(), List.of());
        assertEquals(
                List.of(AnchorUse.IDENTITY, AnchorUse.MATTER),
                found.wanted().stream()
                        .map(TrustImport.Wanted::use)
                        .sorted()
                        .toList()
                        .reversed());
    }

    @Test
    void recordsTheGradeWithTheDeviceAndLowersItWithAnotherKey() throws Exception {
        trust(AnchorUse.IDENTITY, MAKER.identityRoot.certificate());
        var identity = MAKER.identity("OAK-7");
        var files = Stream.of(identity.certificate(), MAKER.identityIssuer.certificate())
                .map(MakerTrustTest::shown)
                .toList();
        var application = Application.of(new DeviceName("Lamp"), TestHomes.LIGHTING)
                .request(Requests.of(identity.keys(), "CN=lamp"))
                .attestation(files);
        var review = home.approvals().review(application);
        assertEquals(Grade.ATTESTED, review.judgment().grade());
        var issued = assertInstanceOf(Outcome.Issued.class, home.approvals().issue(new Approval(review)));
        var device = issued.device();
        assertEquals(
                Optional.of(Grade.ATTESTED),
                home.devices().attestation(device.id()).map(AttestationNote::grade));
        var entry = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
        assertEquals("attested", entry.facts().get("grade"));

        var renewal = home.approvals().reviewRenewal(device, Requests.of(Requests.newKeys(), "CN=lamp"), 90);
        assertInstanceOf(Outcome.Issued.class, home.approvals().renew(device, new Approval(renewal)));
        var note = home.devices().attestation(device.id()).orElseThrow();
        assertEquals(Grade.CLAIMED, note.grade());
        assertEquals("key-renewed", note.reason());
    }
}
