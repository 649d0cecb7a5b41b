package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.recovery.CoreCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each step of making a home anew, light, dark and small.
class RebuildScreenTest {
    @TempDir
    Path folder;

    private LostHome lost;

    @BeforeEach
    void loseTheHome() throws IOException {
        lost = LostHome.in(folder);
    }

    @AfterEach
    void close() {
        lost.close();
    }

    private RebuildView view(RebuildViewModel model) {
        return new RebuildView(
                model,
                new SheetWays(new ChosenFiles(Optional.empty(), Optional.of(lost.stick)), Cameras::none),
                Optional::of,
                new FakeClipboard().keeper(),
                Contexts.WORDS,
                Contexts.dates(lost.before.clock()));
    }

    @Test
    void showsEachStep() throws Exception {
        var gallery = Gallery.open();
        steps(gallery, Appearance.LIGHT, 1280, 800, "-light");
        steps(gallery, Appearance.DARK, 1280, 800, "-dark");
        steps(gallery, Appearance.LIGHT, 1024, 700, "-small");
    }

    private void steps(Gallery gallery, Appearance look, double width, double height, String suffix) {
        var model = lost.model();
        gallery.show(() -> view(model), look, width, height);
        gallery.keep("rebuild-sheets" + suffix);
        gallery.act(() -> {
            var codes = String.join("\n", CoreCodes.of(lost.core).subList(0, 2));
            lost.bring(model, "codes.txt", codes.getBytes(StandardCharsets.US_ASCII));
            lost.bringSheet(model, 1);
        });
        gallery.keep("rebuild-some" + suffix);
        gallery.act(() -> {
            lost.bringCore(model);
            lost.bringSheet(model, 0);
        });
        gallery.keep("rebuild-plan" + suffix);
        assertTrue(gallery.scene().getRoot().lookupAll(".label").stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().startsWith("The other program’s issuer lab")));
        gallery.act(() -> press(gallery, "rebuild.stick.button"));
        gallery.keep("rebuild-stick" + suffix);
        gallery.act(() -> model.show(folder));
        gallery.keep("rebuild-nowitness" + suffix);
        gallery.act(() -> press(gallery, "create.next.button"));
        gallery.act(() -> LostHome.choose(model));
        gallery.keep("rebuild-passphrases" + suffix);
        assertEquals(new RebuildState.Choosing(), model.stateProperty().get());
    }

    @Test
    void saysThatTheCoreIsOfAnotherSet() throws Exception {
        var gallery = Gallery.open();
        var model = lost.model();
        gallery.show(() -> view(model), Appearance.DARK, 1024, 700);
        gallery.act(() -> {
            lost.bringSheet(model, 0);
            lost.bring(model, "old.hearthcore", lost.older.bytes());
        });
        gallery.keep("rebuild-foreign-small-dark");
        assertInstanceOf(RebuildState.OtherSet.class, model.stateProperty().get());
    }

    private static void press(Gallery gallery, String key) {
        var words = Contexts.WORDS.text(key);
        gallery.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText())
                        || String.valueOf(button.getAccessibleText()).startsWith(words))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    /// Both ways from the first screen.
    @Test
    void offersBothWays() throws Exception {
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            lost.visits.places.clear();
            var file = Optional.of(folder.resolve("Maple House.hearth"));
            gallery.show(
                    () -> new WelcomeView(
                            new WelcomeViewModel(List.of(), lost.visits, new AtOnce(), _ -> {}),
                            () -> file,
                            Contexts.WORDS,
                            Contexts.dates(lost.before.clock())),
                    look,
                    1024,
                    700);
            gallery.act(() -> press(gallery, "welcome.restore.button"));
            gallery.keep("recover-choice" + suffix);
            gallery.act(() -> press(gallery, "recover.file.button"));
            gallery.act(() -> press(gallery, "recover.core.button"));
            assertEquals(List.of("restore Maple House.hearth", "rebuild"), lost.visits.places);
        }
    }
}
