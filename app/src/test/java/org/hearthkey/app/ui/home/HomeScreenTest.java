package org.hearthkey.app.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.device.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeScreenTest {
    @TempDir
    Path folder;

    @Test
    void showsAlarmsFirstUntilTheOwnerLooked() throws Exception {
        var home = RealisticHome.withNewcomers(folder);
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        model.refresh();
        var due = model.overviewProperty().get().orElseThrow().due();
        var first = assertInstanceOf(Due.Alarmed.class, due.getFirst());
        assertEquals("mark.label-used", first.alarm().code());
        assertEquals(
                Optional.of("Reading lamp"), first.device().map(Device::name).map(name -> name.text()));
        picture(home);
        model.look(first.alarm());
        assertEquals(List.of(), home.home().alarms().unseen());
        assertFalse(
                model.overviewProperty().get().orElseThrow().due().stream().anyMatch(Due.Alarmed.class::isInstance));
    }

    private static void picture(RealisticHome home) throws Exception {
        var gallery = Gallery.open();
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(
                    () -> {
                        var view = new HomeView(model, Contexts.of(home, new RecordedNavigation()));
                        view.arrived(Destination.to(Place.HOME));
                        return view.view();
                    },
                    look,
                    800,
                    700);
            gallery.keep("home-alarm" + suffix);
        }
    }
}
