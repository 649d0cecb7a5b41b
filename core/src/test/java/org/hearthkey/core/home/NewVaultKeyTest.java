package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.SoftToken;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.witness.BlockedException;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewVaultKeyTest {
    private final TestHomes clock = new TestHomes();
    private final Passphrase passphrase = TestHomes.passphrase();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase annas = new Passphrase("seven quiet herons at dusk".toCharArray());

    @TempDir
    private Path folder;

    private Path file;
    private Home home;

    @BeforeEach
    void createsAHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        clock.on(new FakeComputer());
        home = clock.create(file);
    }

    @AfterEach
    void closesAll() {
        home.close();
        List.of(passphrase, root, annas).forEach(Passphrase::close);
    }

    private LockSecret present() {
        return new LockSecret.Remembered(passphrase);
    }

    private RootSecret shown() {
        return RootSecret.of(root);
    }

    private void renew() throws RefusedException, IOException {
        home.newVaultKey().prepare(present()).make(shown(), Argon2Cost.MINIMUM);
        home = clock.open(file);
    }

    private void addAnna() throws RefusedException, IOException {
        var anna = NewSlot.of(new SlotName("Anna"), new LockPlan.Remembered(annas, Argon2Cost.MINIMUM));
        home.unlocking().add(anna, present(), shown());
    }

    private String approve(String name) {
        var application = Application.of(new DeviceName(name), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=" + name));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .device()
                .name()
                .text();
    }

    private static Set<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new HashSet<>(files.toList());
        }
    }

    @Test
    void theHomeIsTheSameUnderAnotherKey() throws Exception {
        approve("Porch lamp");
        var fingerprint = home.issuers().root().certificate().fingerprint();
        long entries = home.journal().size();
        renew();
        assertEquals(fingerprint, home.issuers().root().certificate().fingerprint());
        assertTrue(home.devices().find(new DeviceName("Porch lamp")).isPresent());
        assertEquals(1, home.soundness().commit());
        assertEquals(entries + 1, home.journal().size());
        var newest = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
        assertEquals("vault.key", newest.act());
        assertEquals(Map.of("slot", 1L, "ended", List.of()), newest.facts());
        assertEquals(Set.of(file), filesIn(folder));
    }

    @Test
    void keptCodesAndTheirPhotosOpenAsBefore() throws Exception {
        var thread = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";
        var application = Application.of(new DeviceName("Lamp"), TestHomes.LIGHTING)
                .label(Requests.code(thread))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence());
        home.approvals().issue(new Approval(home.approvals().review(application)));
        var lamp = home.devices().find(new DeviceName("Lamp")).orElseThrow();
        home.setupCodes().keepPhoto(lamp, SecretBytes.owning(new byte[] {1, 2, 3}));
        renew();
        try (var code = home.setupCodes().open(lamp, SetupCodes.Use.SHOW, shown());
                var photo = home.setupCodes().openPhoto(lamp, shown()).orElseThrow()) {
            assertEquals(thread, code.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
            assertEquals(3, photo.length());
        }
    }

    @Test
    void everyKeyOfTheHomeStillSigns() throws Exception {
        renew();
        approve("Porch lamp");
        home.addZone(new ZoneName("garden"), shown());
        home.lists().signRoots(shown());
        home.checkpoints().sign();
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void witnessesSeeOneHistory() throws Exception {
        approve("Porch lamp");
        var yesterday = Files.copy(file, folder.resolve("Yesterday.hearth"));
        renew();
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        home.close();
        Files.copy(yesterday, file, StandardCopyOption.REPLACE_EXISTING);
        home = clock.open(file);
        assertInstanceOf(Standing.Older.class, home.watch().standing());
        assertThrows(BlockedException.class, this::renew);
        assertEquals(-1, Files.mismatch(yesterday, file));
    }

    @Test
    void nothingOfTheOldFileOpensTheNewOne() throws Exception {
        var before = rows(file);
        renew();
        home.close();
        var after = rows(file);
        assertFalse(after.stream().anyMatch(before::contains), "a lock or record has stayed");
    }

    /// Every lock and record, in hexadecimal.
    private static Set<String> rows(Path file) throws SQLException {
        var copy = new HashSet<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copyOf(file));
                var select = connection.createStatement();
                var rows = select.executeQuery("SELECT hex(lock) FROM slot UNION ALL SELECT hex(sealed) FROM record")) {
            while (rows.next()) {
                copy.add(rows.getString(1));
            }
        }
        return copy;
    }

    private static Path copyOf(Path file) {
        try {
            return Files.copy(
                    file, Files.createTempDirectory(file.getParent(), "copy").resolve("Copy.hearth"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void otherPassphrasesEndAndTokensStay() throws Exception {
        addAnna();
        var token = new SoftToken("secp256r1");
        home.unlocking()
                .add(
                        new NewSlot(
                                new SlotName("Blue token"), new LockPlan.Held(token.point()), Optional.of("pkcs11:")),
                        present(),
                        shown());
        var prepared = home.newVaultKey().prepare(present());
        assertEquals(List.of(2L), prepared.ended().stream().map(UnlockSlot::id).toList());
        prepared.make(shown(), Argon2Cost.MINIMUM);
        assertEquals(0, token.askings());
        assertEquals(
                Refusal.WRONG_SECRET,
                assertInstanceOf(Unlocked.Refused.class, clock.homes().open(file, new LockSecret.Remembered(annas)))
                        .refusal());
        home = assertInstanceOf(Unlocked.Open.class, clock.homes().open(file, new LockSecret.Held(token)))
                .home();
        assertEquals(
                List.of(1L, 3L),
                home.unlocking().slots().stream().map(UnlockSlot::id).toList());
        assertEquals(
                Optional.of(new SlotName("Blue token")),
                home.unlocking().slots().getLast().name());
    }

    @Test
    void whatEndsForTheRootIsSaidBefore() throws Exception {
        var token = new SoftToken("secp384r1");
        home.rootWays()
                .change(
                        new LockSecret.Remembered(root),
                        List.of(new LockPlan.Remembered(root, Argon2Cost.MINIMUM), new LockPlan.Held(token.point())));
        var prepared = home.newVaultKey().prepare(present());
        assertEquals(1, prepared.endedToRoot(shown()).size());
        prepared.make(shown(), Argon2Cost.MINIMUM);
        home = clock.open(file);
        assertEquals(1, home.rootWays().all().size());
        assertThrows(
                RefusedException.class,
                () -> home.addZone(new ZoneName("garden"), new RootSecret.Opening(new LockSecret.Held(token))));
    }

    @Test
    void aWrongRootSecretChangesNothing() throws Exception {
        var before = Files.readAllBytes(file);
        var prepared = home.newVaultKey().prepare(present());
        var refused = assertThrows(
                RefusedException.class, () -> prepared.make(RootSecret.of(passphrase), Argon2Cost.MINIMUM));
        assertEquals(Refusal.WRONG_SECRET, refused.refusal());
        assertThrows(RefusedException.class, () -> home.newVaultKey().prepare(new LockSecret.Remembered(root)));
        assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
        assertEquals(Set.of(file), filesIn(folder));
        approve("Porch lamp");
    }

    @Test
    void aHomeWhoseSlotsSomebodyChangedIsReadAndGetsANewKey() throws Exception {
        addAnna();
        approve("Porch lamp");
        home.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM slot WHERE id = 2");
        }
        assertEquals(
                Refusal.SLOTS_CHANGED,
                assertInstanceOf(Unlocked.Refused.class, clock.homes().open(file, present()))
                        .refusal());
        var before = Files.readAllBytes(file);
        home = assertInstanceOf(Unlocked.Open.class, clock.homes().openDespiteSlots(file, present()))
                .home();
        assertTrue(home.devices().find(new DeviceName("Porch lamp")).isPresent());
        assertThrows(IllegalStateException.class, () -> home.addZone(new ZoneName("garden"), shown()));
        assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
        renew();
        assertEquals(1, home.unlocking().slots().size());
        approve("Garden lamp");
        assertInstanceOf(JournalVerdict.Intact.class, home.journal().verify());
    }

    @Test
    void theHomeThatWasRenewedIsClosed() throws Exception {
        var prepared = home.newVaultKey().prepare(present());
        prepared.make(shown(), Argon2Cost.MINIMUM);
        assertThrows(IllegalStateException.class, () -> home.addZone(new ZoneName("garden"), shown()));
        home = clock.open(file);
        assertEquals(2, home.issuers().zones().size());
    }
}
