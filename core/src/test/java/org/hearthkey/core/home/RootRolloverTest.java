package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Chain;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.Flaw;
import org.hearthkey.core.deliver.HubMachine;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home changes its root while its devices and hubs go on.
class RootRolloverTest {
    private final TestHomes clock = new TestHomes();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase other = new Passphrase("seven quiet herons at dusk".toCharArray());

    @TempDir
    private Path folder;

    private Home home;
    private Outcome.Issued lamp;

    @BeforeEach
    void createsAHome() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.now())); // GnuTLS lives in the present
        home = clock.create(folder.resolve("Maple.hearth"));
        lamp = approve("Desk lamp");
    }

    @AfterEach
    void closesAll() {
        home.close();
        List.of(root, other).forEach(Passphrase::close);
    }

    private Outcome.Issued approve(String name) {
        var application = Application.of(new DeviceName(name), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=device"));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval));
    }

    private RootSecret secret() {
        return RootSecret.of(root);
    }

    private Rollover begin() throws RefusedException, IOException {
        return home.rootRollover()
                .begin(
                        secret(),
                        new NextRoot.InFile(
                                KeyProfile.P384, List.of(new LockPlan.Remembered(root, Argon2Cost.MINIMUM))));
    }

    private Rollover finish() throws RefusedException, IOException {
        home.rootRollover().knows(lamp.device());
        return home.rootRollover().finish(secret(), 0);
    }

    private Certificate issuer(ZoneName zone) {
        return home.issuers().zone(zone).orElseThrow().issuer().certificate();
    }

    @Test
    void everyPathIsAcceptedAndGnutlsWantsTheDirectOnes() throws Exception {
        var before = issuer(TestHomes.LIGHTING);
        var rollover = begin();
        assertEquals(rollover.oldRoot().subject(), rollover.newRoot().subject());
        finish();
        var now = clock.instant();
        var after = issuer(TestHomes.LIGHTING);
        var leaf = lamp.certificate();
        assertEquals(Optional.empty(), new Chain(leaf, before).complaint(rollover.oldRoot(), now));
        assertEquals(Optional.empty(), new Chain(leaf, after).complaint(rollover.newRoot(), now));
        assertEquals(
                Optional.empty(), new Chain(leaf, after, rollover.newWithOld()).complaint(rollover.oldRoot(), now));
        assertEquals(
                Optional.empty(), new Chain(leaf, before, rollover.oldWithNew()).complaint(rollover.newRoot(), now));
        assertTrue(new Chain(leaf, after).complaint(rollover.oldRoot(), now).isPresent());

        write("old.pem", rollover.oldRoot());
        write("new.pem", rollover.newRoot());
        write("new-path.pem", after, rollover.newWithOld());
        write("old-path.pem", before, rollover.oldWithNew());
        write("after.pem", after);
        write("before.pem", before);
        write("leaf.pem", leaf);
        openssl("old.pem", "before.pem").accepts();
        openssl("new.pem", "after.pem").accepts();
        openssl("old.pem", "new-path.pem").accepts();
        openssl("new.pem", "old-path.pem").accepts();
        openssl("old.pem", "after.pem").refuses("error");
        write("chain-old.pem", leaf, after, rollover.newWithOld());
        write("chain-new.pem", leaf, before, rollover.oldWithNew());
        write("direct-old.pem", leaf, before);
        write("direct-new.pem", leaf, after);
        gnutls("old.pem", "direct-old.pem").accepts();
        gnutls("new.pem", "direct-new.pem").accepts();
        // It counts self-issued certificates for the path length, which RFC 5280 does not.
        gnutls("old.pem", "chain-old.pem").refuses("violates the signer's constraints");
        gnutls("new.pem", "chain-new.pem").refuses("violates the signer's constraints");
    }

    private Peer.Answer openssl(String trusted, String untrusted) {
        return Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-x509_strict",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond()),
                        "-CAfile",
                        trusted,
                        "-untrusted",
                        untrusted,
                        "leaf.pem");
    }

    private Peer.Answer gnutls(String trusted, String chain) {
        return Peer.of("certtool", folder).run("--verify", "--load-ca-certificate", trusted, "--infile", chain);
    }

    private void write(String name, Certificate... certificates) throws IOException {
        Files.writeString(
                folder.resolve(name),
                Stream.of(certificates).map(Certificate::pem).collect(Collectors.joining()));
    }

    @Test
    void keepsKeysTwinsAndEndsOfTheIssuersBelow() throws Exception {
        var zone = home.issuers().zone(TestHomes.SECURITY).orElseThrow().issuer();
        var services = home.issuers().services();
        var old = home.issuers().root().certificate();
        begin();
        assertEquals(old, home.issuers().root().certificate());
        var rollover = finish();
        assertEquals(rollover.newRoot(), home.issuers().root().certificate());
        var again = home.issuers().zone(TestHomes.SECURITY).orElseThrow().issuer();
        assertEquals(zone.twin(), again.twin());
        assertEquals(zone.certificate().publicKey(), again.certificate().publicKey());
        assertEquals(zone.certificate().notAfter(), again.certificate().notAfter());
        assertNotEquals(zone.certificate().serial(), again.certificate().serial());
        assertTrue(home.issuers().services().certificate().isSignedBy(rollover.newRoot()));
        assertEquals(services.twin(), home.issuers().services().twin());
        home.addZone(new ZoneName("garden"), RootSecret.of(root));
        assertTrue(issuer(new ZoneName("garden")).isSignedBy(rollover.newRoot()));
    }

    @Test
    void finishesOnlyWhenEveryDeviceKnowsTheNewRootOrIsGivenUp() throws Exception {
        begin();
        Device second = approve("Hall lamp").device();
        assertEquals(2, home.rootRollover().trust().left());
        home.rootRollover().knows(second);
        home.rootRollover().knows(second);
        assertEquals(
                List.of("Desk lamp"),
                home.rootRollover().learners(9).stream()
                        .map(RolloverRecords.Learner::name)
                        .toList());
        assertThrows(IllegalStateException.class, () -> home.rootRollover().finish(secret(), 0));
        assertTrue(home.rootRollover().isUnderWay());
        home.rootRollover().finish(secret(), 1);
        assertFalse(home.rootRollover().isUnderWay());
    }

    @Test
    void aFileWithTheNewRootIsNotYetTrustInIt() throws Exception {
        home.rootRollover().handed(lamp.device());
        assertEquals(List.of(), home.rootRollover().learners(9));
        assertEquals(List.of(), home.rootRollover().roots());
        var rollover = begin();
        assertEquals(
                List.of(rollover.oldRoot(), rollover.newRoot()),
                home.rootRollover().roots());
        home.rootRollover().handed(lamp.device());
        clock.pass(Duration.ofDays(1));
        home.rootRollover().handed(lamp.device());
        assertEquals(new RolloverRecords.Trust(0, 1, 1), home.rootRollover().trust());
        assertEquals(
                Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                home.rootRollover().learners(9).getFirst().handed());
        assertThrows(IllegalStateException.class, () -> home.rootRollover().finish(secret(), 0));
        home.rootRollover().knows(lamp.device());
        assertEquals(new RolloverRecords.Trust(1, 0, 1), home.rootRollover().trust());
        assertEquals(List.of(), home.rootRollover().learners(9));
        home.rootRollover().finish(secret(), 0);
        assertEquals(List.of(rollover.newRoot()), home.rootRollover().roots());
    }

    /// Both roots have one name, so that the new root's list is heard below the old one's key too.
    @Test
    void takingAnIssuerBackTakesBackWhatItHadFromTheOldRoot() throws Exception {
        var before = issuer(TestHomes.LIGHTING);
        var rollover = begin();
        finish();
        home.withdrawals().withdraw(TestHomes.LIGHTING, Reason.KEY_COMPROMISE, RootSecret.of(root));
        var list = home.lists().crl(new Role.Root()).orElseThrow();
        assertTrue(list.lists(before.serial()));
        assertTrue(list.lists(issuer(TestHomes.LIGHTING).serial()));
        write("new.pem", rollover.newRoot());
        write("old-path.pem", before, rollover.oldWithNew());
        write("before.pem", before);
        Files.writeString(folder.resolve("root-list.pem"), list.pem());
        Peer.of("openssl", folder)
                .run(
                        "verify",
                        "-crl_check_all",
                        "-attime",
                        Long.toString(clock.instant().getEpochSecond()),
                        "-CAfile",
                        "new.pem",
                        "-CRLfile",
                        "root-list.pem",
                        "-untrusted",
                        "old-path.pem",
                        "before.pem")
                .refuses("certificate revoked");
    }

    @Test
    void wrongSecretsOfTheNewRootAreCounted() throws Exception {
        home.close();
        clock.counting(new KeptInMemory());
        home = clock.open(folder.resolve("Maple.hearth"));
        begin();
        for (int i = 0; i < 4; i++) {
            assertThrows(RefusedException.class, () -> home.rootRollover().finish(RootSecret.of(other), 1));
        }
        assertThrows(TooSoonException.class, () -> home.rootRollover().finish(secret(), 1));
    }

    @Test
    void whatWasTakenBackIsNotCertifiedAgain() throws Exception {
        home.withdrawals().withdraw(TestHomes.SECURITY, Reason.KEY_COMPROMISE, RootSecret.of(root));
        var taken = issuer(TestHomes.SECURITY);
        begin();
        finish();
        assertEquals(taken, issuer(TestHomes.SECURITY));
        assertTrue(home.issuers().withdrawn(TestHomes.SECURITY).isPresent());
    }

    @Test
    void aNewRootPassphraseOpensBothAndSheetsGiveTheNewOneUp() throws Exception {
        begin();
        home.rootWays()
                .change(new LockSecret.Remembered(root), List.of(new LockPlan.Remembered(other, Argon2Cost.MINIMUM)));
        assertThrows(RefusedException.class, () -> home.rootRollover().finish(secret(), 1));
        home.rootRollover().finish(RootSecret.of(other), 1);
        assertEquals(
                home.rootRollover().state().orElseThrow().newRoot(),
                home.issuers().root().certificate());
    }

    @Test
    void aNewRootCanBeGivenUp() throws Exception {
        var old = home.issuers().root().certificate();
        begin();
        home.rootRollover().cancel(RootSecret.of(root));
        assertEquals(Optional.empty(), home.rootRollover().state());
        assertEquals(old, home.issuers().root().certificate());
        begin();
        assertTrue(home.rootRollover().isUnderWay());
    }

    @Test
    void aBundleWhoseRootsDoNotVouchForEachOtherIsUnsound() throws Exception {
        var stick = Files.createDirectory(folder.resolve("stick"));
        begin();
        home.deliveries().export(stick);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, clock.instant()));
        var rollover = stick.resolve("hearthkey/rollover");
        Files.copy(
                rollover.resolve("old-with-new.pem"),
                rollover.resolve("new-with-old.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        var unsound = assertInstanceOf(BundleVerdict.Unsound.class, BundleReader.verify(stick, clock.instant()));
        assertTrue(unsound.flaws().stream().anyMatch(flaw -> flaw.code() == Flaw.Code.ROLLOVER_UNFIT));
    }

    /// A hub that was set up with the old root alone.
    @Test
    void aHubThatTrustsTheOldRootIsLedToTheNewOne() throws Exception {
        var hub = new HubMachine(folder);
        deliver(hub);
        hub.meet(home.issuers().root().certificate().fingerprint());
        hub.take().accepts();
        begin();
        deliver(hub);
        hub.take().accepts();
        var early = hub.stick.resolve("hearthkey/rollover/new-root.pem");
        assertTrue(Files.exists(early));
        finish();
        deliver(hub);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(hub.stick, clock.instant()));
        hub.take().accepts().says("new root");
        deliver(hub);
        hub.take().accepts();
    }

    @Test
    void aHubThatNeverSawTheNewRootDoesNotTakeItForGranted() throws Exception {
        var hub = new HubMachine(folder);
        deliver(hub);
        hub.meet(home.issuers().root().certificate().fingerprint());
        hub.take().accepts();
        begin();
        finish();
        deliver(hub);
        hub.take().refuses("was not signed by this home");
    }

    private void deliver(HubMachine hub) throws Exception {
        clock.pass(Duration.ofMinutes(1));
        hub.clock(clock.instant());
        home.deliveries().export(hub.stick);
    }
}
