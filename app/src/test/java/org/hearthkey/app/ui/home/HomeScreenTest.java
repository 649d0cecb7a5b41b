package org.hearthkey.app.ui.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.control.ActionRow;
import org.hearthkey.app.ui.control.Tile;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.WrongTries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void listsTheRestOfWhatIsDueWhenAskedTo() throws Exception {
        var home = RealisticHome.withNewcomers(folder);
        var gallery = Gallery.open();
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(gallery, model, home, look, look == Appearance.LIGHT ? 1056 : 960);
            var due = model.overviewProperty().get().orElseThrow().due().size();
            gallery.keep("home-due" + suffix);
            assertEquals(5, rows(gallery).size());
            var more = button(gallery, Contexts.WORDS.text("home.due.more", due - 5));
            gallery.act(more::fire);
            gallery.keep("home-due-all" + suffix);
            var rows = rows(gallery);
            assertEquals(due, rows.size());
            assertEquals(rows.get(5).lookup(".button"), gallery.scene().getFocusOwner());
        }
    }

    private static List<ActionRow> rows(Gallery gallery) {
        return gallery.scene().getRoot().lookupAll(".hk-action-row").stream()
                .filter(ActionRow.class::isInstance)
                .map(ActionRow.class::cast)
                .toList();
    }

    private static Button button(Gallery gallery, String text) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    /// Somebody may try the passphrase of a home that is over as well.
    @Test
    void saysThatSomethingNeedsTheOwnerAboveWrongTriesAtAHandedOverHome() throws Exception {
        var home = RealisticHome.in(folder);
        home.handOver(folder.resolve("Maple.house"));
        var gallery = Gallery.open();
        var over = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        show(gallery, over, home, Appearance.LIGHT, 1056);
        assertEquals(Contexts.WORDS.text("home.over.sentence"), sentence(gallery));
        var tries = new WrongTries(4, RealisticHome.NOW.minusSeconds(90), RealisticHome.NOW.minusSeconds(60));
        var tried = new HomeViewModel(home.home(), Optional.of(tries), new AtOnce(), home.clock());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            show(gallery, tried, home, look, 1056);
            gallery.keep("home-over-tried" + (look == Appearance.LIGHT ? "-light" : "-dark"));
            assertEquals(Contexts.WORDS.text("home.due.sentence", 1), sentence(gallery));
        }
    }

    private static String sentence(Gallery gallery) {
        return ((Label) gallery.scene().getRoot().lookup(".title-1")).getText();
    }

    @ParameterizedTest
    @ValueSource(doubles = {640, 800, 960, 1056})
    void cutsNothingOnATile(double width) throws Exception {
        var home = RealisticHome.in(folder);
        var gallery = Gallery.open();
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        show(gallery, model, home, Appearance.LIGHT, width);
        gallery.keep("home-tiles-" + (int) width);
        var labels = gallery.scene().getRoot().lookupAll(".hk-tile").stream()
                .filter(Tile.class::isInstance)
                .flatMap(tile -> tile.lookupAll(".label").stream())
                .map(Label.class::cast)
                .toList();
        assertEquals(18, labels.size());
        for (var label : labels) {
            var drawn = (Text) label.lookup(".text");
            assertEquals(label.getText(), drawn.getText());
        }
    }

    private static void picture(RealisticHome home) throws Exception {
        var gallery = Gallery.open();
        var model = new HomeViewModel(home.home(), Optional.empty(), new AtOnce(), home.clock());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(gallery, model, home, look, 800);
            gallery.keep("home-alarm" + suffix);
        }
    }

    private static void show(Gallery gallery, HomeViewModel model, RealisticHome home, Appearance look, double width) {
        gallery.show(
                () -> {
                    var view = new HomeView(model, Contexts.of(home, new RecordedNavigation()));
                    view.arrived(Destination.to(Place.HOME));
                    return view.view();
                },
                look,
                width,
                700);
    }
}
