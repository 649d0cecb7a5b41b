package org.hearthkey.app.ui.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.setupcode.SetupCodeDialogs;
import org.hearthkey.app.ui.setupcode.SetupCodePane;
import org.hearthkey.app.ui.setupcode.SetupCodeViewModel;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Step;
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
        public void isolate(DeviceDetail detail) {}

        @Override
        public void retire(DeviceDetail detail) {}

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

    @Test
    void leadsADeviceOutOfTheHome() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var name = look == Appearance.LIGHT ? "Garage camera" : "Doorbell";
            var at = Destination.to(Place.DEVICES, home.device(name).id().toString());
            gallery.show(() -> Staged.of(home, at, DevicesScreenTest::screen), look, 1056, 800);
            var staged = (Staged) gallery.scene().getRoot();
            var context = Contexts.of(home, staged.navigation, staged);
            var model = new RetireViewModel(home.device(name), context);
            gallery.act(() -> new RetireDialog(model, context, ChosenFiles.NONE).open());
            gallery.keep("retire-asking" + suffix);
            gallery.act(model::begin);
            gallery.act(() -> model.add("Acme account of Ida", Account.Sort.VENDOR_CLOUD));
            gallery.act(() -> model.add("Home Assistant", Account.Sort.ACCESS_TOKEN));
            gallery.act(() -> model.tickOff(
                    home.home().retirements().accounts(home.device(name)).getFirst()));
            gallery.act(() -> model.confirm(Step.RESET));
            gallery.keep("retire-going" + suffix);
            gallery.act(() -> model.tickOff(
                    home.home().retirements().accounts(home.device(name)).getLast()));
            gallery.act(() -> model.confirm(Step.ACCOUNTS));
            gallery.act(() -> model.confirm(Step.HUB));
            gallery.act(model::finish);
            gallery.keep("retire-retired" + suffix);
            gallery.show(() -> Staged.of(home, at, DevicesScreenTest::screen), look, 960, 700);
            gallery.keep("devices-retired" + suffix);
        }
    }

    private static DevicesView screen(HomeContext context) {
        return view(new DevicesViewModel(context), context);
    }

    private static javafx.scene.Parent view(DevicesViewModel model, RealisticHome home, Destination destination) {
        var view = view(model, Contexts.of(home, new RecordedNavigation()));
        view.arrived(destination);
        return view.view();
    }

    private static DevicesView view(DevicesViewModel model, HomeContext context) {
        var codes = new SetupCodeViewModel(context);
        var dialogs = new SetupCodeDialogs(codes, context, ChosenFiles.NONE);
        return new DevicesView(model, context, NONE, new SetupCodePane(codes, dialogs, context));
    }
}
