package org.hearthkey.app.ui.approve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveScreenTest {
    private static final FileChoice NONE = new FileChoice() {
        @Override
        public Optional<Path> open(String title, String kind, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    };

    @TempDir
    Path folder;

    @Test
    void leadsFromScanToHandOver() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var request = home.requests().of("WM-7 washer");
            var file = Files.writeString(folder.resolve("washer" + suffix + ".csr"), request.pem());
            var model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.keep("approve-scan" + suffix);
            gallery.act(() -> model.offerTyped("MT:Y.K9042C00KA0648G01"));
            gallery.keep("approve-hitch" + suffix);
            gallery.act(() -> model.offerTyped(
                    "G$M:IC2%Z:540F57FFFE599FAA$I:D79CB21C6D197CE7A3339A683A90DFF2442A%MT:YNJV7VSC00CMVH7SR00"));
            gallery.keep("approve-kinds" + suffix);
            gallery.act(model::chooseNone);
            gallery.act(() -> model.offerTyped(DeviceRequests.label(request, "sn=WM7-220919&v=Acme&m=WM-7")));
            gallery.keep("approve-missing" + suffix);
            gallery.act(() -> model.offer(file));
            gallery.act(() -> {
                model.form().nameProperty().set("Washer " + suffix.substring(1));
                model.form().typeProperty().set("Washing machine");
                model.form().roomProperty().set("Utility room");
                model.form().ownerProperty().set("Both");
                model.form().zoneProperty().set(Optional.of(new ZoneName("comfort")));
            });
            gallery.keep("approve-card" + suffix);
            gallery.show(() -> view(model, home), look, 960, 700);
            gallery.keep("approve-card-small" + suffix);
            gallery.act(() -> model.form().nameProperty().set("Garage camera"));
            gallery.act(() -> model.form().zoneProperty().set(Optional.of(new ZoneName("cameras"))));
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.keep("approve-name-taken" + suffix);
            gallery.act(
                    () -> model.offerTyped(DeviceRequests.label(home.requests().of("other"), "")));
            gallery.keep("approve-refused" + suffix);
            gallery.show(() -> view(model, home), look, 960, 700);
            gallery.keep("approve-refused-small" + suffix);

            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.act(model::startOver);
            gallery.act(model::withoutKey);
            gallery.act(() -> {
                model.form().nameProperty().set("Old printer " + suffix.substring(1));
                model.form().zoneProperty().set(Optional.of(new ZoneName("comfort")));
            });
            gallery.keep("approve-made-here" + suffix);
            gallery.act(model::approve);
            gallery.keep("approve-hand-over" + suffix);
            gallery.act(() -> ((ApproveViewModel.State.HandingOver)
                            model.stateProperty().get())
                    .lastStep()
                    .write(folder));
            gallery.keep("approve-written" + suffix);
            gallery.act(() -> ((ApproveViewModel.State.HandingOver)
                            model.stateProperty().get())
                    .lastStep()
                    .write(folder));
            gallery.keep("approve-write-failed" + suffix);
        }
    }

    private static Parent view(ApproveViewModel model, RealisticHome home) {
        var view = new ApproveView(model, Contexts.of(home, new RecordedNavigation()), NONE);
        view.arrived(Destination.to(Place.APPROVE));
        return view.view();
    }
}
