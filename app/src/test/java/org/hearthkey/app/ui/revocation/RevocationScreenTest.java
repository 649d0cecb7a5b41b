package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.HubPrograms;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal.Os;
import org.hearthkey.core.drive.Removal.Outcome;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationScreenTest {
    @TempDir
    Path folder;

    private final PluggedIn plugged = new PluggedIn();
    private Optional<RevocationViewModel> kept = Optional.empty();
    private Optional<DrivesViewModel> drives = Optional.empty();

    private Staged staged(RealisticHome home) {
        return Staged.of(home, Destination.to(Place.REVOCATION), this::screen);
    }

    private RevocationView screen(HomeContext context) {
        return new RevocationView(
                new RevocationViewModel(context), plugged.model(context.home().file()), context, ChosenFiles.NONE);
    }

    @Test
    void asksForADriveWhereThereIsNoneToChoose() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var plug = Contexts.WORDS.text("revocation.drive-plug.button");
        for (var none : List.of(List.<Offer>of(), List.of(PluggedIn.stick("OLD STICK", Objection.READ_ONLY)))) {
            plugged.drives(none.toArray(Offer[]::new));
            gallery.show(() -> staged(home), Appearance.LIGHT, 1056, 800);
            assertEquals(Optional.of(true), isOff(gallery, plug));
        }
        plugged.drives(PluggedIn.stick("FAMILY"), PluggedIn.stick("OTHER"));
        gallery.show(() -> staged(home), Appearance.LIGHT, 1056, 800);
        assertEquals(Optional.of(true), isOff(gallery, Contexts.WORDS.text("revocation.drive-choose.button")));
        plugged.failing(new IOException("no drives"));
        gallery.show(() -> staged(home), Appearance.LIGHT, 1056, 800);
        assertEquals(Optional.empty(), isOff(gallery, plug));
    }

    /// Whether the button of these words cannot be pressed; empty if none is shown.
    private static Optional<Boolean> isOff(Gallery gallery, String words) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node.isVisible() && node instanceof Button button && words.equals(button.getText()))
                .map(Node::isDisabled)
                .findFirst();
    }

    @Test
    void showsARealisticHome() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            plugged.drives();
            gallery.show(() -> staged(home), look, 1056, 800);
            gallery.keep("revocation" + suffix);
            plugged.drives(PluggedIn.stick("FAMILY"), PluggedIn.stick("OLD STICK", Objection.READ_ONLY));
            gallery.show(() -> staged(home), look, 960, 700);
            gallery.keep("revocation-small" + suffix);
            gallery.act(() -> scrollDown(gallery));
            gallery.keep("revocation-drives" + suffix);
            gallery.show(() -> staged(home), look, 1056, 800);
            gallery.act(() -> RevokeDialog.open(home.device("Garden gate"), context(gallery, home)));
            gallery.keep("revocation-dialog" + suffix);
            gallery.act(() -> RevokeDialog.open(context(gallery, home)));
            gallery.keep("revocation-which" + suffix);
        }
        gallery.show(() -> Staged.of(home, Destination.to(Place.REVOCATION), this::kept), Appearance.LIGHT, 1056, 800);
        var model = kept.orElseThrow();
        gallery.act(() -> model.export(folder.resolve("nowhere")));
        gallery.keep("revocation-export-failed");
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
        plugged.drives(PluggedIn.at("FAMILY", home.drive()));
        gallery.act(plugged::timePasses);
        gallery.act(() -> model.export(home.drive()));
        gallery.act(() -> model.read());
        gallery.keep("revocation-exported");
        var found = drives.orElseThrow();
        gallery.act(() -> found.remove(PluggedIn.at("FAMILY", home.drive()).drive()));
        gallery.act(() -> scrollDown(gallery));
        gallery.keep("revocation-removed");
        plugged.removal(new Outcome.ByHand(Os.LINUX));
        gallery.act(() -> found.remove(PluggedIn.at("FAMILY", home.drive()).drive()));
        gallery.keep("revocation-by-hand");
        gallery.act(() -> model.choose("root"));
        gallery.keep("revocation-root");
    }

    @Test
    void saysWhatWouldHappenBeforeItIsWritten() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> Staged.of(home, Destination.to(Place.REVOCATION), this::kept), look, 1056, 800);
            gallery.act(() -> kept.orElseThrow().ask(home.drive()));
            gallery.keep("revocation-forecast" + suffix);
            var context = context(gallery, home);
            var model = new RevokeViewModel(context);
            gallery.act(() -> RevokeDialog.open(model, context));
            gallery.act(() -> model.tick(home.device("Doorbell")));
            gallery.act(() -> model.tick(home.device("Garden camera")));
            gallery.keep("revocation-ticked" + suffix);
            gallery.act(model::lookAhead);
            gallery.keep("revocation-foreseen" + suffix);
        }
        for (var name :
                List.of("Front door lock", "Back door lock", "Garage door opener", "Garden gate", "Alarm panel")) {
            home.revoke(name, Reason.PRIVILEGE_WITHDRAWN);
        }
        gallery.show(() -> Staged.of(home, Destination.to(Place.REVOCATION), this::kept), Appearance.LIGHT, 960, 700);
        gallery.act(() -> kept.orElseThrow().ask(home.drive()));
        gallery.keep("revocation-forecast-hit");
    }

    @Test
    void looksForDrivesWhileItIsSeenOnly() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        gallery.show(() -> staged(home), Appearance.LIGHT, 960, 700);
        assertEquals(1, plugged.looks());
        gallery.act(plugged::timePasses);
        assertEquals(2, plugged.looks());
        var left = gallery.scene().getRoot();
        gallery.act(() -> gallery.scene().setRoot(new Pane()));
        gallery.act(plugged::timePasses);
        assertEquals(2, plugged.looks(), "Nobody sees it");
        gallery.act(() -> gallery.scene().setRoot(left));
        assertEquals(3, plugged.looks());
        gallery.act(() -> gallery.scene().setRoot(new Pane()));
    }

    @Test
    void asksForHowManyMonthsAreSigned() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.show(() -> Staged.of(home, Destination.to(Place.REVOCATION), this::kept), look, 1024, 700);
            gallery.keep("revocation-1024" + suffix);
            for (var issuer : List.of(new Role.Zone(new ZoneName("doors")), new Role.Root())) {
                gallery.act(() -> new SignAheadDialog(issuer, kept.orElseThrow(), context(gallery, home)).open());
                gallery.keep("revocation-ahead-" + issuer.code() + suffix);
            }
        }
        gallery.show(Pane::new, Appearance.LIGHT, 960, 700);
    }

    @Test
    void offersTheHubsProgramAndSaysHowItIsChecked() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            plugged.drives(PluggedIn.at("FAMILY", home.drive()));
            gallery.show(() -> Staged.of(home, Destination.to(Place.REVOCATION), this::kept), look, 1024, 700);
            gallery.act(() -> scrollDown(gallery));
            gallery.act(() -> box(gallery).fire());
            gallery.keep("revocation-program" + suffix);
            var model = kept.orElseThrow();
            assertTrue(model.withProgramProperty().get());
            gallery.act(() -> model.export(home.drive()));
            gallery.act(() -> scrollDown(gallery));
            gallery.keep("revocation-program-written" + suffix);
            gallery.act(() -> button(gallery, "How to check the program").fire());
            gallery.keep("revocation-program-check" + suffix);
            var shown = (TextArea) gallery.scene().lookup(".text-area");
            assertEquals(String.join("\n", HubPrograms.CHECK), shown.getText());
        }
        gallery.show(Pane::new, Appearance.LIGHT, 960, 700);
    }

    private static CheckBox box(Gallery gallery) {
        return gallery.scene().getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> box.getText().equals("Put the hub’s program on it"))
                .findFirst()
                .orElseThrow();
    }

    private static Button button(Gallery gallery, String text) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void scrollDown(Gallery gallery) {
        if (gallery.scene().lookup(".hk-scroll") instanceof ScrollPane page) {
            page.setVvalue(page.getVmax());
        }
    }

    private RevocationView kept(HomeContext context) {
        var model = new RevocationViewModel(context);
        kept = Optional.of(model);
        var found = plugged.model(context.home().file());
        drives = Optional.of(found);
        return new RevocationView(model, found, context, ChosenFiles.NONE);
    }

    private static HomeContext context(Gallery gallery, RealisticHome home) {
        var staged = (Staged) gallery.scene().getRoot();
        return Contexts.of(home, staged.navigation, staged);
    }
}
