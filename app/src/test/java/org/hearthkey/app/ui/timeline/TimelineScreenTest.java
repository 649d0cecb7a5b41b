package org.hearthkey.app.ui.timeline;

import java.nio.file.Path;
import java.util.List;
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
            gallery.act(() -> model.show(Span.TWENTY_FIVE_YEARS));
            gallery.keep("timeline-25" + suffix);
            gallery.act(() -> model.show(Span.THREE_MONTHS));
            gallery.keep("timeline-3m" + suffix);
            gallery.show(() -> view(model, home), look, 960, 700);
            gallery.keep("timeline-small" + suffix);
        }
    }

    private static javafx.scene.Parent view(TimelineViewModel model, RealisticHome home) {
        var view = new TimelineView(model, Contexts.of(home, new RecordedNavigation()));
        view.arrived(Destination.to(Place.TIMELINE));
        return view.view();
    }
}
