package org.hearthkey.app.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineScreenTest {
    @TempDir
    Path folder;

    @Test
    void showsARealisticHome() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var model = new TimelineViewModel(Contexts.of(home, new RecordedNavigation()));
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.keep("timeline" + suffix);
            gallery.act(() -> model.choose(new RowLayout.Spot(2, 2)));
            press(gallery, KeyCode.LEFT);
            press(gallery, KeyCode.RIGHT);
            gallery.keep("timeline-card" + suffix);
            gallery.act(() -> model.fold(0));
            gallery.act(() -> model.show(Span.TWENTY_FIVE_YEARS));
            gallery.keep("timeline-25" + suffix);
            gallery.act(() -> model.show(Span.THREE_MONTHS));
            gallery.keep("timeline-3m" + suffix);
            gallery.show(() -> view(model, home), look, 960, 700);
            gallery.keep("timeline-small" + suffix);
        }
    }

    private static void press(Gallery gallery, KeyCode code) {
        gallery.act(() -> {
            var chart = gallery.scene().getRoot().lookup(".hk-chart");
            chart.requestFocus();
            chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    private static Parent view(TimelineViewModel model, RealisticHome home) {
        var view = new TimelineView(model, Contexts.of(home, new RecordedNavigation()));
        view.arrived(Destination.to(Place.TIMELINE));
        return view.view();
    }
}
