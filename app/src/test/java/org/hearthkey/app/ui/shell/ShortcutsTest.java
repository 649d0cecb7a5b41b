package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortcutsTest {
    @TempDir
    Path folder;

    @Test
    void reachTheScreenWhenTheFocusIsInTheSidebar() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        var model = HomeWindow.model(home, folder, Preferences.FIRST);
        var shown = new ArrayList<HomeWindow>();
        gallery.show(
                () -> {
                    shown.add(HomeWindow.of(home, model));
                    return shown.getFirst().frame();
                },
                Appearance.LIGHT,
                Gallery.WIDTH,
                Gallery.HEIGHT);
        var frame = shown.getFirst().frame();
        var open = shown.getFirst().open();
        gallery.act(() -> {
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
