package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TestHomes clock = new TestHomes();
    private final Computer computer = new Computer();
    private final Attempts attempts = new Attempts(computer, clock);

    @TempDir
    private Path folder;

    /// Remembers as long as the test lasts.
    private static final class Computer implements KeptTries {
        private final Map<Path, WrongTries> kept = new HashMap<>();
        private boolean readOnly;

        @Override
        public Optional<WrongTries> read(Path file) {
            return Optional.ofNullable(kept.get(file));
        }

        @Override
        public void write(Path file, WrongTries tries) throws IOException {
            requireWritable();
            kept.put(file, tries);
        }

        @Override
        public void forget(Path file) throws IOException {
            requireWritable();
            kept.remove(file);
        }

        private void requireWritable() throws IOException {
            if (readOnly) {
                throw new IOException("Read-only");
            }
        }
    }

    private Path file() {
        return folder.resolve("Maple.hearth");
    }

    private void countWrong(int times) {
        for (int time = 0; time < times; time++) {
            attempts.countWrong(file());
        }
    }

    @Test
    void threeAreFreeThenThePauseDoublesUpToAMinute() {
        var pauses = new ArrayList<Long>();
        for (int time = 0; time < 12; time++) {
            attempts.countWrong(file());
            pauses.add(attempts.untilNext(file()).toSeconds());
        }
        assertEquals(List.of(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), pauses);
    }

    @Test
    void thePauseRunsOut() {
        countWrong(6);
        clock.pass(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(1), attempts.untilNext(file()));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, attempts.untilNext(file()));
    }

    @Test
    void otherFilesAreNotSlowed() {
        countWrong(20);
        assertEquals(Duration.ZERO, attempts.untilNext(folder.resolve("Other.hearth")));
    }

    @Test
    void aClockThatIsSetBackNeitherEndsThePauseNorMakesItLonger() {
        countWrong(20);
        clock.pass(Duration.ofDays(-1000));
        assertEquals(Duration.ofSeconds(60), attempts.untilNext(file()));
        clock.pass(Duration.ofSeconds(59));
        assertEquals(Duration.ofSeconds(1), attempts.untilNext(file()));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, attempts.untilNext(file()));
    }

    @Test
    void aRecordThatCannotBeWrittenLocksNobodyOut() {
        countWrong(20);
        computer.readOnly = true;
        clock.pass(Duration.ofDays(-1000));
        assertEquals(Duration.ZERO, attempts.untilNext(file()));
        attempts.countWrong(file());
        attempts.forget(file());
        assertEquals(20, attempts.of(file()).orElseThrow().count());
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        var tries = new WrongTries(7, NOON, NOON.plusMillis(250));
        assertEquals(Optional.of(tries), WrongTries.parse(tries.text() + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "seven 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z",
                "0 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z",
                "7 2026-11-22T12:00:01Z 2026-11-22T12:00:00Z",
                "7 2026-11-22T12:00:00Z tomorrow",
                "7 2026-11-22T12:00:00Z +1000000000-12-31T23:59:59Z",
                "99999999999 2026-11-22T12:00:00Z 2026-11-22T12:00:00Z"
            })
    void whatIsNoRecordCountsAsNone(String text) {
        assertEquals(Optional.empty(), WrongTries.parse(text));
    }

    @Test
    void theRightPassphraseOpensAtOnceAfterThreeWrongOnesAndTheJournalTellsOfThem() throws IOException {
        clock.counting(computer);
        clock.create(file()).close();
        for (int time = 0; time < 3; time++) {
            assertEquals(
                    Refusal.WRONG_SECRET,
                    assertInstanceOf(Unlocked.Refused.class, tryWrong()).refusal());
            clock.pass(Duration.ofSeconds(10));
        }
        var told = new WrongTries(3, NOON, NOON.plusSeconds(20));
        assertEquals(Optional.of(told), openTold());
        try (var home = clock.open(file())) {
            var newest = home.journal().newest(Long.MAX_VALUE, 1).getFirst();
            assertEquals("unlock.failed", newest.act());
            assertEquals(
                    Map.of("tries", 3L, "first", "2026-11-22T12:00:00Z", "last", "2026-11-22T12:00:20Z"),
                    newest.facts());
        }
    }

    @Test
    void theOwnerIsToldOnceAndPlainUnlockingWritesNothing() throws IOException {
        clock.counting(computer);
        clock.create(file()).close();
        tryWrong();
        assertTrue(openTold().isPresent());
        long commit;
        try (var home = clock.open(file())) {
            commit = home.soundness().commit();
        }
        assertEquals(2, commit);
        assertEquals(Optional.empty(), openTold());
    }

    @Test
    void afterTooManyNothingIsTriedUntilThePauseIsOver() throws IOException {
        clock.counting(computer);
        clock.create(file()).close();
        for (int time = 0; time < 4; time++) {
            tryWrong();
        }
        assertEquals(new Unlocked.Wait(Duration.ofSeconds(1)), tryRight());
        assertEquals(new Unlocked.Wait(Duration.ofSeconds(1)), tryWrong());
        clock.pass(Duration.ofSeconds(1));
        assertEquals(4, openTold().orElseThrow().count());
    }

    @Test
    void aFileThatIsRefusedForAnotherReasonCountsNothing() throws IOException {
        clock.counting(computer);
        try (var open = clock.create(file())) {
            assertEquals(1, open.soundness().commit());
            assertEquals(
                    Refusal.IN_USE,
                    assertInstanceOf(Unlocked.Refused.class, tryRight()).refusal());
        }
        assertEquals(Map.of(), computer.kept);
    }

    @Test
    void aFileThatIsOlderThanItsWitnessGetsNoEntry() throws IOException {
        clock.on(new FakeComputer());
        clock.counting(computer);
        clock.create(file()).close();
        var yesterday = Files.copy(file(), folder.resolve("Yesterday.hearth"));
        tryWrong();
        openTold();
        Files.copy(yesterday, file(), StandardCopyOption.REPLACE_EXISTING);
        tryWrong();
        assertEquals(1, openTold().orElseThrow().count());
        assertEquals(1, attempts.of(file()).orElseThrow().count());
        try (var home = clock.open(file())) {
            assertEquals(1, home.soundness().commit());
        }
    }

    @Test
    void countingThatFailsKeepsNobodyFromOpening() throws IOException {
        clock.counting(computer);
        computer.readOnly = true;
        clock.create(file()).close();
        for (int time = 0; time < 9; time++) {
            tryWrong();
        }
        assertEquals(Optional.empty(), openTold());
    }

    private Unlocked tryWrong() throws IOException {
        try (var wrong = new Passphrase("maple bench at the south window".toCharArray())) {
            return clock.homes().open(file(), new LockSecret.Remembered(wrong));
        }
    }

    private Unlocked tryRight() throws IOException {
        try (var right = TestHomes.passphrase()) {
            return clock.homes().open(file(), new LockSecret.Remembered(right));
        }
    }

    private Optional<WrongTries> openTold() throws IOException {
        var open = assertInstanceOf(Unlocked.Open.class, tryRight());
        open.home().close();
        return open.wrongTries();
    }
}
