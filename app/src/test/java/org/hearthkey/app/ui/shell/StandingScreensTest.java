package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Checkpoints;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// A home that is older than its witness: said on every screen, with the ways on.
class StandingScreensTest {
    private final Words words = Words.in(Locale.ENGLISH);
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    private RealisticHome home;
    private Gallery gallery;
    private Optional<HomeWindow> shown = Optional.empty();

    @BeforeEach
    void live() throws Exception {
        gallery = Gallery.open();
        home = RealisticHome.in(folder);
    }

    private void show(Appearance look, double width, double height) {
        var model = HomeWindow.model(home, folder, Preferences.FIRST);
        gallery.show(
                () -> {
                    var window = HomeWindow.of(home, model);
                    shown = Optional.of(window);
                    return window.frame();
                },
                look,
                width,
                height);
    }

    private void go(Place place) {
        gallery.act(() -> shown.orElseThrow().open().workspace().go(Destination.to(place)));
    }

    private Button button(String key) {
        Predicate<Node> isIt = node -> node instanceof Button button
                && button.isVisible()
                && words.text(key).equals(button.getText());
        return robot.lookup(isIt).queryAs(Button.class);
    }

    private void press(String key) {
        gallery.act(() -> button(key).fire());
    }

    private boolean hasBanner() {
        return shown.orElseThrow().frame().lookup(".hk-banner").isVisible();
    }

    @Test
    void everyScreenSaysWhatHappenedAndTheRootAcceptsTheLoss() throws Exception {
        home.home().watch().compare(Checkpoints.later(home.home()));
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(look, Gallery.WIDTH, Gallery.HEIGHT);
            for (var place : Place.values()) {
                go(place);
                assertTrue(hasBanner(), place::name);
            }
            go(Place.HOME);
            gallery.keep("standing-home" + suffix);
            go(Place.REVOCATION);
            assertTrue(button("revocation.sign-all.button").isDisabled());
            gallery.keep("standing-revocation" + suffix);
            gallery.act(() -> shown.orElseThrow().open().workspace().go(Destination.to(Place.REVOCATION, "root")));
            assertTrue(button("revocation.sign-root.button").isDisabled());
            assertTrue(
                    robot.lookup(words.text("standing.blocked.reason")).query().isVisible());
            gallery.keep("standing-revocation-root" + suffix);
            go(Place.ZONES);
            assertTrue(button("zones.add.button").isDisabled());
            show(look, 1024, 700);
            go(Place.JOURNAL);
            gallery.keep("standing-journal-small" + suffix);
            press("standing.accept.button");
            gallery.keep("standing-accept" + suffix);
        }
        var field = robot.lookup(PassphraseField.class::isInstance).queryAs(PassphraseField.class);
        robot.clickOn(field).write(RealisticHome.ROOT_PASSPHRASE).type(KeyCode.ENTER);
        gallery.keep("standing-accepted");
        assertFalse(hasBanner());
        assertFalse(shown.orElseThrow().frame().dialogIsOpen());
    }

    @Test
    void theJournalShowsItsCheckpointAndComparesOne() throws Exception {
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(look, 1024, 700);
            go(Place.JOURNAL);
            gallery.keep("journal-checkpoint-small" + suffix);
            show(look, Gallery.WIDTH, Gallery.HEIGHT);
            go(Place.JOURNAL);
            var picture = gallery.keep("journal-checkpoint" + suffix);
            var paper = home.home().checkpoints().paper().toString();
            Peer.of("zbarimg", folder)
                    .run("--quiet", "--raw", picture.toString())
                    .accepts()
                    .says(paper.replace(" ", "").toUpperCase(Locale.ROOT));
            press("journal.compare.button");
            var typed = robot.lookup(node -> node instanceof TextArea && node.isVisible())
                    .queryAs(TextArea.class);
            gallery.act(() -> typed.setText(paper));
            press("journal.compare.act");
            gallery.keep("journal-compared" + suffix);
            assertEquals(paper, typed.getText());
            gallery.act(() -> typed.setText("qqqq pppp"));
            press("journal.compare.act");
            gallery.keep("journal-compared-nothing" + suffix);
        }
    }
}
