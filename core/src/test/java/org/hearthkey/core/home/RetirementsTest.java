package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.TlogProof;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Retirement.Proof;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetirementsTest {
    private static final String LAMP_CODE = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";
    private static final AccountName CLOUD = new AccountName("Acme account of Ida");

    private final TestHomes clock = new TestHomes();
    private final KeyPair keys = Requests.newKeys();

    @TempDir
    private Path folder;

    private Path drive;
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
        drive = Files.createDirectory(folder.resolve("drive"));
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    @Test
    void eachStepIsKeptAndGoneOnWithAnotherDay() throws Exception {
        var camera = approve("Camera", keys);
        home.retirements().add(camera, CLOUD, Account.Sort.VENDOR_CLOUD);
        assertFalse(home.retirements().of(camera).isBegun());
        assertEquals("retire.not-begun", why(home.retirements().of(camera)));

        var begun = home.retirements().begin(camera);
        assertEquals(List.of(Step.HUB, Step.ACCOUNTS, Step.RESET), begun.open());
        assertEquals(DeviceState.REVOKED, begun.device().stateAt(clock.instant()));
        assertEquals(
                Reason.CESSATION_OF_OPERATION,
                begun.device().credential().revoked().orElseThrow().reason());
        assertEquals("retire.steps-open", why(begun));
        assertThrows(IllegalStateException.class, () -> home.retirements().finish(camera));

        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        clock.pass(Duration.ofDays(1));
        home.deliveries().export(drive);
        var delivered = home.retirements().of(camera);
        assertInstanceOf(Proof.Recorded.class, delivered.proof(Step.HUB));
        assertEquals("retire.accounts-open", code(home.retirements().review(camera, Step.ACCOUNTS)));
        assertThrows(IllegalArgumentException.class, () -> home.retirements().confirm(camera, Step.ACCOUNTS));
        home.retirements().tickOff(camera, home.retirements().accounts(camera).getFirst());
        home.retirements().confirm(camera, Step.ACCOUNTS);
        home.retirements().confirm(camera, Step.RESET);

        var retired = home.retirements().finish(camera);
        assertTrue(retired.isRetired());
        assertEquals(DeviceState.RETIRED, retired.device().stateAt(clock.instant()));
        assertEquals(1, home.devices().count(DeviceQuery.all(clock.instant()).in(DeviceState.RETIRED)));
        assertEquals(0, home.devices().count(DeviceQuery.all(clock.instant()).in(DeviceState.REVOKED)));
        assertEquals(retired, home.retirements().finish(camera));
    }

    @Test
    void theJournalProvesItToAnybody() {
        var retired = retire(approve("Camera", keys));
        var proof = home.checkpoints().prove(retired.entry().orElseThrow()).orElseThrow();
        var read = TlogProof.parse(proof.toString()).orElseThrow();
        var entry = new String(read.verified(home.checkpoints().verifier()).orElseThrow(), UTF_8);
        assertTrue(entry.contains("\"act\":\"device.retire\""), entry);
        assertTrue(entry.contains("\"ownersWord\":[\"hub\",\"accounts\",\"factory-reset\"]"), entry);
        assertFalse(entry.contains("Camera"), "Names stay behind their salt");
    }

    @Test
    void nothingOfItComesBack() {
        var camera = approve("Camera", keys);
        retire(camera);
        var oldKey = application("Camera 2").request(Requests.of(keys, "CN=Camera"));
        assertEquals(List.of("key.revoked"), refusals(oldKey));
        var label = Requests.label(keys, "?sn=1");
        var copied = application("Camera 3").label(label).request(Requests.of(keys, "CN=Camera"));
        assertTrue(refusals(copied).contains("key.revoked"));
        var renewal = home.approvals().reviewRenewal(camera, Requests.of(Requests.newKeys(), "CN=Camera"), 90);
        assertTrue(codes(renewal.findings()).contains("device.retired"));
        assertFalse(renewal.mayApprove());
    }

    @Test
    void theOldCodeIsRefusedUntilTheOwnerSaysThatItStartsAnew() throws Exception {
        var lamp = pair("Lamp");
        home.retirements().begin(lamp);
        assertTrue(codes(home.approvals().review(paired("Lamp 2")).findings()).contains("mark.retired"));
        try (var root = TestHomes.rootPassphrase()) {
            home.setupCodes().destroy(lamp, RootSecret.of(root));
        }
        assertEquals(
                new Proof.NotNeeded(), home.retirements().of(lamp).proof(Step.HUB), "No list reaches a paired device");
        var retired = retire(lamp);
        assertInstanceOf(Proof.Recorded.class, retired.proof(Step.SETUP_CODE));
        assertTrue(codes(home.approvals().review(paired("Lamp 2")).findings()).contains("mark.retired"));

        try (var wrong = TestHomes.passphrase()) {
            assertThrows(RefusedException.class, () -> home.retirements().repurpose(lamp, RootSecret.of(wrong)));
        }
        try (var root = TestHomes.rootPassphrase()) {
            home.retirements().repurpose(lamp, RootSecret.of(root));
        }
        assertTrue(refusals(paired("Lamp")).contains("name.duplicate"), "The old identity stays retired");
        assertEquals(List.of(), refusals(paired("Lamp 2")));
        assertNotEquals(lamp.id(), pair("Lamp 2").id());
        assertEquals(DeviceState.RETIRED, state("Lamp"));
    }

    @Test
    void theCodeMustBeDestroyedFirst() {
        var lamp = pair("Lamp");
        home.retirements().begin(lamp);
        home.retirements().confirm(lamp, Step.ACCOUNTS);
        var open = home.retirements().confirm(lamp, Step.RESET);
        assertEquals(List.of(Step.SETUP_CODE), open.open());
        assertThrows(IllegalArgumentException.class, () -> home.retirements().confirm(lamp, Step.SETUP_CODE));
    }

    @Test
    void whatEndedByItselfIsTakenBackAsWell() {
        var camera = approve("Camera", keys);
        clock.pass(Duration.ofDays(100));
        assertEquals(DeviceState.ENDED, state("Camera"));
        retire(camera);
        assertEquals(List.of("key.revoked"), refusals(application("Other").request(Requests.of(keys, "CN=x"))));
    }

    @Test
    void whatWasRevokedBeforeKeepsItsReason() {
        var camera = approve("Camera", keys);
        home.revocations().revoke(new RevocationApproval(home.revocations().review(camera, Reason.KEY_COMPROMISE)));
        var retired = retire(camera);
        assertEquals(
                Reason.KEY_COMPROMISE,
                retired.device().credential().revoked().orElseThrow().reason());
    }

    @Test
    void aBundleOfTheSameSecondCountsOnlyIfItCameAfter() throws IOException {
        var camera = approve("Camera", keys);
        home.deliveries().export(drive);
        home.retirements().begin(camera);
        assertEquals(new Proof.Open(), home.retirements().of(camera).proof(Step.HUB));
        home.deliveries().export(drive);
        assertInstanceOf(Proof.Recorded.class, home.retirements().of(camera).proof(Step.HUB));
    }

    @Test
    void openSslRefusesTheOldCertificate() throws IOException {
        var camera = approve("Camera", keys);
        home.deliveries().export(drive);
        var leaf = home.devices()
                .certificate(camera.certified().orElseThrow().serial())
                .orElseThrow();
        Files.writeString(folder.resolve("leaf.pem"), leaf.pem());
        openSsl().accepts();
        home.retirements().begin(camera);
        home.deliveries().export(drive);
        openSsl().refuses("certificate revoked");
    }

    private Peer.Answer openSsl() {
        var zone = drive.resolve("hearthkey/zones/security");
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond() + 5),
                        "-crl_check",
                        "-CRLfile",
                        zone.resolve("crl.pem").toString(),
                        "-CAfile",
                        zone.resolve("anchor.pem").toString(),
                        "leaf.pem");
    }

    private Retirement retire(Device device) {
        home.retirements().begin(device);
        for (var step : List.of(Step.HUB, Step.ACCOUNTS, Step.RESET)) {
            home.retirements().confirm(device, step);
        }
        return home.retirements().finish(device);
    }

    private static Application application(String name) {
        return Application.of(new DeviceName(name), TestHomes.SECURITY);
    }

    private Device approve(String name, KeyPair with) {
        var application = application(name).request(Requests.of(with, "CN=" + name));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .device();
    }

    private static Application paired(String name) {
        return Application.of(new DeviceName(name), TestHomes.LIGHTING)
                .label(Requests.code(LAMP_CODE))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence());
    }

    private Device pair(String name) {
        var review = home.approvals().review(paired(name));
        return assertInstanceOf(Outcome.Paired.class, home.approvals().issue(new Approval(review)))
                .device();
    }

    private DeviceState state(String name) {
        return home.devices().find(new DeviceName(name)).orElseThrow().stateAt(clock.instant());
    }

    private List<String> refusals(Application application) {
        return home.approvals().review(application).findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .map(Finding::code)
                .toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private String why(Retirement retirement) {
        return code(home.retirements().review(retirement));
    }

    private static String code(Optional<Finding> finding) {
        return finding.map(Finding::code).orElse("");
    }
}
