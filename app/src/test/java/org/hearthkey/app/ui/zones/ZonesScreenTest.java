package org.hearthkey.app.ui.zones;

import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonesScreenTest {
    @TempDir
    Path folder;

    @Test
    void showsAZoneWhoseIssuerIsTakenBack() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            gallery.show(() -> staged(home), look, 960, 700);
            gallery.act(() -> ask(gallery, home));
            gallery.keep("zones-withdraw" + suffix(look));
        }
        var first = home.home().issuers().zones().getFirst().name();
        try (var passphrase = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            home.home().withdrawals().withdraw(first, Reason.KEY_COMPROMISE, RootSecret.of(passphrase));
        }
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            gallery.show(() -> staged(home), look, 1056, 800);
            gallery.keep("zones-withdrawn" + suffix(look));
        }
    }

    private static String suffix(Appearance look) {
        return look == Appearance.LIGHT ? "-light" : "-dark";
    }

    private static Staged staged(RealisticHome home) {
        return Staged.of(
                home,
                Destination.to(Place.ZONES),
                context -> new ZonesView(new ZonesViewModel(context), new KindsViewModel(context), context));
    }

    private static void ask(Gallery gallery, RealisticHome home) {
        var staged = (Staged) gallery.scene().getRoot();
        var context = Contexts.of(home, staged.navigation, staged);
        var model = new ZonesViewModel(context);
        model.refresh();
        new ZoneDialogs(model, context).withdraw(model.zonesProperty().get().getFirst());
    }
}
