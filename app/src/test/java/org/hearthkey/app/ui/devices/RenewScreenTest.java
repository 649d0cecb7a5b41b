package org.hearthkey.app.ui.devices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.app.ui.shell.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewScreenTest {
    @TempDir
    Path folder;

    @Test
    void showsWhatTheMakerSaysOfADeviceThatIsRenewed() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var request = Files.writeString(
                folder.resolve("gate.csr"), home.requests().of("gate").pem());
        var maker = Files.writeString(folder.resolve("maker.pem"), "not a certificate");
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> Staged.of(home, Destination.to(Place.DEVICES), _ -> new Nothing()), look, 1024, 700);
            var staged = (Staged) gallery.scene().getRoot();
            var context = Contexts.of(home, staged.navigation, staged);
            var model = new RenewViewModel(home.device("Garden gate"), context);
            gallery.act(() -> new RenewDialog(model, context, ChosenFiles.NONE).open());
            gallery.act(() -> model.offer(request));
            gallery.keep("renew" + suffix);
            gallery.act(() -> model.offerMakers(List.of(maker)));
            gallery.keep("renew-maker" + suffix);
        }
    }

    private static final class Nothing implements Screen {
        private final Region nothing = new Region();

        @Override
        public Region view() {
            return nothing;
        }

        @Override
        public void arrived(Destination destination) {}
    }
}
