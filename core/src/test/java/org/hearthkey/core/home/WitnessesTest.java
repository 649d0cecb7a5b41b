package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.journal.Checkpoint;
import org.hearthkey.core.journal.CheckpointVerifier.Signed;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.store.HomeSchema;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.witness.BlockedException;
import org.hearthkey.core.witness.CheckpointFile;
import org.hearthkey.core.witness.Comparison;
import org.hearthkey.core.witness.Standing;
import org.hearthkey.core.witness.Witness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a home whose file was put back from an older copy, or whose clock is wrong.
class WitnessesTest {
    private final TestHomes clock = new TestHomes();
    private final FakeComputer computer = new FakeComputer();

    /// Made once: the keys of a new home take their time.
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path file;
    private Path yesterday;
    private Path drive;
    private Home home;

    @BeforeEach
    void createsAHomeAndCopiesItsFile() throws IOException {
        file = folder.resolve("Maple.hearth");
        yesterday = folder.resolve("Yesterday.hearth");
        drive = Files.createDirectory(folder.resolve("drive"));
        clock.on(computer);
        var sample = made.resolve("Sample.hearth");
        if (Files.notExists(sample)) {
            clock.create(sample).close();
        }
        Files.copy(sample, file);
        Files.copy(sample, yesterday);
        clock.pass(Duration.ofDays(1));
        home = clock.open(file);
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    private void putBackYesterdaysFile() throws IOException {
        home.close();
        Files.copy(yesterday, file, StandardCopyOption.REPLACE_EXISTING);
        home = clock.open(file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatNeverAnswersKeepsNobodyWaitingAndIsNamed() throws Exception {
        var journal = Files.createDirectories(drive.resolve("hearthkey").resolve("journal"));
        var pipe = journal.resolve(home.facts().id().text() + ".checkpoint");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        computer.drives.add(drive);
        home.close();
        home = clock.open(file);
        var unproven = assertInstanceOf(Standing.Unproven.class, home.watch().standing());
        assertEquals(Comparison.Why.SILENT, unproven.why());
        assertEquals(Optional.of(pipe), unproven.witness().place());
        Files.newOutputStream(pipe).close(); // whoever reads there can end
    }

    @Test
    void aFolderIsRememberedByItsWholeName() throws IOException {
        var relative = Path.of("").toAbsolutePath().relativize(drive.toAbsolutePath());
        home.deliveries().export(relative);
        assertEquals(
                drive.toAbsolutePath().toString(),
                home.deliveries().newest(1).getFirst().target());
    }

    private void moveToAnotherComputer() {
        computer.remembered.clear();
    }

    private String approve(String name) {
        return approve(name, TestHomes.LIGHTING);
    }

    private String approve(String name, ZoneName zone) {
        var application =
                Application.of(new DeviceName(name), zone).request(Requests.of(Requests.newKeys(), "CN=" + name));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .certificate()
                .serial()
                .hex();
    }

    private void refusesToSign() {
        assertThrows(BlockedException.class, () -> approve("Attic lamp"));
        assertThrows(BlockedException.class, () -> home.lists().sign(new Role.Services()));
        assertThrows(BlockedException.class, () -> home.deliveries().export(drive));
        try (var root = TestHomes.rootPassphrase()) {
            var secret = RootSecret.of(root);
            assertThrows(BlockedException.class, () -> home.addZone(new ZoneName("garden"), secret));
            assertThrows(BlockedException.class, () -> home.lists().signRoots(secret));
        }
    }

    @Test
    void aHomeThatIsAsItWasAgreesWithItsWitnesses() throws IOException {
        approve("Garage camera");
        home.watch().leaveOn(drive);
        home.close();
        computer.drives.add(drive);
        home = clock.open(file);
        var current = assertInstanceOf(Standing.Current.class, home.watch().standing());
        assertEquals(
                List.of(Witness.Kind.COMPUTER, Witness.Kind.FOLDER),
                current.witnesses().stream().map(seen -> seen.witness().kind()).toList());
    }

    @Test
    void yesterdaysFileIsRecognisedByThisComputer() throws IOException {
        approve("Garage camera");
        long newer = home.journal().size();
        putBackYesterdaysFile();
        var older = assertInstanceOf(Standing.Older.class, home.watch().standing());
        assertEquals(Witness.Kind.COMPUTER, older.witness().kind());
        assertEquals(newer, older.size());
        assertEquals(home.journal().size(), older.ours());
        refusesToSign();
        assertThrows(BlockedException.class, () -> home.watch().leaveOn(drive));
    }

    @Test
    void anOlderFileStillOpensForReading() throws IOException {
        approve("Garage camera");
        putBackYesterdaysFile();
        assertEquals(4, home.lists().newest().size());
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
        assertEquals(0, home.devices().count(DeviceQuery.all(clock.instant())));
    }

    @Test
    void yesterdaysFileIsRecognisedByTheDriveAloneOnAnotherComputer() throws IOException {
        home.deliveries().export(drive);
        putBackYesterdaysFile();
        moveToAnotherComputer();
        home.close();
        home = clock.open(file);
        assertInstanceOf(Standing.Current.class, home.watch().standing());

        computer.drives.add(drive);
        home.close();
        home = clock.open(file);
        var older = assertInstanceOf(Standing.Older.class, home.watch().standing());
        assertEquals(Witness.Kind.FOLDER, older.witness().kind());
        assertTrue(older.witness().place().orElseThrow().startsWith(drive));
        refusesToSign();
    }

    @Test
    void aDriveThatBundlesWentToIsAskedWithoutBeingNamed() throws IOException {
        home.deliveries().export(drive);
        home.close();
        Files.copy(file, yesterday, StandardCopyOption.REPLACE_EXISTING);
        home = clock.open(file);
        home.deliveries().export(drive);
        moveToAnotherComputer();
        putBackYesterdaysFile();
        assertInstanceOf(Standing.Older.class, home.watch().standing());
    }

    @Test
    void yesterdaysFileIsRecognisedAtTheNextExport() throws IOException {
        home.deliveries().export(drive);
        putBackYesterdaysFile();
        moveToAnotherComputer();
        home.close();
        home = clock.open(file);
        var before = Files.readAllBytes(drive.resolve("hearthkey/MANIFEST.json"));
        assertThrows(BlockedException.class, () -> home.deliveries().export(drive));
        assertArrayEquals(before, Files.readAllBytes(drive.resolve("hearthkey/MANIFEST.json")));
        assertInstanceOf(Standing.Older.class, home.watch().standing());
    }

    @Test
    void yesterdaysFileIsRecognisedByPaperThatIsTyped() throws IOException {
        approve("Garage camera");
        var paper = home.checkpoints().paper().toString();
        putBackYesterdaysFile();
        moveToAnotherComputer();
        home.close();
        home = clock.open(file);
        var typed = PaperCheckpoint.parse(home.facts().id(), paper).orElseThrow();
        assertInstanceOf(Comparison.Older.class, home.watch().compare(typed).comparison());
        refusesToSign();
    }

    @Test
    void yesterdaysFileIsRecognisedByPaperThatIsScanned() throws IOException {
        approve("Garage camera");
        var scanned = SignedNote.parse(home.checkpoints().sign().toString()).orElseThrow();
        putBackYesterdaysFile();
        moveToAnotherComputer();
        home.close();
        home = clock.open(file);
        assertInstanceOf(Comparison.Older.class, home.watch().compare(scanned).comparison());
        refusesToSign();
    }

    @Test
    void olderPaperIsTheBeginningOfThisJournal() throws IOException {
        var paper = home.checkpoints().paper();
        var note = home.checkpoints().sign();
        approve("Garage camera");
        assertEquals(
                new Comparison.Begins(paper.size()), home.watch().compare(paper).comparison());
        assertEquals(
                new Comparison.Begins(paper.size()), home.watch().compare(note).comparison());
        assertInstanceOf(Standing.Current.class, home.watch().standing());
    }

    @Test
    void aFileThatWentAnotherWayIsRecognised() throws IOException {
        approve("Garage camera");
        var note = home.checkpoints().sign();
        putBackYesterdaysFile();
        moveToAnotherComputer();
        home.close();
        home = clock.open(file);
        approve("Porch lamp");
        approve("Desk lamp");
        var forked = assertInstanceOf(
                Comparison.Forked.class, home.watch().compare(note).comparison());
        assertTrue(forked.size() < forked.ours());
        refusesToSign();
    }

    @Test
    void whatThisComputerRemembersIsNotOverwrittenByAnOlderFile() throws IOException {
        approve("Garage camera");
        var remembered = computer.remembered.get(home.facts().id());
        putBackYesterdaysFile();
        TestHomes.forget(home, "Nobody");
        home.close();
        assertArrayEquals(remembered, computer.remembered.get(home.facts().id()));
    }

    @Test
    void everyCommitIsRemembered() {
        approve("Garage camera");
        var kept = SignedNote.parse(
                        computer.read(home.facts().id()).orElseThrow().checkpoint())
                .orElseThrow();
        assertEquals(
                home.journal().size(),
                Checkpoint.parse(kept.text()).orElseThrow().size());
    }

    @Test
    void aWitnessThatSaysNothingDoesNotBlock() throws IOException {
        var place = CheckpointFile.on(drive, home.facts().id());
        computer.drives.add(drive);
        var note = home.checkpoints().sign();
        var forged = note.toString().replace("\n" + home.journal().size() + "\n", "\n999\n");
        Map<String, Comparison.Why> unreadable = Map.of(
                "",
                Comparison.Why.MALFORMED,
                "no note",
                Comparison.Why.MALFORMED,
                note.toString().replace(home.facts().id().text(), "aaaaaaaa"),
                Comparison.Why.ANOTHER_HOME,
                forged,
                Comparison.Why.NOT_SIGNED);
        for (var one : unreadable.entrySet()) {
            place.write(one.getKey().getBytes(UTF_8));
            home.close();
            home = clock.open(file);
            var unproven =
                    assertInstanceOf(Standing.Unproven.class, home.watch().standing());
            assertEquals(one.getValue(), unproven.why());
            approve("Lamp " + one.getValue()
                    + unreadable.keySet().stream().toList().indexOf(one.getKey()));
        }
    }

    @Test
    void theCheckpointOnADriveSurvivesTheNextBundle() throws IOException {
        home.deliveries().export(drive);
        var other = drive.resolve("hearthkey/journal/aaaaaaaa.checkpoint");
        Files.writeString(other, "of another home");
        var delivered = home.deliveries().export(drive);
        assertEquals("of another home", Files.readString(other));
        var kept = SignedNote.parse(Files.readAllBytes(delivered.checkpoint().orElseThrow()))
                .orElseThrow();
        assertEquals(
                home.journal().size(),
                Checkpoint.parse(kept.text()).orElseThrow().size());
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(drive, clock.instant()));
    }

    @Test
    void aLossIsAcceptedByTheRootOnly() throws IOException, RefusedException {
        approve("Garage camera");
        putBackYesterdaysFile();
        try (var wrong = TestHomes.passphrase()) {
            var secret = RootSecret.of(wrong);
            assertThrows(RefusedException.class, () -> home.losses().accept(secret));
        }
        assertInstanceOf(Standing.Older.class, home.watch().standing());
        acceptLoss();
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        approve("Porch lamp");
        home.close();
        home = clock.open(file);
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    /// What the drive took from the file that is lost may have revoked more than this one knows: that takes the root.
    private long exportAsRoot() throws IOException, RefusedException {
        try (var root = TestHomes.rootPassphrase()) {
            return home.deliveries()
                    .export(drive, RootSecret.of(root), DeliveryProgress.NONE)
                    .bundle()
                    .number();
        }
    }

    private void acceptLoss() throws IOException, RefusedException {
        try (var root = TestHomes.rootPassphrase()) {
            home.losses().accept(RootSecret.of(root));
        }
    }

    @Test
    void anAcceptedLossHoldsWhatTheWitnessSawAndTheRootsSignature()
            throws IOException, RefusedException, GeneralSecurityException {
        approve("Garage camera");
        var seen = home.checkpoints().sign().toString();
        putBackYesterdaysFile();
        var now = home.checkpoints().current();
        acceptLoss();
        var entry = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
        assertEquals("journal.accept-loss", entry.act());
        assertEquals(List.of(seen), entry.facts().get("lost"));
        var root = Signature.getInstance(KeyProfile.P384.signatureAlgorithm());
        root.initVerify(home.issuers().root().certificate().publicKey().jca());
        root.update(Jcs.write(Map.of(
                "act", "journal.accept-loss",
                "origin", now.origin(),
                "size", now.size(),
                "root", now.root().base64(),
                "lost", List.of(seen))));
        assertTrue(root.verify(Base64.getDecoder().decode((String) entry.facts().get("signature"))));
    }

    @Test
    void theDriveTakesTheNewHistoryOnceTheLossIsAccepted() throws IOException, RefusedException {
        home.watch().leaveOn(drive);
        putBackYesterdaysFile();
        moveToAnotherComputer();
        computer.drives.add(drive);
        clock.pass(Duration.ofHours(1));
        approve("Porch lamp");
        approve("Desk lamp");
        home.close();
        home = clock.open(file);
        if (home.watch().standing() instanceof Standing.Blocking) {
            acceptLoss();
        }
        home.deliveries().export(drive);
        home.close();
        home = clock.open(file);
        assertInstanceOf(Standing.Current.class, home.watch().standing());
    }

    @Test
    void anAcceptedLossDoesNotHideALaterOne() throws IOException, RefusedException {
        approve("Garage camera");
        approve("Garden camera");
        putBackYesterdaysFile();
        acceptLoss();
        home.close();
        Files.copy(file, yesterday, StandardCopyOption.REPLACE_EXISTING);
        home = clock.open(file);
        approve("Porch lamp");
        putBackYesterdaysFile();
        assertInstanceOf(Standing.Older.class, home.watch().standing());
    }

    @Test
    void noNumberIsUsedTwiceAfterARestore() throws IOException, RefusedException {
        var serials = new ArrayList<String>();
        var lists = new ArrayList<BigInteger>();
        var bundles = new ArrayList<Long>();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 3; i++) {
                serials.add(approve("Lamp " + i));
                lists.add(home.lists().sign(new Role.Zone(TestHomes.LIGHTING)).number());
                bundles.add(exportAsRoot());
            }
            clock.pass(Duration.ofMinutes(1));
            putBackYesterdaysFile();
            if (round % 2 == 0) {
                acceptLoss();
            } else {
                // Nobody noticed: no witness was at hand.
                moveToAnotherComputer();
                drive = Files.createDirectory(folder.resolve("drive " + round));
                home.close();
                home = clock.open(file);
            }
        }
        assertEquals(serials.size(), new TreeSet<>(serials).size());
        assertEquals(lists.stream().sorted().distinct().toList(), lists);
        assertEquals(bundles.stream().sorted().distinct().toList(), bundles);
    }

    @Test
    void aClockBehindTheLastEntryKeepsTheHomeFromSigning() throws IOException {
        clock.pass(Duration.ofDays(-2));
        home.close();
        home = clock.open(file);
        approvedAfter(Duration.ofDays(2), "Garage camera");
        clock.pass(Duration.ofMinutes(-6));
        assertInstanceOf(Standing.ClockBehind.class, home.watch().standing());
        refusesToSign();
        clock.pass(Duration.ofMinutes(1));
        approve("Porch lamp");
    }

    private void approvedAfter(Duration time, String name) {
        clock.pass(time);
        approve(name);
    }

    @Test
    void anEntryWrittenMeanwhileDoesNotMakeAWrongClockRight() throws IOException, RefusedException {
        approve("Garage camera");
        var latest = home.journal().latest().orElseThrow();
        clock.pass(Duration.ofDays(-1));
        TestHomes.forget(home, "Nobody");
        assertEquals(latest, home.journal().latest().orElseThrow());
        refusesToSign();
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
        try (var root = TestHomes.rootPassphrase()) {
            home.losses().acceptClock(RootSecret.of(root));
        }
        approve("Porch lamp");
    }

    @Test
    void aClockFarAheadIsWrittenDownAndShown() throws IOException {
        home.close();
        clock.pass(Duration.ofDays(401));
        home = clock.open(file);
        assertInstanceOf(Standing.ClockAhead.class, home.watch().standing());
        assertEquals(
                "clock.ahead",
                home.journal().newest(Long.MAX_VALUE, 1).getFirst().act());
        home.close();
        home = clock.open(file);
        assertInstanceOf(Standing.Current.class, home.watch().standing());
    }

    @Test
    void aHomeMadeWithoutAJournalKeyGetsOneAtItsNextOpening() throws IOException, RefusedException {
        home.close();
        moveToAnotherComputer();
        withoutKey("journal checkpoints");
        home = clock.open(file);
        assertEquals(
                "journal.key",
                home.journal().newest(Long.MAX_VALUE, 1).getFirst().act());
        var verifier = home.checkpoints().verifier().toString();
        home.close();
        home = clock.open(file);
        assertEquals(verifier, home.checkpoints().verifier().toString());
        assertInstanceOf(Standing.Current.class, home.watch().standing());
    }

    @Test
    void aHomeMadeWithOneJournalKeyGetsTheSecondAtItsNextOpening() throws IOException, RefusedException {
        var before = home.checkpoints().signShort();
        home.close();
        withoutKey("journal checkpoints ML-DSA-65");
        home = clock.open(file);
        var entry = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
        assertEquals("journal.second-key", entry.act());
        var now = home.checkpoints().sign();
        assertEquals(Signed.BOTH, home.checkpoints().verifier().signed(now));
        assertEquals(Signed.FIRST_ONLY, home.checkpoints().verifier().signed(before));
        assertFalse(home.checkpoints().bearsBoth(entry.number()));
        assertTrue(home.checkpoints().bearsBoth(entry.number() + 1));
        CheckpointFile.on(drive, home.facts().id()).write(before.bytes());
        computer.drives.add(drive);
        home.close();
        home = clock.open(file);
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        assertEquals(entry.number() + 1, home.journal().size());
    }

    @Test
    void aDriveThatBearsOneOfTheSignaturesProvesNothing() throws IOException {
        approve("Garage camera");
        var half = home.checkpoints().signShort();
        CheckpointFile.on(drive, home.facts().id()).write(half.bytes());
        computer.drives.add(drive);
        home.close();
        home = clock.open(file);
        var unproven = assertInstanceOf(Standing.Unproven.class, home.watch().standing());
        assertEquals(Comparison.Why.HALF_SIGNED, unproven.why());
        assertInstanceOf(Comparison.Begins.class, home.watch().compare(half).comparison());
    }

    private void withoutKey(String name) throws IOException, RefusedException {
        try (var passphrase = TestHomes.passphrase();
                var store = Store.open(
                        file, HomeSchema.newest(), new LockSecret.Remembered(passphrase), new SecureRandom())) {
            store.inTransaction(tables -> {
                try (var statement = tables.prepareStatement("DELETE FROM private_key WHERE name = ?")) {
                    statement.setString(1, name);
                    return statement.executeUpdate();
                }
            });
        }
    }

    @Test
    void forgetsAPersonAndKeepsEveryProof() throws IOException {
        approve("Anna's lamp");
        approve("Hannah lamp");
        var proof = home.checkpoints().prove(home.journal().size() - 2).orElseThrow();
        var forgotten = TestHomes.forget(home, "anna");
        assertEquals(1, forgotten.entries());
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
        assertTrue(proof.verified(home.checkpoints().verifier()).isPresent());
        home.close();
        home = clock.open(file);
        var entries = home.journal().newest(Long.MAX_VALUE, 3);
        assertEquals("person.forget", entries.getFirst().act());
        assertFalse(entries.getFirst().toString().contains("nna"));
        assertEquals("Hannah lamp", entries.get(1).details().get("name"));
        assertEquals(Map.of(), entries.get(2).details());
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }
}
