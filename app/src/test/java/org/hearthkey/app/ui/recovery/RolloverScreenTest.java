package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.authority.RolloverRecords.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The card that changes the home's root.
class RolloverScreenTest {
    private static final Words WORDS = Contexts.WORDS;

    @TempDir
    Path folder;

    private Optional<RecoveryViewModel> kept = Optional.empty();

    private RecoveryView screen(HomeContext context) {
        var model = new RecoveryViewModel(
                context,
                new AtOnce(),
                new PrintedPapers(),
                QuietAir.CIRCUMSTANCES,
                Contexts.LOCKSMITH,
                QuietAir.NO_WAY);
        kept = Optional.of(model);
        return new RecoveryView(model, context, new SheetWays(ChosenFiles.NONE, Cameras::none));
    }

    private RolloverViewModel model() {
        return kept.orElseThrow().rollover();
    }

    private RolloverViewModel.State.UnderWay underWay() {
        return assertInstanceOf(
                RolloverViewModel.State.UnderWay.class, model().stateProperty().get());
    }

    private static Button button(Gallery gallery, String key) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && WORDS.text(key).equals(button.getText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow();
    }

    private static void press(Gallery gallery, String key) {
        gallery.act(() -> button(gallery, key).fire());
    }

    private static void down(Gallery gallery) {
        gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-scroll")).setVvalue(1));
    }

    private static void hide(Gallery gallery) {
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
    }

    private static void act(Gallery gallery, RootAct act) {
        gallery.act(() -> {
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        assertInstanceOf(RootAct.State.Done.class, act.stateProperty().get());
    }

    @Test
    void theRootIsChangedOnceTheOwnerHasMarkedTheDevicesOrGivesThemUp() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var before = home.home().issuers().root().certificate();
        change(gallery, home, Appearance.LIGHT, 1056, 800, "-light");
        assertNotEquals(before, home.home().issuers().root().certificate());
        change(gallery, home, Appearance.DARK, 1024, 700, "-small-dark");
    }

    private void change(Gallery gallery, RealisticHome home, Appearance look, int width, int height, String suffix) {
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), look, width, height);
        assertInstanceOf(
                RolloverViewModel.State.Settled.class, model().stateProperty().get());
        down(gallery);
        gallery.keep("rollover-settled" + suffix);
        press(gallery, "rollover.begin.button");
        gallery.keep("rollover-begin" + suffix);
        hide(gallery);
        act(gallery, model().beginning(model().asked()));
        home.home()
                .devices()
                .find(underWay().learners().getFirst().id())
                .ifPresent(device -> home.home().rootRollover().handed(device));
        gallery.act(model()::refresh);
        gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-scroll")).setVvalue(0.3));
        gallery.keep("rollover-under-way" + suffix);
        var first = underWay().learners().getFirst();
        assertTrue(first.handed().isPresent());
        var left = underWay().trust().left();
        press(gallery, "rollover.knows.button");
        assertEquals(left - 1, underWay().trust().left());
        assertFalse(underWay().learners().stream().map(Learner::id).anyMatch(first.id()::equals));
        press(gallery, "rollover.cancel.button");
        gallery.keep("rollover-cancel" + suffix);
        hide(gallery);
        press(gallery, "rollover.finish.button");
        gallery.keep("rollover-finish" + suffix);
        hide(gallery);
        act(gallery, model().finishing(underWay().trust().left()));
        var settled = assertInstanceOf(
                RolloverViewModel.State.Settled.class, model().stateProperty().get());
        assertTrue(settled.changed().isPresent());
        assertInstanceOf(
                RecoveryViewModel.State.NoSheets.class,
                kept.orElseThrow().stateProperty().get());
        down(gallery);
        gallery.keep("rollover-done" + suffix);
    }

    @Test
    void aNewRootIsGivenUp() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), Appearance.LIGHT, 1056, 800);
        act(gallery, model().beginning(model().asked()));
        act(gallery, model().cancelling());
        assertInstanceOf(
                RolloverViewModel.State.Settled.class, model().stateProperty().get());
        assertFalse(home.home().rootRollover().isUnderWay());
    }
}
