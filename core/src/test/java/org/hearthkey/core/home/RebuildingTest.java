package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.intermediate.IntermediateApplication;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home whose file is gone, made anew from paper.
class RebuildingTest {
    private static final ZoneName GARDEN = new ZoneName("garden");

    private final TestHomes clock = new TestHomes();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase newPassphrase = new Passphrase("five pebbles in a blue dish".toCharArray());
    private final Passphrase newRoot = new Passphrase("the well behind the old barn".toCharArray());

    @TempDir
    private Path folder;

    private Path rebuilt;
    private Home home;
    private List<Share> shares;
    private SealedCore core;

    @BeforeEach
    void makesSheets() throws Exception {
        rebuilt = folder.resolve("Rebuilt.hearth");
        home = clock.create(folder.resolve("Maple.hearth"));
        try (var passphrase = TestHomes.passphrase()) {
            var draft = home.recoverySheets()
                    .draft(SharePlan.TWO_OF_THREE, new LockSecret.Remembered(passphrase), RootSecret.of(root));
            draft.shares().forEach(draft::readBack);
            home.recoverySheets().keep(draft);
            shares = List.of(draft.shares().get(0), draft.shares().get(2));
        }
        core = SealedCore.read(home.recoverySheets().core().orElseThrow().bytes());
    }

    @AfterEach
    void closesAll() {
        home.close();
        List.of(root, newPassphrase, newRoot).forEach(Passphrase::close);
    }

    /// Away from the file that is lost.
    private Home rebuild(Remains remains) throws Exception {
        home.close();
        Files.delete(folder.resolve("Maple.hearth"));
        clock.pass(Duration.ofDays(1));
        home = rebuild(remains, shares);
        return home;
    }

    private Home rebuild(Remains remains, List<Share> with) throws IOException, RefusedException, ShareException {
        try (var secret = Shares.join(with)) {
            return clock.homes()
                    .rebuild(
                            rebuilt,
                            remains,
                            new LockSecret.Recovered(secret),
                            clock.homes().lockFor(newPassphrase),
                            new NewRoot.InFile(List.of(clock.homes().lockFor(newRoot))),
                            _ -> {});
        }
    }

    private Path stick() throws IOException {
        var stick = folder.resolve("stick");
        if (!Files.exists(stick)) {
            Files.createDirectory(stick);
        }
        home.deliveries().export(stick);
        return stick;
    }

    @Test
    void hasTheSameNameIdAndRootAndNewIssuersBelow() throws Exception {
        var before = home.issuers();
        var facts = home.facts();
        var services = before.services().certificate();
        var lighting = before.zone(TestHomes.LIGHTING).orElseThrow();
        var rootCertificate = before.root().certificate();
        rebuild(Remains.of(core));
        assertEquals(facts.name(), home.facts().name());
        assertEquals(facts.id(), home.facts().id());
        assertEquals(rootCertificate, home.issuers().root().certificate());
        assertNotEquals(
                services.publicKey(), home.issuers().services().certificate().publicKey());
        var anew = home.issuers().zone(TestHomes.LIGHTING).orElseThrow();
        assertNotEquals(
                lighting.issuer().certificate().publicKey(),
                anew.issuer().certificate().publicKey());
        assertEquals(lighting.policyNumber(), anew.policyNumber());
        assertTrue(anew.issuer().certificate().isSignedBy(rootCertificate));
        assertListed(services.serial(), lighting.issuer().certificate().serial());
    }

    private void assertListed(SerialNumber... serials) {
        var list = home.lists().crl(new Role.Root()).orElseThrow();
        for (var serial : serials) {
            assertTrue(list.lists(serial), serial::hex);
        }
    }

    @Test
    void opensToTheNewPassphrasesAndToNoSheets() throws Exception {
        rebuild(Remains.of(core)).close();
        try (var secret = Shares.join(shares)) {
            assertInstanceOf(Unlocked.Refused.class, clock.homes().open(rebuilt, new LockSecret.Recovered(secret)));
        }
        home = assertInstanceOf(
                        Unlocked.Open.class, clock.homes().open(rebuilt, new LockSecret.Remembered(newPassphrase)))
                .home();
        home.addZone(GARDEN, RootSecret.of(newRoot));
        assertThrows(RefusedException.class, () -> home.lists().signRoots(RootSecret.of(root)));
        assertTrue(home.recoverySheets().issued().isEmpty());
    }

    @Test
    void issuersOfOtherProgramsAreTakenBackToo() throws Exception {
        assertTrue(new String(core.bytes(), UTF_8).contains("hearthkey-core/1"));
        var workshop = certify("workshop");
        var lab = certify("lab");
        home.intermediates().withdraw(lab.name(), Reason.KEY_COMPROMISE, RootSecret.of(root));
        var bytes = home.recoverySheets().core().orElseThrow().bytes();
        assertTrue(new String(bytes, UTF_8).contains("hearthkey-core/2"));
        assertTrue(SealedCore.isCore(bytes));
        var read = SealedCore.read(bytes);
        assertEquals(
                List.of("workshop", "lab"),
                read.others().stream().map(SealedCore.IssuerNote::role).toList());
        assertTrue(CoreCodes.of(read).size() <= 4, "More than a page");
        rebuild(Remains.of(read));
        assertListed(workshop.certificate().serial(), lab.certificate().serial());
        assertEquals(List.of(), home.intermediates().all());
        assertTrue(home.issuers().zone(TestHomes.LIGHTING).isPresent());
    }

    private Intermediate certify(String name) throws Exception {
        var request = Requests.of(Requests.newKeys(), "CN=step-ca");
        return home.intermediates()
                .sign(new IntermediateApplication(new ZoneName(name), request, 5), RootSecret.of(root));
    }

    @Test
    void theJournalBeginsWithWhatIsLost() throws Exception {
        var checkpoint = home.checkpoints().sign();
        rebuild(Remains.of(core).with(checkpoint).orElseThrow());
        var entries = new ArrayList<JournalEntry>();
        home.journal().each("home.rebuild", entries::add);
        assertEquals(1, entries.size());
        assertEquals(0, entries.getFirst().number());
        assertEquals(
                List.of("devices", "hubs", "journal", "issuers"),
                entries.getFirst().facts().get("lost"));
        var losses = new ArrayList<JournalEntry>();
        home.journal().each("journal.accept-loss", losses::add);
        assertEquals(List.of(checkpoint.toString()), losses.getFirst().facts().get("lost"));
    }

    @Test
    void goesOnPastEveryNumberThatABundleShows() throws Exception {
        clock.pass(Duration.ofDays(10));
        home.addZone(GARDEN, RootSecret.of(root)); // the core does not know it
        home.lists().sign(new Role.Zone(TestHomes.LIGHTING));
        var stick = stick();
        var newest = home.lists()
                .lifeline(new Role.Zone(TestHomes.LIGHTING))
                .orElseThrow()
                .lists()
                .getLast()
                .number();
        var bundle = home.deliveries().newest(1).getFirst().bundleNumber();
        var garden = home.issuers().zone(GARDEN).orElseThrow().issuer().certificate();
        // The clock of the computer on which it is made anew is a week behind.
        clock.pass(Duration.ofDays(-8));
        rebuild(Remains.of(core).with(stick).orElseThrow());
        assertTrue(home.issuers().zone(GARDEN).isPresent());
        assertListed(garden.serial());
        for (var list : home.lists().newest()) {
            assertTrue(list.number().compareTo(newest) > 0, list::toString);
        }
        assertTrue(home.deliveries().export(stick).bundle().number() > bundle);
    }

    @Test
    void theStickWithTheOldCheckpointDoesNotSpeakAgainstIt() throws Exception {
        var stick = stick();
        rebuild(Remains.of(core).with(stick).orElseThrow());
        home.watch().ask(stick);
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        var delivered = home.deliveries().export(stick);
        var verdict = assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, clock.instant()));
        assertEquals(delivered.bundle().number(), verdict.manifest().number());
        assertEquals(core.root(), verdict.root());
    }

    @Test
    void aForeignCoreOrSheetsOfAnotherSetMakeNothing() throws Exception {
        List<Share> others;
        try (var secret = SecretBytes.random(32, new SecureRandom())) {
            others = Shares.split(secret, SharePlan.TWO_OF_THREE, new SecureRandom())
                    .subList(0, 2);
        }
        var refused = assertThrows(RefusedException.class, () -> rebuild(Remains.of(core), others));
        assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        assertThrows(ShareException.class, () -> rebuild(Remains.of(core), shares.subList(0, 1)));
        assertFalse(Files.exists(rebuilt));
    }

    @Test
    void leavesAFileOfThatNameAlone() throws Exception {
        Files.writeString(rebuilt, "mine");
        assertThrows(FileAlreadyExistsException.class, () -> rebuild(Remains.of(core), shares));
        assertEquals("mine", Files.readString(rebuilt));
    }

    @Test
    void aCrashInTheMiddleLeavesNoFile() throws Exception {
        try (var secret = Shares.join(shares)) {
            var lock = clock.homes().lockFor(newPassphrase);
            var ways = new NewRoot.InFile(List.of(clock.homes().lockFor(newRoot)));
            for (var step :
                    List.of(CreationStep.SIGNING_ZONES, CreationStep.SIGNING_LISTS, CreationStep.WRITING_FILE)) {
                assertThrows(
                        IllegalStateException.class,
                        () -> clock.homes()
                                .rebuild(
                                        rebuilt, Remains.of(core), new LockSecret.Recovered(secret), lock, ways, at -> {
                                            if (at == step) {
                                                throw new IllegalStateException("crash");
                                            }
                                        }));
            }
        }
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(path -> !path.getFileName().toString().startsWith("Maple"))
                            .toList());
        }
    }
}
