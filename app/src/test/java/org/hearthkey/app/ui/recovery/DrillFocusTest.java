package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import javafx.scene.Node;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.task.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the focus is while sheets are proven, which takes as long as a passphrase that is tried.
class DrillFocusTest {
    @TempDir
    Path folder;

    @Test
    void typingGoesOnWithTheNextSheetWhereTheFirstOneEnded() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        var sheets = home.makeSheets();
        var held = new Held();
        var context = Contexts.of(home, held);
        var issued = home.home().recoverySheets().issued().orElseThrow();
        var drill = new SheetDrill(issued, context, new AtOnce(), () -> {});
        var ways = new SheetWays(ChosenFiles.NONE, Cameras::none);
        gallery.show(() -> new DrillPane(drill, context, ways), Appearance.LIGHT, 1056, 800);
        var field = assertInstanceOf(PassphraseField.class, focused(gallery));
        type(gallery, drill, sheets.get(0));
        assertInstanceOf(SheetDrill.State.Proving.class, drill.stateProperty().get());
        assertNotSame(field, focused(gallery), "What is disabled keeps no focus");
        gallery.act(held::letGo);
        assertEquals(new SheetDrill.State.Asking(1), drill.stateProperty().get());
        assertSame(field, focused(gallery));
    }

    private static Node focused(Gallery gallery) {
        return gallery.scene().getFocusOwner();
    }

    private static void type(Gallery gallery, SheetDrill drill, char[] words) {
        gallery.act(() -> {
            drill.intake().typing().letters().set(words);
            drill.intake().typing().enter();
        });
    }
}
