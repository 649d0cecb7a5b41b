package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.preference.PreferencesFile;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.control.FakeClipboard;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.task.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortcutsTest {
    @TempDir
    Path folder;

    @Test
    void reachTheScreenWhenTheFocusIsInTheSidebar() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        var words = Words.in(Locale.ENGLISH);
        var model = new ShellViewModel(
                new AtOnce(), new PreferencesFile(folder.resolve("preferences")), Preferences.FIRST, home.clock());
        var frame = new Frame();
        var dates = new Dates(home.clock(), ZoneOffset.UTC, words);
        gallery.show(() -> frame, Appearance.LIGHT, Gallery.WIDTH, Gallery.HEIGHT);
        gallery.act(() -> {
            var open = new OpenHome(
                    home.home(),
                    Optional.empty(),
                    new Arrival.AsUsual(),
                    model,
                    new AtOnce(),
                    frame,
                    new FakeClipboard().keeper(),
                    words,
                    dates,
                    home.clock(),
                    Contexts.LOCKSMITH,
                    Contexts.NO_TOKENS);
            frame.fill(open.workspace());
            new Shortcuts(frame.getScene(), model, () -> Optional.of(open.workspace())).install();
            open.workspace().go(Destination.to(Place.APPROVE));
            frame.lookup(".hk-place:selected").requestFocus();
        });
        assertFalse(typing(frame).isVisible());
        gallery.act(() -> frame.getScene()
                .getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "t", "t", KeyCode.T, false, true, false, false)));
        assertTrue(typing(frame).isVisible());
    }

    private static javafx.scene.Node typing(Frame frame) {
        return frame.lookupAll(".text-area").stream()
                .filter(TextArea.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getParent();
    }
}
