package org.hearthkey.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.authority.ParallelKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsViewModelTest {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 220;

    private final RecordedNavigation navigation = new RecordedNavigation();

    @TempDir
    Path folder;

    @Test
    void makesAnExperimentalRootForTheRootsSecretOnly() throws Exception {
        var home = RealisticHome.empty(folder);
        var model = new ExperimentsViewModel(Contexts.of(home, navigation));
        model.refresh();
        picture(home, "experiments-none");
        var wrong = model.creation(() -> {});
        wrong.secret().set(RealisticHome.PASSPHRASE.toCharArray());
        wrong.act();
        assertEquals(Optional.empty(), model.rootProperty().get());
        var act = model.creation(() -> {});
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        var made = model.rootProperty().get().orElseThrow();
        assertEquals(ParallelKind.ML_DSA_65, made.kind());
        assertEquals(1, navigation.changes);
        picture(home, "experiments-made");
        var left = model.creation(() -> {});
        left.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        model.wipe();
        assertTrue(left.secret().isEmpty());
    }

    private void picture(RealisticHome home, String name) throws Exception {
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            gallery.show(() -> card(home), look, WIDTH, HEIGHT);
            gallery.keep(name + (look == Appearance.LIGHT ? "-light" : "-dark"));
        }
    }

    private Parent card(RealisticHome home) {
        var context = Contexts.of(home, navigation);
        var model = new ExperimentsViewModel(context);
        var card = new ExperimentsCard(model, context);
        model.refresh();
        StackPane.setMargin(card, new Insets(16));
        return new StackPane(card);
    }
}
