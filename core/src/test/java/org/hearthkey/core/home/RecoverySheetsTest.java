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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.ShareException;
import org.hearthkey.core.recovery.ShareFlaw;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RecoverySheetsTest {
    private final TestHomes clock = new TestHomes();
    private final Passphrase passphrase = TestHomes.passphrase();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase other = new Passphrase("seven quiet herons at dusk".toCharArray());

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
        List.of(passphrase, root, other).forEach(Passphrase::close);
    }

    private SheetDraft draft() throws RefusedException, IOException {
        return home.recoverySheets()
                .draft(SharePlan.TWO_OF_THREE, new LockSecret.Remembered(passphrase), RootSecret.of(root));
    }

    private IssuedSheets keep(SheetDraft draft) throws ShareException, RefusedException {
        draft.shares().forEach(share -> assertEquals(Optional.of(share.seat()), draft.readBack(copy(share))));
        return home.recoverySheets().keep(draft);
    }

    /// As it comes back from paper.
    private static Share copy(Share share) {
        try (var words = share.words()) {
            return Share.of(words);
        } catch (ShareException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Share> two(SheetDraft draft) {
        return List.of(copy(draft.shares().get(2)), copy(draft.shares().get(0)));
    }

    private static LockSecret.Recovered joined(List<Share> shares) throws ShareException {
        return new LockSecret.Recovered(Shares.join(shares));
    }

    private Unlocked reopen(LockSecret secret) throws IOException {
        home.close();
        var unlocked = clock.homes().open(file, secret);
        if (unlocked instanceof Unlocked.Open(var open, var _)) {
            home = open;
        }
        return unlocked;
    }

    @Test
    void nothingIsInForceBeforeEverySheetWasReadBack() throws Exception {
        try (var draft = draft()) {
            assertEquals(3, draft.left().size());
            draft.readBack(copy(draft.shares().get(0)));
            draft.readBack(copy(draft.shares().get(0)));
            draft.readBack(copy(draft.shares().get(1)));
            assertEquals(List.of(draft.shares().get(2).seat()), draft.left());
            assertThrows(
                    IllegalStateException.class, () -> home.recoverySheets().keep(draft));
            assertEquals(Optional.empty(), home.recoverySheets().issued());
            assertEquals(1, home.unlocking().slots().size());
        }
    }

    @Test
    void aSheetOfAnotherDraftIsNotTakenForOne() throws Exception {
        try (var draft = draft();
                var another = draft()) {
            assertEquals(Optional.empty(), draft.readBack(copy(another.shares().getFirst())));
            assertEquals(3, draft.left().size());
        }
    }

    @Test
    void twoSheetsOpenTheHomeAndItsRootWithoutAnyPassphrase() throws Exception {
        List<Share> sheets;
        try (var draft = draft()) {
            keep(draft);
            sheets = two(draft);
        }
        assertInstanceOf(Unlocked.Open.class, reopen(joined(sheets)));
        home.lists().signRoots(new RootSecret.Opening(joined(sheets)));
        assertEquals(
                List.of(Factors.PASSPHRASE, Factors.RECOVERY_SECRET),
                home.unlocking().slots().stream()
                        .map(slot -> slot.factors().orElseThrow())
                        .toList());
        var issues = new ArrayList<JournalEntry>();
        home.journal().each("recovery.issue", issues::add);
        assertEquals(1, issues.size());
    }

    @Test
    void theySurviveNewPassphrases() throws Exception {
        List<Share> sheets;
        try (var draft = draft()) {
            keep(draft);
            sheets = two(draft);
        }
        var core = home.recoverySheets().core().orElseThrow();
        var another = new LockPlan.Remembered(other, Argon2Cost.MINIMUM);
        home.rootWays().change(new LockSecret.Remembered(root), List.of(another));
        home.unlocking().change(1, another, new LockSecret.Remembered(passphrase), RootSecret.of(other));
        assertInstanceOf(Unlocked.Open.class, reopen(joined(sheets)));
        home.lists().signRoots(new RootSecret.Opening(joined(sheets)));
        home.lists().signRoots(RootSecret.of(other));
        assertRefused(() -> home.lists().signRoots(RootSecret.of(root)));
        home.recoverySheets().drill(core, sheets);
    }

    @Test
    void newSheetsEndTheOld() throws Exception {
        List<Share> old;
        try (var draft = draft()) {
            keep(draft);
            old = two(draft);
        }
        var oldCore = home.recoverySheets().core().orElseThrow();
        List<Share> sheets;
        try (var draft = draft()) {
            keep(draft);
            sheets = two(draft);
        }
        var core = home.recoverySheets().core().orElseThrow();
        assertRefused(() -> home.recoverySheets().drill(core, old));
        assertEquals(
                Refusal.WRONG_SECRET,
                assertInstanceOf(Unlocked.Refused.class, reopen(joined(old))).refusal());
        assertInstanceOf(Unlocked.Open.class, reopen(joined(sheets)));
        assertEquals(2, home.unlocking().slots().size());
        assertRefused(() -> home.lists().signRoots(new RootSecret.Opening(joined(old))));
        assertFalse(Arrays.equals(oldCore.bytes(), core.bytes()));
    }

    @Test
    void coreAndSharesGiveTheRootKeyOnAMachineThatHasNothingElse() throws Exception {
        List<Share> sheets;
        byte[] paper;
        try (var draft = draft()) {
            keep(draft);
            sheets = two(draft);
            paper = draft.core().bytes();
        }
        assertTrue(paper.length < 4096, paper.length + " bytes");
        var core = SealedCore.read(paper);
        assertArrayEquals(paper, core.bytes());
        assertArrayEquals(paper, home.recoverySheets().core().orElseThrow().bytes());
        try (SoftwareKey key = core.openRoot(joined(sheets), new SecureRandom())) {
            assertEquals(home.issuers().root().certificate().publicKey(), key.publicKey());
        }
        var one = sheets.subList(0, 1);
        assertEquals(
                ShareFlaw.TOO_FEW,
                assertThrows(ShareException.class, () -> home.recoverySheets().drill(core, one))
                        .flaw());
        for (int i = 0; i < paper.length; i += 7) {
            var changed = paper.clone();
            changed[i] ^= 1;
            assertRefused(() -> SealedCore.read(changed));
        }
    }

    @Test
    void aDrillIsRememberedAndDueAYearLater() throws Exception {
        try (var draft = draft()) {
            var issued = keep(draft);
            assertEquals(clock.instant().plus(Duration.ofDays(365)), issued.drillDue());
            clock.pass(Duration.ofDays(300));
            home.recoverySheets().drill(home.recoverySheets().core().orElseThrow(), two(draft));
        }
        reopen(new LockSecret.Remembered(passphrase));
        var sheets = home.recoverySheets().issued().orElseThrow();
        assertEquals(Optional.of(clock.instant()), sheets.drilled());
        assertEquals(clock.instant().plus(Duration.ofDays(365)), sheets.drillDue());
    }

    @Test
    void theHomeRemembersWhereSheetsAreKept() throws Exception {
        try (var draft = draft()) {
            var first = keep(draft).sheets().getFirst().seat();
            home.recoverySheets().keptAt(first, "with Anna");
        }
        reopen(new LockSecret.Remembered(passphrase));
        assertEquals(
                List.of("with Anna", "", ""),
                home.recoverySheets().issued().orElseThrow().sheets().stream()
                        .map(IssuedSheets.Sheet::keptAt)
                        .toList());
    }

    @Test
    void noWordOfASheetIsInTheFile() throws Exception {
        String words;
        try (var draft = draft()) {
            keep(draft);
            words = draft.shares().getFirst().words().text().use(String::new);
        }
        home.close();
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (var word : words.split(" ", -1)) {
            assertTrue(word.length() < 6 || !bytes.contains(word), "a word of the sheet is in the file");
        }
    }

    private static void assertRefused(Executable act) {
        assertThrows(RefusedException.class, act);
    }
}
