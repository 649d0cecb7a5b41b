package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.SigningException;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.PublicKeyInfo;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.TokenAgreementKey;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenSession;
import org.hearthkey.core.token.TokenSigningKey;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import org.hearthkey.core.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Homes whose root lives on a token, or that a token unlocks.
class TokenHomeTest {
    private static final Path READER = Path.of("src/test/python/read_home.py").toAbsolutePath();
    private static final ZoneName GARDEN = new ZoneName("garden");

    private final TestHomes clock = new TestHomes();
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private Path file;
    private SoftHsm hsm;
    private SoftHsm.Token device;

    @BeforeEach
    void takesAToken() {
        file = folder.resolve("Maple.hearth");
        hsm = SoftHsm.here();
        device = hsm.take();
    }

    @Test
    void aTokenPulledWhileAHomeIsMadeLeavesNoFile() throws Exception {
        try (var token = open(device)) {
            var made = token.make(TokenUse.ROOT, "root", random);
            var key = new PulledKey(token.signing(made, random), device, 3);
            var failed = assertThrows(SigningException.class, () -> create(key, made.uri()));
            assertEquals(TokenTrouble.PULLED, failed.trouble().orElseThrow().trouble());
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aTokenPulledWhileAZoneIsSignedChangesNothing() throws Exception {
        try (var token = open(device)) {
            var made = token.make(TokenUse.ROOT, "root", random);
            try (var home = create(token.signing(made, random), made.uri())) {
                var before = home.soundness();
                var key = new PulledKey(token.signing(made, random), device, 0);
                var failed =
                        assertThrows(SigningException.class, () -> home.addZone(GARDEN, new RootSecret.OnToken(key)));
                assertEquals(TokenTrouble.PULLED, failed.trouble().orElseThrow().trouble());
                assertEquals(before, home.soundness());
                assertTrue(home.issuers().zone(GARDEN).isEmpty());
            }
        }
    }

    @Test
    void theKeyOfAnotherTokenIsNotTheRoots() throws Exception {
        StoredKey made;
        try (var token = open(device)) {
            made = token.make(TokenUse.ROOT, "root", random);
            create(token.signing(made, random), made.uri()).close();
        }
        var other = hsm.take();
        try (var token = open(other);
                var home = clock.open(file)) {
            var key = token.signing(token.make(TokenUse.ROOT, "root", random), random);
            var refused = assertThrows(RefusedException.class, () -> home.addZone(GARDEN, new RootSecret.OnToken(key)));
            assertEquals(Refusal.WRONG_SECRET, refused.refusal());
            assertFalse(home.rootPlaces().isInFile());
            assertEquals(List.of(made.uri()), home.rootPlaces().tokens());
        }
    }

    @Test
    void aTokenAloneUnlocksAHomeAndNothingElseDoesInItsPlace() throws Exception {
        try (var token = open(device)) {
            var key = token.agreeing(token.make(TokenUse.UNLOCK, "door", random), random);
            addSlot(new LockPlan.Held(key.point()), key);
            assertInstanceOf(Unlocked.Open.class, unlock(new LockSecret.Held(key)));
            try (var passphrase = TestHomes.passphrase()) {
                assertRefused(unlock(new LockSecret.RememberedAndHeld(passphrase, key)));
            }
            assertRefusedForAnotherToken();
        }
    }

    @Test
    void aSlotOfPassphraseAndTokenWantsBoth() throws Exception {
        try (var token = open(device);
                var passphrase = new Passphrase("a third sentence of its own".toCharArray())) {
            var key = token.agreeing(token.make(TokenUse.UNLOCK, "door", random), random);
            addSlot(new LockPlan.RememberedAndHeld(passphrase, Argon2Cost.MINIMUM, key.point()), key);
            assertInstanceOf(Unlocked.Open.class, unlock(new LockSecret.RememberedAndHeld(passphrase, key)));
            assertRefused(unlock(new LockSecret.Held(key)));
            assertRefused(unlock(new LockSecret.Remembered(passphrase)));
        }
    }

    @Test
    void aReaderInAnotherLanguageOpensSlotsOfATokenAndOfBoth() throws Exception {
        Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
        Files.writeString(folder.resolve("beside"), "a third sentence of its own\n");
        try (var token = open(device);
                var passphrase = new Passphrase("a third sentence of its own".toCharArray())) {
            var key = token.agreeing(token.make(TokenUse.UNLOCK, "door", random), random);
            addSlot(new LockPlan.Held(key.point()), key);
            addBoth(passphrase, key);
        }
        read("door")
                .accepts()
                .says("slot 2 token\n")
                .says("slot 3 passphrase and token\n")
                .says("journal ");
        read("door", "--passphrase-file", "beside").accepts().says("records issuer 4");
        Files.writeString(folder.resolve("beside"), "another sentence\n");
        read("door", "--passphrase-file", "beside").refuses("refused: wrong-secret (13)");
    }

    private void addBoth(Passphrase beside, TokenAgreementKey key) throws Exception {
        try (var home = clock.open(file);
                var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            var plan = new LockPlan.RememberedAndHeld(beside, Argon2Cost.MINIMUM, key.point());
            var slot = NewSlot.of(new SlotName("Both"), plan);
            home.unlocking().add(slot, new LockSecret.Remembered(passphrase), RootSecret.of(root));
        }
    }

    private Peer.Answer read(String key, String... more) {
        var arguments = new ArrayList<>(List.of(READER.toString(), file.toString(), "--token", device.label()));
        arguments.addAll(List.of("--module", hsm.module().toString(), "--key", key, "--pin-file", "pin"));
        arguments.addAll(List.of(more));
        return hsm.seenBy(Peer.python(folder, "cryptography", "argon2")).run(arguments.toArray(String[]::new));
    }

    @Test
    void aTokenPulledWhileUnlockingIsCalledPulled() throws Exception {
        try (var token = open(device)) {
            var key = token.agreeing(token.make(TokenUse.UNLOCK, "door", random), random);
            addSlot(new LockPlan.Held(key.point()), key);
            device.pull();
            var failed = assertThrows(TokenException.class, () -> unlock(new LockSecret.Held(key)));
            assertEquals(TokenTrouble.PULLED, failed.trouble());
        }
    }

    private void assertRefusedForAnotherToken() throws IOException {
        try (var other = open(hsm.take())) {
            var key = other.agreeing(other.make(TokenUse.UNLOCK, "door", random), random);
            assertRefused(unlock(new LockSecret.Held(key)));
        }
    }

    private static void assertRefused(Unlocked unlocked) {
        assertEquals(
                Refusal.WRONG_SECRET,
                assertInstanceOf(Unlocked.Refused.class, unlocked).refusal());
    }

    private Unlocked unlock(LockSecret secret) throws IOException {
        var unlocked = clock.homes().open(file, secret);
        if (unlocked instanceof Unlocked.Open(var home, var _)) {
            home.close();
        }
        return unlocked;
    }

    private void addSlot(LockPlan plan, TokenAgreementKey key) throws Exception {
        try (var home = clock.create(file);
                var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            var slot = new NewSlot(
                    new SlotName("Blue token"),
                    plan,
                    Optional.of(key.stored().uri().text()));
            assertInstanceOf(
                    SlotOutcome.Done.class,
                    home.unlocking().add(slot, new LockSecret.Remembered(passphrase), RootSecret.of(root)));
        }
    }

    private Home create(SigningKey key, TokenUri uri) throws IOException {
        var plan = new NewHome(new HomeName("Maple House"), List.of(TestHomes.LIGHTING));
        try (var passphrase = TestHomes.passphrase()) {
            return clock.homes()
                    .create(file, plan, clock.homes().lockFor(passphrase), new NewRoot.OnToken(key, uri), _ -> {});
        }
    }

    private TokenSession open(SoftHsm.Token plugged) throws TokenException {
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray())) {
            return new Tokens(List.of(hsm.module()))
                    .find(TokenUri.parse(plugged.uri()).orElseThrow())
                    .open(pin);
        }
    }

    /// A key whose token is pulled after some signatures.
    private static final class PulledKey implements SigningKey {
        private final TokenSigningKey key;
        private final SoftHsm.Token device;
        private int left;

        PulledKey(TokenSigningKey key, SoftHsm.Token device, int left) {
            this.key = key;
            this.device = device;
            this.left = left;
        }

        @Override
        public KeyProfile profile() {
            return key.profile();
        }

        @Override
        public PublicKeyInfo publicKey() {
            return key.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) throws GeneralSecurityException {
            if (left == 0) {
                device.pull();
            }
            left--;
            return key.sign(message);
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
