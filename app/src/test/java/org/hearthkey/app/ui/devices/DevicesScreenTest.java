package org.hearthkey.app.ui.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.setupcode.SetupCodeDialogs;
import org.hearthkey.app.ui.setupcode.SetupCodePane;
import org.hearthkey.app.ui.setupcode.SetupCodeViewModel;
import org.hearthkey.app.ui.shell.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesScreenTest {
    @TempDir
    Path folder;

    private static final DeviceActs NONE = new DeviceActs() {
        @Override
        public void saw(DeviceDetail detail) {}

        @Override
        public void renew(DeviceDetail detail) {}

        @Override
        public void revoke(DeviceDetail detail) {}

        @Override
        public void saveCertificate(DeviceDetail detail) {}
    };

    @Test
    void showsARealisticHome() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var context = Contexts.of(home, new RecordedNavigation());
            var model = new DevicesViewModel(context);
            gallery.show(
                    () -> view(
                            model,
                            home,
                            Destination.to(
                                    Place.DEVICES,
                                    home.device("Garage camera").id().toString())),
                    look,
                    1056,
                    800);
            gallery.keep("devices" + suffix);
            gallery.act(() -> model.search("bedroom"));
            gallery.keep("devices-search" + suffix);
            gallery.act(() -> model.chooseNothing());
            gallery.act(() -> model.search(""));
            gallery.keep("devices-no-detail" + suffix);
            gallery.act(() -> model.choose(home.device("Side door keypad")));
            gallery.keep("devices-revoked" + suffix);
            gallery.show(
                    () -> view(
                            model,
                            home,
                            Destination.to(
                                    Place.DEVICES,
                                    home.device("Stairs light").id().toString())),
                    look,
                    960,
                    700);
            gallery.keep("devices-small" + suffix);
        }
    }

    @Test
    void showsWhatIsPairedAndWhatNobodyHasSeen() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.withNewcomers(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            for (var name : List.of("Reading lamp", "Old tablet", "Shelf lamp")) {
                var model = new DevicesViewModel(Contexts.of(home, new RecordedNavigation()));
                var id = home.device(name).id().toString();
                gallery.show(() -> view(model, home, Destination.to(Place.DEVICES, id)), look, 800, 700);
                gallery.keep("devices-" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + suffix);
            }
        }
    }

    private static javafx.scene.Parent view(DevicesViewModel model, RealisticHome home, Destination destination) {
        var context = Contexts.of(home, new RecordedNavigation());
        var codes = new SetupCodeViewModel(context);
        var dialogs = new SetupCodeDialogs(codes, context, ChosenFiles.NONE);
        var view = new DevicesView(model, context, NONE, new SetupCodePane(codes, dialogs, context));
        view.arrived(destination);
        return view.view();
    }
}
