package org.hearthkey.app.ui.zones;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.home.HomeView;
import org.hearthkey.app.ui.home.HomeViewModel;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsScreenTest {
    private static final ZoneName COMFORT = new ZoneName("comfort");

    @TempDir
    Path folder;

    @Test
    void setsTheZonesOfAKindForTheRootsSecret() throws Exception {
        var home = RealisticHome.empty(folder);
        var model = new KindsViewModel(Contexts.of(home, new RecordedNavigation()));
        model.refresh();
        var change = model.change(profile(home));
        assertEquals(Optional.of(KindChange.Lack.SAME), change.lack().getValue());
        change.everywhereProperty().set(false);
        assertEquals(Optional.empty(), change.lack().getValue());
        change.zones().forEach((zone, chosen) -> chosen.set(false));
        assertEquals(Optional.of(KindChange.Lack.NOWHERE), change.lack().getValue());
        var act = model.act(change, () -> {});
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        assertFalse(act.ready().get());
        requireNonNull(change.zones().get(COMFORT)).set(true);
        assertTrue(act.ready().get());
        act.act();
        assertEquals(List.of(COMFORT), profile(home).zones());
        assertEquals(
                List.of(COMFORT),
                model.kindsProperty().get().uses().get(2).profile().zones());
    }

    private static NamedProfile profile(RealisticHome home) {
        return home.home().keyProfiles().find(KeyProfile.RSA_2048.code()).orElseThrow();
    }

    @Test
    void showsWhichDevicesHaveKeysThatEnd() throws Exception {
        var home = RealisticHome.empty(folder);
        home.turnClockTo(Instant.parse("2029-02-01T08:00:00Z"));
        home.approveRsa2048("Old boiler", "comfort");
        home.approveRsa2048("Hall thermostat", "comfort");
        var gallery = Gallery.open();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> zones(home), look, 1024, 700);
            gallery.keep("zones-kinds" + suffix);
            gallery.act(() -> button(gallery).fire());
            gallery.keep("zones-kinds-dialog" + suffix);
        }
        gallery.show(() -> overview(home), Appearance.LIGHT, 1024, 700);
        gallery.keep("home-keys-end-light");
    }

    private static Button button(Gallery gallery) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button ->
                        Contexts.WORDS.text("kinds.change.title", "RSA 2048").equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static Staged zones(RealisticHome home) {
        return Staged.of(
                home,
                ZonesView.KEYS,
                context -> new ZonesView(new ZonesViewModel(context), new KindsViewModel(context), context));
    }

    private static Staged overview(RealisticHome home) {
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        return Staged.of(home, Destination.to(Place.HOME), context -> new HomeView(model, context));
    }
}
