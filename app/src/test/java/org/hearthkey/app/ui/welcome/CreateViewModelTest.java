package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.passphrase.NewPassphrase.Lack;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.home.CreationStep;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Rehearsed;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateViewModelTest {
    private static final String HOME = "orchard bicycle thunder seven";
    private static final String ROOT = "harvest window cobalt eleven";

    @TempDir
    private Path folder = Path.of(".");

    private final Visits visits = new Visits();
    private Rehearsed rehearsed = Rehearsed.YES;
    private Occasion occasion = new Occasion.Wanted();
    private CreateViewModel model = model();

    @BeforeEach
    void begin() {
        model = model();
    }

    @AfterEach
    void closeHomes() {
        visits.close();
    }

    @Test
    void leadsFromANameToAnOpenHome() {
        decide();
        model.zones().setAll(new ZoneName("doors"));
        model.next();
        var made =
                assertInstanceOf(CreateState.Made.class, model.stateProperty().get());
        assertEquals(4, made.root().words().words().size());
        model.back();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
        assertNothingIsTyped();
        assertTrue(Files.exists(folder.resolve("Maple House.hearth")));
    }

    @Test
    void makesTheFirstRecoverySheetsWithWhatWasTyped() {
        decide();
        model.next();
        model.next();
        assertEquals(List.of("enter with sheets Maple House.hearth"), visits.places);
        assertEquals(3, visits.sheets);
        assertNothingIsTyped();
    }

    @Test
    void entersWithoutSheetsWhenNobodyIsThere() {
        decide();
        model.next();
        model.nobodyIsHere();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
        assertNothingIsTyped();
    }

    private void assertNothingIsTyped() {
        assertTrue(model.home().typed().isEmpty());
        assertTrue(model.root().again().isEmpty());
    }

    @Test
    void saysWhatIsStillMissing() {
        assertEquals(Optional.of(new CreateBlocker.NoName()), blocker());
        model.next();
        assertEquals(CreateStep.NAME, model.stateProperty().get().step());
        model.nameProperty().set("Maple House");
        model.next();
        assertEquals(Optional.of(new CreateBlocker.HomePassphrase(Lack.NOTHING_TYPED)), blocker());
        type(model.home(), HOME);
        assertEquals(Optional.of(new CreateBlocker.RootPassphrase(Lack.NOTHING_TYPED)), blocker());
        type(model.root(), ROOT);
        assertEquals(Optional.empty(), blocker());
        model.next();
        model.zones().clear();
        assertEquals(Optional.of(new CreateBlocker.NoZone()), blocker());
    }

    @Test
    void tellsEveryTimeThatSomethingElseIsMissing() {
        var told = new ArrayList<Optional<CreateBlocker>>();
        model.nameProperty().set("Maple House");
        model.next();
        model.blockerProperty().subscribe(blocker -> told.add(blocker));
        model.home().typed().set(HOME.toCharArray());
        model.home().again().set(HOME.toCharArray());
        model.root().typed().set(ROOT.toCharArray());
        assertEquals(
                List.of(
                        Optional.of(new CreateBlocker.HomePassphrase(Lack.NOTHING_TYPED)),
                        Optional.of(new CreateBlocker.HomePassphrase(Lack.NOT_REPEATED)),
                        Optional.of(new CreateBlocker.RootPassphrase(Lack.NOTHING_TYPED)),
                        Optional.of(new CreateBlocker.RootPassphrase(Lack.NOT_REPEATED))),
                told);
    }

    @Test
    void wantsTwoDifferentPassphrases() {
        type(model.home(), HOME);
        type(model.root(), HOME);
        assertEquals(
                Optional.of(NewPassphrase.Lack.SAME_AS_OTHER),
                model.root().lackProperty().get());
        model.home().typed().set((HOME + " more").toCharArray());
        assertEquals(Optional.empty(), model.root().lackProperty().get());
    }

    @Test
    void wantsEachPassphraseTwice() {
        model.home().typed().set(HOME.toCharArray());
        assertEquals(
                Optional.of(NewPassphrase.Lack.NOT_REPEATED),
                model.home().lackProperty().get());
        model.home().again().set("orchard bicycle".toCharArray());
        assertEquals(
                Optional.of(NewPassphrase.Lack.DIFFERS),
                model.home().lackProperty().get());
        assertThrows(IllegalStateException.class, () -> model.home().take());
    }

    @Test
    void looksAtThePassphraseAgainWhenTheHomeIsCalledDifferently() {
        type(model.home(), HOME);
        assertTrue(model.home().verdictProperty().get().isEnough());
        model.nameProperty().set("Orchard Bicycle");
        assertFalse(model.home().verdictProperty().get().isEnough());
    }

    @Test
    void suggestsWordsThatAreEnough() {
        model.root().suggest();
        assertEquals(Optional.empty(), model.root().lackProperty().get());
        int words = model.root().typed().use(letters -> new String(letters).split(" ", -1).length);
        assertEquals(6, words);
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws Exception {
        Files.writeString(folder.resolve("Maple House.hearth"), "mine");
        decide();
        model.next();
        var failed =
                assertInstanceOf(CreateState.Failed.class, model.stateProperty().get());
        assertInstanceOf(FileAlreadyExistsException.class, failed.cause());
        assertEquals("mine", Files.readString(folder.resolve("Maple House.hearth")));
        model.back();
        assertEquals(
                new CreateState.Deciding(CreateStep.ZONES),
                model.stateProperty().get());
    }

    @Test
    void stopsBeforeTheRootSigns() throws Exception {
        decide();
        model.stateProperty().subscribe(state -> {
            if (state instanceof CreateState.Making(var step) && step == CreationStep.STRETCHING_PASSPHRASES) {
                model.back();
            }
        });
        model.next();
        assertEquals(
                new CreateState.Deciding(CreateStep.ZONES),
                model.stateProperty().get());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void tellsHowFarTheMakingIs() {
        var told = new ArrayList<CreateState>();
        decide();
        model.stateProperty().subscribe(state -> {
            told.add(state);
        });
        model.next();
        for (var step : CreationStep.values()) {
            assertTrue(told.contains(new CreateState.Making(step)), step.name());
        }
    }

    @Test
    void namesTheFileAfterTheHome() {
        model.nameProperty().set("Mum/Dad: the \"old\" house.");
        assertEquals(
                "Mum Dad the old house.hearth",
                model.fileProperty().get().getFileName().toString());
    }

    @Test
    void addsZonesAsTheyAreTyped() {
        assertTrue(model.addZone(" Living room "));
        assertTrue(model.zones().contains(new ZoneName("living-room")));
        assertFalse(model.addZone("living room"));
        assertFalse(model.addZone("root"));
        assertFalse(model.addZone("Küche"));
        assertFalse(model.suggestions().contains(new ZoneName("doors")));
    }

    @Test
    void wipesWhatWasTypedWhenLeft() {
        type(model.home(), HOME);
        model.back();
        assertEquals(List.of("welcome"), visits.places);
        assertTrue(model.home().typed().isEmpty());
    }

    private void decide() {
        model.nameProperty().set("Maple House");
        model.next();
        type(model.home(), HOME);
        type(model.root(), ROOT);
        model.next();
    }

    private Optional<CreateBlocker> blocker() {
        return model.blockerProperty().get();
    }

    private static void type(NewPassphrase passphrase, String text) {
        passphrase.typed().set(text.toCharArray());
        passphrase.again().set(text.toCharArray());
    }

    @Test
    void advisesARehearsalAndLetsItBeOverruled() {
        rehearsed = Rehearsed.NO;
        model = model();
        model.nameProperty().set("Maple House");
        assertEquals(Optional.of(new CreateBlocker.NotRehearsed()), blocker());
        model.rehearse();
        assertEquals(List.of("rehearse"), visits.places);
        model.withoutProperty().set(true);
        assertEquals(Optional.empty(), blocker());
    }

    @Test
    void aHomeOfACeremonyKeepsItFromItsFirstCommit() throws IOException {
        var step = CeremonySteps.upTo(Act.CREATE_HOME);
        occasion = new Occasion.InCeremony(step);
        rehearsed = Rehearsed.NO;
        model = model();
        decide();
        model.next();
        assertInstanceOf(CreateState.Made.class, model.stateProperty().get());
        model.next();
        assertEquals(List.of("enter in ceremony Maple House.hearth"), visits.places);
        visits.close();
        try (var typed = new Passphrase(HOME.toCharArray());
                var opened = assertInstanceOf(
                                Unlocked.Open.class,
                                new Homes(InstantSource.system(), new SecureRandom(), () -> Argon2Cost.MINIMUM)
                                        .open(folder.resolve("Maple House.hearth"), new LockSecret.Remembered(typed)))
                        .home()) {
            var open = opened.ceremonies().open().orElseThrow();
            assertEquals(step.withAct().done(), open.done());
            assertEquals(step.ceremony().setting(), open.setting());
        }
    }

    @Test
    void leavingGoesBackToTheStepOfTheCeremony() {
        var step = CeremonySteps.upTo(Act.CREATE_HOME);
        occasion = new Occasion.InCeremony(step);
        model = model();
        model.back();
        assertEquals(List.of("hold Make a home and its root"), visits.places);
        assertEquals(Optional.of(step.ceremony()), visits.held.getFirst().begun());
    }

    @Test
    void aHomeCanBeMadeInACeremonyInstead() {
        model.holdCeremony();
        rehearsed = Rehearsed.IS_REHEARSAL;
        model = model();
        model.holdCeremony();
        assertEquals(
                List.of("hold Make a home and its root", "hold Rehearse: make a home, lose it, bring it back"),
                visits.places);
    }

    private CreateViewModel model() {
        var clock = InstantSource.fixed(Instant.parse("2026-11-22T08:12:00Z"));
        var random = new SecureRandom();
        return new CreateViewModel(
                new Homes(clock, random, () -> Argon2Cost.MINIMUM),
                new AtOnce(),
                visits,
                random,
                folder,
                rehearsed,
                occasion);
    }
}
