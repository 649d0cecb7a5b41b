package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.memory.HeapDump;
import org.hearthkey.core.memory.Planted;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.store.Books;
import org.hearthkey.core.store.HomeSchema;
import org.hearthkey.core.store.Store;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every act that asks for the root's secret although the home is open.
class CriticalActsTest {
    private static final String ANNA = "seven quiet herons at dusk";

    private final TestHomes clock = new TestHomes();
    private final FakeComputer computer = new FakeComputer();

    @TempDir
    private Path folder;

    private Path file;

    /// One act, on a home whose second slot is Anna's.
    ///
    /// @param name the acts of the journal that it leaves
    record Act(String name, Doing doing) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Doing {
        void with(CriticalActsTest test, Home home, Passphrase root) throws Exception;
    }

    private static LockPlan opensTo(Passphrase passphrase) {
        return new LockPlan.Remembered(passphrase, Argon2Cost.MINIMUM);
    }

    static Stream<Act> acts() {
        return Stream.of(
                new Act("zone.create", (_, home, root) -> home.addZone(new ZoneName("garden"), RootSecret.of(root))),
                new Act("crl.sign", (_, home, root) -> home.lists().signRoots(RootSecret.of(root))),
                new Act("slot.add", CriticalActsTest::addSlot),
                new Act(
                        "slot.rename",
                        (_, home, root) -> home.unlocking().rename(2, new SlotName("Ben"), RootSecret.of(root))),
                new Act("slot.remove", (_, home, root) -> home.unlocking().remove(2, RootSecret.of(root))),
                new Act("slot.change", CriticalActsTest::changeSlot),
                new Act("slot.change", CriticalActsTest::changePassphrase),
                new Act(
                        "root.ways",
                        (_, home, root) ->
                                home.rootWays().change(new LockSecret.Remembered(root), List.of(opensTo(root)))),
                new Act("root.copy", CriticalActsTest::copyToToken),
                new Act("vault.key", CriticalActsTest::newKey),
                new Act("journal.accept-loss", CriticalActsTest::acceptLoss),
                new Act("clock.accept", CriticalActsTest::acceptClock),
                new Act("person.forget", (_, home, root) -> home.forgetting().forget("Nobody", RootSecret.of(root))));
    }

    private static void addSlot(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        try (var present = TestHomes.passphrase();
                var bens = new Passphrase("a third sentence of its own".toCharArray())) {
            home.unlocking()
                    .add(
                            NewSlot.of(new SlotName("Ben"), opensTo(bens)),
                            new LockSecret.Remembered(present),
                            RootSecret.of(root));
        }
    }

    private static void changeSlot(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        try (var present = TestHomes.passphrase()) {
            home.unlocking().change(2, opensTo(present), new LockSecret.Remembered(present), RootSecret.of(root));
        }
    }

    private static void changePassphrase(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        try (var present = TestHomes.passphrase()) {
            var shown = new LockSecret.Remembered(present);
            home.unlocking().changeOpenedBy(shown, opensTo(present), RootSecret.of(root));
        }
    }

    private static void copyToToken(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        var hsm = SoftHsm.here();
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray());
                var token = new Tokens(List.of(hsm.module()))
                        .find(TokenUri.parse(hsm.take().uri()).orElseThrow())
                        .open(pin)) {
            home.rootPlaces().copyTo(token, "root", new LockSecret.Remembered(root));
        }
    }

    private static void newKey(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        try (var present = TestHomes.passphrase()) {
            home.newVaultKey()
                    .prepare(new LockSecret.Remembered(present))
                    .make(RootSecret.of(root), Argon2Cost.MINIMUM);
        }
    }

    /// The home is older than what the computer remembers.
    private static void acceptLoss(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        test.computer.remembered.putAll(test.newer);
        home.watch().askAgain();
        home.losses().accept(RootSecret.of(root));
    }

    private static void acceptClock(CriticalActsTest test, Home home, Passphrase root) throws Exception {
        test.clock.pass(Duration.ofDays(-3));
        home.losses().acceptClock(RootSecret.of(root));
    }

    private final Map<HomeId, byte[]> newer = new HashMap<>();

    @BeforeEach
    void createsAHome() throws Exception {
        file = folder.resolve("Maple.hearth");
        clock.on(computer);
        try (var home = clock.create(file);
                var present = TestHomes.passphrase();
                var annas = new Passphrase(ANNA.toCharArray());
                var root = TestHomes.rootPassphrase()) {
            home.unlocking()
                    .add(
                            NewSlot.of(new SlotName("Anna"), opensTo(annas)),
                            new LockSecret.Remembered(present),
                            RootSecret.of(root));
        }
        rememberSomethingNewer();
    }

    private void rememberSomethingNewer() throws Exception {
        var copy = Files.copy(file, folder.resolve("Copy.hearth"));
        var before = Map.copyOf(computer.remembered);
        try (var home = clock.open(copy);
                var root = TestHomes.rootPassphrase()) {
            home.lists().signRoots(RootSecret.of(root));
        }
        newer.putAll(computer.remembered);
        computer.remembered.clear();
        computer.remembered.putAll(before);
        Files.delete(copy);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void withAWrongSecretNothingHappensAndNothingIsWritten(Act act) throws Exception {
        var before = Files.readAllBytes(file);
        try (var home = clock.open(file);
                var wrong = TestHomes.passphrase()) {
            var refused = assertThrows(RefusedException.class, () -> act.doing().with(this, home, wrong));
            assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var left = Files.list(folder)) {
            assertEquals(Set.of(file), Set.copyOf(left.toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("acts")
    void withTheRightOneItIsDoneAndInTheJournal(Act act) throws Exception {
        long before;
        try (var home = clock.open(file);
                var right = TestHomes.rootPassphrase()) {
            before = home.journal().size();
            act.doing().with(this, home, right);
        }
        try (var after = clock.open(file)) {
            var written = after.journal()
                    .newest(Long.MAX_VALUE, (int) (after.journal().size() - before));
            assertEquals(act.name(), written.getLast().act());
        }
    }

    @Test
    void nothingOfTheRootIsLeftInMemoryAfterAnyOfThem() throws Exception {
        var planted = new Planted();
        planted.draw("root passphrase", new SecureRandom());
        useDrawnRootPassphrase(planted);
        plantRootKey(planted);
        var open = new ArrayList<Home>();
        for (var act : acts().toList()) {
            computer.remembered.clear();
            var home = clock.open(Files.copy(file, folder.resolve("Copy" + open.size() + ".hearth")));
            open.add(home);
            try (Passphrase root = planted.lend("root passphrase", Passphrase::new)) {
                assertFound(planted, open.size() == 1);
                act.doing().with(this, home, root);
            }
        }
        assertEquals(Set.of(), HeapDump.found(planted, folder));
        open.forEach(Home::close); // until here all were open
    }

    /// The search finds what is there: the passphrase, before the first act.
    private void assertFound(Planted planted, boolean asked) throws IOException {
        if (asked) {
            assertNotEquals(Set.of(), HeapDump.found(planted, folder));
        }
    }

    private void useDrawnRootPassphrase(Planted planted) throws Exception {
        try (var home = clock.open(file);
                var before = TestHomes.rootPassphrase();
                Passphrase root = planted.lend("root passphrase", Passphrase::new)) {
            home.rootWays().change(new LockSecret.Remembered(before), List.of(opensTo(root)));
        }
    }

    private void plantRootKey(Planted planted) throws Exception {
        try (var passphrase = TestHomes.passphrase();
                Passphrase root = planted.lend("root passphrase", Passphrase::new);
                var store = Store.open(
                        file, HomeSchema.newest(), new LockSecret.Remembered(passphrase), new SecureRandom());
                var key = Books.of(store).keys().openRoot(new LockSecret.Remembered(root));
                var pkcs8 = key.pkcs8()) {
            BigInteger scalar = pkcs8.use(bytes -> ((ECPrivateKey)
                            KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes)))
                    .getS());
            byte[] bytes = scalar.toByteArray();
            planted.bytes("root key", Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 47), bytes.length));
        }
    }

    @Test
    void wrongOnesAreCountedSlowedAndToldInTheJournal() throws Exception {
        var computer = new KeptInMemory();
        clock.counting(computer);
        try (var home = clock.open(file);
                var wrong = TestHomes.passphrase();
                var right = TestHomes.rootPassphrase()) {
            for (int time = 0; time < 4; time++) {
                assertThrows(RefusedException.class, () -> home.lists().signRoots(RootSecret.of(wrong)));
            }
            var waiting =
                    assertThrows(TooSoonException.class, () -> home.lists().signRoots(RootSecret.of(right)));
            assertEquals(Duration.ofSeconds(1), waiting.left());
            assertThrows(
                    TooSoonException.class,
                    () -> home.rootWays().change(new LockSecret.Remembered(right), List.of(opensTo(right))));
            clock.pass(Duration.ofSeconds(1));
            home.lists().signRoots(RootSecret.of(right));
            var failed = home.journal().newest(Long.MAX_VALUE, 2).getLast();
            assertEquals("root.failed", failed.act());
            assertEquals(4L, failed.facts().get("tries"));
        }
        assertEquals(Map.of(), computer.kept);
        // The home's own passphrase is not slowed by them.
        assertInstanceOf(Home.class, clock.open(file)).close();
        assertNotEquals(0, Files.size(file));
    }
}
