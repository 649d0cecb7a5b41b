package org.hearthkey.app.ui.revocation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolateScreenTest {
    private static final HubName PANTRY = new HubName("pantry");

    @TempDir
    Path folder;

    /// Hubs that never answer.
    private static final Background SILENT = new Background() {
        @Override
        public <T> void run(Callable<? extends T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {}

        @Override
        public void tell(Runnable news) {
            news.run();
        }
    };

    @Test
    void showsHowADeviceIsCutOff() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var share = Files.createDirectory(folder.resolve("share"));
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var device = home.device(look == Appearance.LIGHT ? "Garage camera" : "Doorbell");
            gallery.show(() -> staged(home), look, 960, 700);
            gallery.act(() -> IsolateDialog.open(device, context(gallery, home)));
            gallery.keep("isolate-asking-alone" + suffix);
            if (look == Appearance.LIGHT) {
                home.home().hubRegister().add(PANTRY, new HubAddress.Folder(share));
                home.home()
                        .probing()
                        .add(
                                PANTRY,
                                device.zone(),
                                ListenerAddress.parse("mqtts://127.0.0.1:1").orElseThrow());
            }
            gallery.act(() -> IsolateDialog.open(device, context(gallery, home)));
            gallery.keep("isolate-asking" + suffix);
            gallery.act(() -> works(device, context(gallery, home)));
            gallery.keep("isolate-working" + suffix);
            gallery.act(() -> ends(device, context(gallery, home)));
            gallery.keep("isolate-not-seen" + suffix);
        }
    }

    private static void works(Device device, HomeContext context) {
        var silent = new HomeContext(
                context.home(),
                context.background(),
                SILENT,
                context.navigation(),
                context.dialogs(),
                context.clipboard(),
                context.words(),
                context.dates(),
                context.clock(),
                context.standing(),
                context.tokens());
        ends(device, silent);
    }

    private static void ends(Device device, HomeContext context) {
        var model = new IsolateViewModel(device, context);
        IsolateDialog.open(model, context);
        model.begin();
    }

    private static Staged staged(RealisticHome home) {
        return Staged.of(home, Destination.to(Place.DEVICES), _ -> new NoScreen());
    }

    private static HomeContext context(Gallery gallery, RealisticHome home) {
        var staged = (Staged) gallery.scene().getRoot();
        return Contexts.of(home, staged.navigation, staged);
    }
}
