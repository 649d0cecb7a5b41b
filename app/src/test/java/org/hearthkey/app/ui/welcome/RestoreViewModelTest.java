package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.recovery.ActDue;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.welcome.RestoreViewModel.State;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.Unlocked;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreViewModelTest {
    private static final String NEW_HOME = "quartz lantern visit mushroom";
    private static final String NEW_ROOT = "pencil harbor ninety orbit";

    @TempDir
    Path folder;

    private final Visits visits = new Visits();
    private Path file;
    private Homes homes;
    private InstantSource clock;
    private List<char[]> sheets;
    private RestoreViewModel model;

    @BeforeEach
    void loseThePassphrase() throws IOException {
        var made = RealisticHome.empty(folder);
        sheets = made.makeSheets();
        made.home().close();
        file = folder.resolve("Maple House.hearth");
        homes = new Homes(made.clock(), new SecureRandom(), () -> Argon2Cost.MINIMUM);
        clock = made.clock();
        model = model(Optional.empty());
    }

    private RestoreViewModel model(Optional<ActDue> due) {
        return new RestoreViewModel(
                file,
                homes,
                new AtOnce(),
                visits,
                new SecureRandom(),
                clock,
                Contexts.WORDS,
                Contexts.dates(clock),
                due);
    }

    @AfterEach
    void close() {
        visits.close();
    }

    private void bring(char[] words) throws IOException {
        var sheet = Files.writeString(folder.resolve("sheet.txt"), new String(words));
        model.intake().read(List.of(sheet));
    }

    private void choose() {
        model.passphrases().home().typed().set(NEW_HOME.toCharArray());
        model.passphrases().home().again().set(NEW_HOME.toCharArray());
        model.passphrases().root().typed().set(NEW_ROOT.toCharArray());
        model.passphrases().root().again().set(NEW_ROOT.toCharArray());
    }

    private Unlocked open(String passphrase) throws IOException {
        try (var typed = new Passphrase(passphrase.toCharArray())) {
            return homes.open(file, new LockSecret.Remembered(typed));
        }
    }

    @Test
    void opensAHomeWithTwoSheetsAndNewPassphrases() throws IOException {
        bring(sheets.get(2));
        assertEquals(new State.Asking(1), model.stateProperty().get());
        bring(sheets.get(0));
        assertEquals(new State.Choosing(), model.stateProperty().get());
        model.restore();
        assertEquals(List.of(), visits.places);
        choose();
        assertEquals(Optional.empty(), model.passphrases().blockerProperty().get());
        model.restore();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
        assertEquals(List.of(), model.intake().shares());
        visits.close();
        var opened = assertInstanceOf(Unlocked.Open.class, open(NEW_HOME)).home();
        try (opened) {
            assertEquals(
                    2,
                    opened.unlocking().slots().stream()
                            .filter(slot -> slot.cost().isPresent())
                            .count());
            assertEquals(
                    1,
                    opened.rootWays().all().stream()
                            .filter(way -> way.cost().isPresent())
                            .count());
        }
    }

    @Test
    void saysThatSheetsAreOfAnotherHome() throws IOException {
        var other = RealisticHome.empty(Files.createDirectory(folder.resolve("other")));
        other.makeSheets(); // both homes are drawn from the same seed: their first sheets are the same
        var strange = other.makeSheets();
        other.home().close();
        bring(strange.get(0));
        bring(strange.get(1));
        assertEquals(
                new State.Refused(Refusal.WRONG_SECRET), model.stateProperty().get());
        bring(sheets.get(0));
        bring(sheets.get(1));
        assertEquals(new State.Choosing(), model.stateProperty().get());
    }

    @Test
    void leavingChangesNothing() throws IOException {
        bring(sheets.get(0));
        bring(sheets.get(1));
        choose();
        model.leave();
        assertEquals(List.of("welcome"), visits.places);
        assertEquals(List.of(), model.intake().shares());
        assertInstanceOf(Unlocked.Refused.class, open(NEW_HOME));
    }

    private void bringBack(ActDue due) throws IOException {
        model = model(Optional.of(due));
        bring(sheets.get(0));
        bring(sheets.get(1));
    }

    private Optional<Ceremony> kept(String passphrase) throws IOException {
        try (var opened =
                assertInstanceOf(Unlocked.Open.class, open(passphrase)).home()) {
            return opened.ceremonies().open();
        }
    }

    @Test
    void theStepsOfACeremonyAreKeptWithTheNewPassphrases() throws IOException {
        var due = CeremonySteps.upTo(Act.RECOVER);
        bringBack(due);
        assertEquals(Optional.empty(), kept(RealisticHome.PASSPHRASE));
        choose();
        model.restore();
        assertEquals(List.of("enter in ceremony Maple House.hearth"), visits.places);
        visits.close();
        var kept = kept(NEW_HOME).orElseThrow();
        assertEquals(due.ceremony().setting(), kept.setting());
        assertEquals(due.done().number(), kept.done().size());
        assertEquals(due.ceremony().done(), kept.done().subList(0, due.done().number() - 1));
        bringBack(due);
        assertEquals(new State.DoneBefore(), model.stateProperty().get());
        assertEquals(kept, kept(NEW_HOME).orElseThrow());
    }

    @Test
    void aHomeThatKeepsAnotherCeremonyIsNotChanged() throws IOException {
        try (var opened = assertInstanceOf(Unlocked.Open.class, open(RealisticHome.PASSPHRASE))
                .home()) {
            opened.ceremonies()
                    .begin(Ceremony.of(
                            ShippedScripts.script("drill"),
                            CeremonySteps.upTo(Act.RECOVER).ceremony().setting()));
        }
        bringBack(CeremonySteps.upTo(Act.RECOVER));
        assertEquals(
                new State.OtherCeremony("Prove that the sheets bring the home back"),
                model.stateProperty().get());
        model.leave();
        assertEquals(List.of("hold Open a home with its sheets"), visits.places);
        assertEquals(Optional.of(file), visits.held.getFirst().file());
        assertEquals(0, kept(RealisticHome.PASSPHRASE).orElseThrow().done().size());
    }

    /// What another run of the same script wrote down is not signed as this one's.
    @Test
    void aHomeThatKeepsAnotherRunOfTheScriptIsNotChanged() throws IOException {
        var due = CeremonySteps.upTo(Act.RECOVER);
        try (var opened = assertInstanceOf(Unlocked.Open.class, open(RealisticHome.PASSPHRASE))
                .home()) {
            opened.ceremonies()
                    .begin(Ceremony.of(due.ceremony().script(), due.ceremony().setting()));
        }
        bringBack(due);
        assertEquals(
                new State.OtherCeremony(due.ceremony().script().title()),
                model.stateProperty().get());
    }

    @Test
    void leavingACeremonyThatTheHomeKeepsLeadsToItsPassphrase() throws IOException {
        var due = CeremonySteps.upTo(Act.RECOVER);
        try (var opened = assertInstanceOf(Unlocked.Open.class, open(RealisticHome.PASSPHRASE))
                .home()) {
            due = new ActDue(opened.ceremonies().begin(due.ceremony()), due.done());
        }
        model = model(Optional.of(due));
        model.leave();
        assertEquals(List.of("unlock Maple House.hearth"), visits.places);
    }

    @Test
    void aHomeCanBeRecoveredInACeremonyInstead() {
        model.holdCeremony();
        assertEquals(List.of("hold Open a home with its sheets"), visits.places);
        assertEquals(Optional.of(file), visits.held.getFirst().file());
    }

    @Test
    void showsEachStep() throws Exception {
        var gallery = Gallery.open();
        gallery.show(this::view, Appearance.LIGHT, 1280, 800);
        gallery.keep("restore-light");
        gallery.act(() -> bringAll(1));
        gallery.keep("restore-one-light");
        gallery.show(this::view, Appearance.DARK, 1024, 700);
        gallery.keep("restore-one-small-dark");
        gallery.act(() -> bringAll(2));
        gallery.act(this::choose);
        gallery.keep("restore-passphrases-small-dark");
    }

    private void bringAll(int count) {
        sheets.subList(0, count).forEach(words -> {
            try {
                bring(words);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private RestoreView view() {
        return new RestoreView(
                model, new SheetWays(ChosenFiles.NONE, Cameras::none), new FakeClipboard().keeper(), Contexts.WORDS);
    }
}
