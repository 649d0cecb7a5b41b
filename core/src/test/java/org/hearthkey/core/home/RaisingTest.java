package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.PassphraseCost;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening a home whose lock was made on a slower computer.
class RaisingTest {
    private static final Argon2Cost FASTER = new Argon2Cost(65_536, 5, 4);

    private final TestHomes clock = new TestHomes();
    private final FakeComputer computer = new FakeComputer();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void createsAHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        clock.on(computer);
        clock.create(file).close();
    }

    /// A computer on which guesses are quick.
    private static class QuickComputer implements PassphraseCost {
        @Override
        public Argon2Cost ofNew() {
            return FASTER;
        }

        @Override
        public Optional<Argon2Cost> inPlaceOf(Argon2Cost present, Duration took) {
            assertTrue(took.isPositive(), "how long the guess took is known");
            return present.work() < FASTER.work() ? Optional.of(FASTER) : Optional.empty();
        }
    }

    private Home openOn(PassphraseCost cost, Passphrase passphrase) throws IOException {
        var homes = new Homes(clock, new SecureRandom(), cost, computer, new Attempts(KeptTries.NONE, clock));
        return assertInstanceOf(Unlocked.Open.class, homes.open(file, new LockSecret.Remembered(passphrase)))
                .home();
    }

    private Home openOnQuickComputer() throws IOException {
        try (var passphrase = TestHomes.passphrase()) {
            return openOn(new QuickComputer(), passphrase);
        }
    }

    private static List<Argon2Cost> costs(Home home) {
        return home.unlocking().slots().stream()
                .map(slot -> slot.cost().orElseThrow())
                .toList();
    }

    @Test
    void theLockIsMadeAnewOnceAndTheJournalTellsOfIt() throws IOException {
        try (var home = openOnQuickComputer()) {
            assertEquals(List.of(FASTER), costs(home));
            var newest = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
            assertEquals("slot.raise", newest.act());
            assertEquals(
                    Map.of("slot", 1L, "factors", "passphrase", "from", "m=65536,t=3,p=4", "to", "m=65536,t=5,p=4"),
                    newest.facts());
            assertEquals(2, home.soundness().commit());
        }
        try (var home = openOnQuickComputer()) {
            assertEquals(2, home.soundness().commit());
        }
    }

    @Test
    void onlyTheSlotThatWasOpenedChanges() throws Exception {
        try (var annas = new Passphrase("seven quiet herons at dusk".toCharArray());
                var first = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            try (var home = clock.open(file)) {
                var anna = NewSlot.of(new SlotName("Anna"), new LockPlan.Remembered(annas, Argon2Cost.MINIMUM));
                home.unlocking().add(anna, new LockSecret.Remembered(first), RootSecret.of(root));
            }
            try (var home = openOn(new QuickComputer(), annas)) {
                assertEquals(List.of(Argon2Cost.MINIMUM, FASTER), costs(home));
            }
        }
    }

    @Test
    void aFileThatIsOlderThanItsWitnessStaysAsItIs() throws IOException {
        var yesterday = Files.copy(file, folder.resolve("Yesterday.hearth"));
        openOnQuickComputer().close();
        Files.copy(yesterday, file, StandardCopyOption.REPLACE_EXISTING);
        try (var home = openOnQuickComputer()) {
            assertInstanceOf(Standing.Older.class, home.watch().standing());
            assertEquals(List.of(Argon2Cost.MINIMUM), costs(home));
        }
        assertEquals(-1, Files.mismatch(yesterday, file));
    }

    @Test
    void aCommitThatFailsLeavesTheSlotOfBeforeAndKeepsNobodyOut() throws IOException {
        var journal = folder.resolve("Maple.hearth-journal");
        var failing = new QuickComputer() {
            @Override
            public Optional<Argon2Cost> inPlaceOf(Argon2Cost present, Duration took) {
                try {
                    Files.createDirectory(journal);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
                return super.inPlaceOf(present, took);
            }
        };
        try (var passphrase = TestHomes.passphrase();
                var home = openOn(failing, passphrase)) {
            assertEquals(List.of(Argon2Cost.MINIMUM), costs(home));
        }
        Files.delete(journal);
        try (var home = clock.open(file)) {
            assertEquals(1, home.soundness().commit());
            assertEquals(List.of(Argon2Cost.MINIMUM), costs(home));
        }
    }
}
