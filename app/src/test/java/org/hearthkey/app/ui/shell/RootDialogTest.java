package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// What becomes of a dialog that asks for secrets, in a low window.
class RootDialogTest {
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;

    private final Words words = Contexts.WORDS;
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    private Gallery gallery;
    private Optional<Frame> shown = Optional.empty();
    private Optional<ShellViewModel> shell = Optional.empty();

    @BeforeEach
    void openTheDialog() throws Exception {
        var home = RealisticHome.empty(folder);
        gallery = Gallery.open();
        var model = HomeWindow.model(home, folder, Preferences.FIRST.with(Appearance.DARK));
        shell = Optional.of(model);
        gallery.show(
                () -> {
                    var window = HomeWindow.of(home, model);
                    shown = Optional.of(window.frame());
                    window.open().workspace().go(Destination.to(Place.SETTINGS));
                    return window.frame();
                },
                Appearance.LIGHT,
                WIDTH,
                HEIGHT);
    }

    private Frame frame() {
        return shown.orElseThrow();
    }

    private Button button(String key) {
        return robot.lookup(
                        node -> node instanceof Button button && words.text(key).equals(button.getText()))
                .queryAs(Button.class);
    }

    private void press(String key) {
        gallery.act(() -> button(key).fire());
    }

    private List<PassphraseField> typeIntoEachField() {
        var fields = robot.lookup(PassphraseField.class::isInstance).queryAllAs(PassphraseField.class).stream()
                .toList();
        for (var field : fields) {
            gallery.act(field::requestFocus);
            robot.write("abcdefgh");
        }
        return fields;
    }

    private static List<Integer> typed(List<PassphraseField> fields) {
        return fields.stream()
                .map(field -> String.valueOf(field.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .length())
                .toList();
    }

    private boolean isInSight(Node node) {
        var bounds = node.localToScene(node.getBoundsInLocal());
        var body = frame().lookup(".hk-dialog-scroll");
        var sight = body.localToScene(body.getBoundsInLocal());
        return bounds.getMinY() >= sight.getMinY() && bounds.getMaxY() <= sight.getMaxY();
    }

    @Test
    void escapeClosesItAndOverwritesAllThatWasTyped() {
        press("unlocking.add.button");
        var fields = typeIntoEachField();
        assertEquals(List.of(8, 8, 8, 8), typed(fields));
        robot.type(KeyCode.ESCAPE);
        gallery.act(() -> {});
        assertFalse(frame().dialogIsOpen());
        assertEquals(List.of(0, 0, 0, 0), typed(fields));
    }

    @Test
    void aClickBesideItThrowsNothingAway() {
        press("unlocking.change.button");
        var fields = typeIntoEachField();
        robot.clickOn(frame().localToScreen(20, 20));
        gallery.act(() -> {});
        assertTrue(frame().dialogIsOpen());
        assertEquals(List.of(8, 8, 8, 8), typed(fields));
    }

    @Test
    void lookingAtTheSettingsChangesNone() {
        assertEquals(
                Appearance.DARK, shell.orElseThrow().preferencesProperty().get().appearance());
    }

    @Test
    void lockingTheHomeOverwritesItToo() {
        press("unlocking.change.button");
        var fields = typeIntoEachField();
        gallery.act(() -> frame().fill(new Pane()));
        assertEquals(List.of(0, 0, 0, 0), typed(fields));
    }

    @Test
    void saysBesideItsButtonWhatIsMissingAndShowsARefusalInSight() {
        press("unlocking.change.button");
        assertFalse(
                robot.lookup(words.text("unlocking.present.lack")).queryAll().isEmpty());
        assertTrue(button("unlocking.change.act").isDisabled());
        var fields = typeIntoEachField();
        press("create.suggest.button");
        gallery.act(fields.getLast()::requestFocus);
        robot.write("ijk");
        gallery.keep("dialog-low-ready");
        assertFalse(button("unlocking.change.act").isDisabled());
        press("unlocking.change.act");
        gallery.act(() -> {});
        gallery.keep("dialog-low-refused");
        assertTrue(isInSight(robot.lookup(node -> node instanceof TroubleNote && node.isVisible())
                .query()));
        assertTrue(button("unlocking.change.act").localToScene(0, 36).getY() < HEIGHT);
    }
}
