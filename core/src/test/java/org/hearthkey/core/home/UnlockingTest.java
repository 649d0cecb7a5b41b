package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.SoftToken;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class UnlockingTest {
    private static final SlotName ANNA = new SlotName("Anna's passphrase");

    private final TestHomes clock = new TestHomes();
    private final Passphrase first = TestHomes.passphrase();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase annas = new Passphrase("seven quiet herons at dusk".toCharArray());

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
    void closesAll() {
        home.close();
        List.of(first, root, annas).forEach(Passphrase::close);
    }

    private LockSecret present() {
        return new LockSecret.Remembered(first);
    }

    private RootSecret shown() {
        return RootSecret.of(root);
    }

    private static LockPlan opensTo(Passphrase passphrase) {
        return new LockPlan.Remembered(passphrase, Argon2Cost.MINIMUM);
    }

    private UnlockSlot addAnna() throws RefusedException, IOException {
        return done(home.unlocking().add(NewSlot.of(ANNA, opensTo(annas)), present(), shown()));
    }

    private static UnlockSlot done(SlotOutcome outcome) {
        return assertInstanceOf(SlotOutcome.Done.class, outcome).slot();
    }

    private static String refused(SlotOutcome outcome) {
        return assertInstanceOf(SlotOutcome.Refused.class, outcome).finding().code();
    }

    private void reopen(LockSecret secret) throws IOException {
        home.close();
        home = assertInstanceOf(Unlocked.Open.class, clock.homes().open(file, secret))
                .home();
    }

    private void doesNotOpen(Passphrase passphrase) throws IOException {
        var answer = clock.homes().open(file, new LockSecret.Remembered(passphrase));
        assertEquals(
                Refusal.WRONG_SECRET,
                assertInstanceOf(Unlocked.Refused.class, answer).refusal());
    }

    @Test
    void aHomeBeginsWithOneSlotWithoutAName() {
        var slots = home.unlocking().slots();
        assertEquals(1, slots.size());
        assertEquals(
                new UnlockSlot(
                        1,
                        Optional.empty(),
                        Optional.of(Factors.PASSPHRASE),
                        Optional.of(Argon2Cost.MINIMUM),
                        Optional.of(clock.instant()),
                        Optional.empty(),
                        Optional.empty()),
                slots.getFirst());
    }

    @Test
    void anotherPassphraseOpensTheHomeAsTheFirstDoes() throws Exception {
        assertEquals(2, addAnna().id());
        var fingerprint = home.issuers().root().certificate().fingerprint();
        reopen(new LockSecret.Remembered(annas));
        assertEquals(fingerprint, home.issuers().root().certificate().fingerprint());
        assertEquals(Optional.of(ANNA), home.unlocking().slots().getLast().name());
        reopen(present());
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void aTokenOpensTheHomeToo() throws Exception {
        var token = new SoftToken("secp384r1");
        var wanted = new NewSlot(
                new SlotName("Blue token"), new LockPlan.Held(token.point()), Optional.of("pkcs11:token=blue"));
        var added = done(home.unlocking().add(wanted, present(), shown()));
        assertEquals(Optional.of(token.point()), added.token());
        reopen(new LockSecret.Held(token));
        assertEquals(added, home.unlocking().slots().getLast());
        assertEquals(1, token.askings());
    }

    @Test
    void aChangedPassphraseOpensAndTheOneBeforeDoesNot() throws Exception {
        done(home.unlocking().change(1, opensTo(annas), present(), shown()));
        home.close();
        doesNotOpen(first);
        reopen(new LockSecret.Remembered(annas));
        assertEquals(1, home.unlocking().slots().size());
    }

    @Test
    void theSlotThatAPassphraseOpensIsTheOneThatItChanges() throws Exception {
        addAnna();
        var annasNext = new LockPlan.Remembered(root, Argon2Cost.MINIMUM);
        var changed = done(home.unlocking().changeOpenedBy(new LockSecret.Remembered(annas), annasNext, shown()));
        assertEquals(2, changed.id());
        refusesWithoutTheRoot(() -> home.unlocking().changeOpenedBy(present(), opensTo(annas), RootSecret.of(first)));
        home.close();
        doesNotOpen(annas);
        reopen(present());
        reopen(new LockSecret.Remembered(root));
    }

    @Test
    void aRemovedSlotOpensNothingAndIsNotInTheFile() throws Exception {
        addAnna();
        var gone = row(2);
        done(home.unlocking().remove(2, shown()));
        home.close();
        doesNotOpen(annas);
        assertFalse(holds(file, gone));
        home = clock.open(file);
        assertEquals(1, home.unlocking().slots().size());
    }

    @Test
    void aNumberIsNeverGivenTwice() throws Exception {
        addAnna();
        done(home.unlocking().remove(2, shown()));
        assertEquals(3, addAnna().id());
        reopen(present());
        done(home.unlocking().remove(3, shown()));
        assertEquals(4, addAnna().id());
    }

    @Test
    void otherSlotsStayByteForByte() throws Exception {
        var before = row(1);
        addAnna();
        assertArrayEquals(before, row(1));
        var annasRow = row(2);
        done(home.unlocking().change(1, opensTo(root), present(), shown()));
        assertArrayEquals(annasRow, row(2));
        done(home.unlocking().remove(1, shown()));
        assertArrayEquals(annasRow, row(2));
    }

    @Test
    void theLastSlotStays() throws Exception {
        assertEquals("slot.last", refused(home.unlocking().remove(1, shown())));
        addAnna();
        done(home.unlocking().remove(1, shown()));
        assertEquals("slot.last", refused(home.unlocking().remove(2, shown())));
        reopen(new LockSecret.Remembered(annas));
    }

    @Test
    void sixteenAreTheMost() throws Exception {
        for (int number = 2; number <= 16; number++) {
            var token = new SoftToken("secp256r1");
            done(home.unlocking()
                    .add(
                            NewSlot.of(new SlotName("Token " + number), new LockPlan.Held(token.point())),
                            present(),
                            shown()));
        }
        assertEquals(
                "slot.too-many", refused(home.unlocking().add(NewSlot.of(ANNA, opensTo(annas)), present(), shown())));
        reopen(present());
        assertEquals(16, home.unlocking().slots().size());
    }

    @Test
    void allTogetherCostNoMoreThanTheFormatAllows() {
        var most = new Argon2Cost(1_048_576, 8, 4);
        var wanted = NewSlot.of(ANNA, new LockPlan.Remembered(annas, most));
        assertEquals(Optional.empty(), SlotRules.refusalToAdd(List.of(costing(most)), wanted));
        assertEquals(
                "slot.too-costly",
                SlotRules.refusalToAdd(List.of(costing(most), costing(Argon2Cost.MINIMUM)), wanted)
                        .orElseThrow()
                        .code());
    }

    private static UnlockSlot costing(Argon2Cost cost) {
        return new UnlockSlot(
                1,
                Optional.empty(),
                Optional.of(Factors.PASSPHRASE),
                Optional.of(cost),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void noTwoSlotsHaveOneName() throws Exception {
        addAnna();
        assertEquals(
                "slot.name-taken", refused(home.unlocking().add(NewSlot.of(ANNA, opensTo(root)), present(), shown())));
        assertEquals("slot.name-taken", refused(home.unlocking().rename(1, ANNA, shown())));
        assertEquals(
                ANNA, done(home.unlocking().rename(2, ANNA, shown())).name().orElseThrow());
    }

    @Test
    void anUnknownSlotIsRefused() throws Exception {
        assertEquals("slot.unknown", refused(home.unlocking().remove(7, shown())));
        assertEquals("slot.unknown", refused(home.unlocking().rename(7, ANNA, shown())));
        assertEquals("slot.unknown", refused(home.unlocking().change(7, opensTo(annas), present(), shown())));
    }

    @Test
    void aPassphraseDoesNotBecomeAToken() throws Exception {
        var plan = new LockPlan.Held(new SoftToken("secp256r1").point());
        assertThrows(IllegalArgumentException.class, () -> home.unlocking().change(1, plan, present(), shown()));
    }

    @Test
    void noneOfItIsDoneWithTheUnlockedHomeAlone() throws Exception {
        addAnna();
        var before = home.soundness().commit();
        var unlocking = home.unlocking();
        var wrong = RootSecret.of(first);
        refusesWithoutTheRoot(
                () -> unlocking.add(NewSlot.of(new SlotName("Another"), opensTo(annas)), present(), wrong));
        refusesWithoutTheRoot(() -> unlocking.change(2, opensTo(annas), present(), wrong));
        refusesWithoutTheRoot(() -> unlocking.rename(2, new SlotName("Another"), wrong));
        refusesWithoutTheRoot(() -> unlocking.remove(2, wrong));
        refusesWithoutTheRoot(() -> home.rootWays().change(present(), List.of(opensTo(annas))));
        assertEquals(before, home.soundness().commit());
    }

    private static void refusesWithoutTheRoot(Executable act) {
        assertEquals(
                Refusal.WRONG_SECRET, assertThrows(RefusedException.class, act).refusal());
    }

    @Test
    void addingNeedsASecretThatOpensASlotToo() {
        var wrong = new LockSecret.Remembered(annas);
        refusesWithoutTheRoot(() -> home.unlocking().add(NewSlot.of(ANNA, opensTo(annas)), wrong, shown()));
        assertEquals(1, home.unlocking().slots().size());
    }

    @Test
    void theJournalTellsOfEachAndNamesNobody() throws Exception {
        addAnna();
        done(home.unlocking().rename(1, new SlotName("Ben's"), shown()));
        done(home.unlocking().change(2, opensTo(annas), present(), shown()));
        done(home.unlocking().remove(2, shown()));
        var told = home.journal().newest(Long.MAX_VALUE, 4).reversed();
        assertEquals(
                List.of("slot.add", "slot.rename", "slot.change", "slot.remove"),
                told.stream().map(JournalEntry::act).toList());
        assertEquals(
                Map.of("slot", 2L, "factors", "passphrase"), told.getFirst().facts());
        assertEquals(Map.of("name", ANNA.text()), told.getLast().details());
    }

    @Test
    void aFailedCommitLeavesTheSlotsAsTheyWereInMemoryToo() throws Exception {
        var journal = folder.resolve("Maple.hearth-journal");
        Files.deleteIfExists(journal);
        Files.createDirectory(journal);
        assertThrows(RuntimeException.class, this::addAnna);
        assertEquals(1, home.unlocking().slots().size());
        Files.delete(journal);
        assertEquals(2, addAnna().id());
        reopen(new LockSecret.Remembered(annas));
    }

    @Test
    void anOlderSlotPutBackIsNoticed() throws Exception {
        var old = row(1);
        done(home.unlocking().change(1, opensTo(annas), present(), shown()));
        home.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var put = connection.prepareStatement("UPDATE slot SET lock = ?")) {
            put.setBytes(1, old);
            put.executeUpdate();
        }
        var answer = clock.homes().open(file, present());
        assertEquals(
                Refusal.SLOTS_CHANGED,
                assertInstanceOf(Unlocked.Refused.class, answer).refusal());
    }

    @Test
    void theRootGetsAnotherPassphraseAndForgetsTheOneBefore() throws Exception {
        assertEquals(List.of(), home.rootWays().change(new LockSecret.Remembered(root), List.of(opensTo(annas))));
        refusesWithoutTheRoot(() -> home.addZone(new ZoneName("garden"), shown()));
        home.addZone(new ZoneName("garden"), RootSecret.of(annas));
        reopen(present());
        home.addZone(new ZoneName("attic"), RootSecret.of(annas));
    }

    @Test
    void aWayToTheRootThatIsNotNamedAgainEnds() throws Exception {
        var token = new SoftToken("secp256r1");
        var secret = new LockSecret.Remembered(root);
        assertEquals(
                List.of(), home.rootWays().change(secret, List.of(opensTo(root), new LockPlan.Held(token.point()))));
        home.addZone(new ZoneName("garden"), new RootSecret.Opening(new LockSecret.Held(token)));
        var other = new SoftToken("secp256r1");
        var ended = home.rootWays().change(secret, List.of(opensTo(annas), new LockPlan.Held(other.point())));
        assertEquals(List.of(new RootWay(Factors.TOKEN, Optional.empty())), ended);
        refusesWithoutTheRoot(
                () -> home.addZone(new ZoneName("attic"), new RootSecret.Opening(new LockSecret.Held(token))));
    }

    /// A slot as it stands in the file.
    private byte[] row(long id) throws IOException, SQLException {
        home.close();
        byte[] lock;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var select = connection.createStatement();
                var row = select.executeQuery("SELECT lock FROM slot WHERE id = " + id)) {
            assertTrue(row.next());
            lock = row.getBytes(1);
        }
        var answer = clock.homes().open(file, present());
        home = answer instanceof Unlocked.Open(var opened, var _) ? opened : openWith(root);
        return lock;
    }

    private Home openWith(Passphrase passphrase) throws IOException {
        var answer = clock.homes().open(file, new LockSecret.Remembered(passphrase));
        return answer instanceof Unlocked.Open(var opened, var _)
                ? opened
                : assertInstanceOf(Unlocked.Open.class, clock.homes().open(file, new LockSecret.Remembered(annas)))
                        .home();
    }

    private static boolean holds(Path file, byte[] row) throws IOException {
        var all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var salted = new String(row, 20, 60, StandardCharsets.ISO_8859_1);
        assertTrue(salted.length() == 60);
        return all.contains(salted);
    }
}
