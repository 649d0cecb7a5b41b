package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.Camera;
import org.hearthkey.app.camera.CameraException.Trouble;
import org.hearthkey.app.camera.FakeCameras;
import org.hearthkey.app.camera.PictureReader;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class ApproveScreenTest {
    private static final FileChoice NONE = new FileChoice() {
        @Override
        public Optional<Path> open(String title, String kind, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public List<Path> openSeveral(String title, String kind, List<String> endings) {
            return List.of();
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
            gallery.act(model::cancel);
            gallery.act(() -> model.offerTyped(DeviceRequests.label(request, "sn=WM7-220919&v=Acme&m=WM-7")));
            gallery.keep("approve-missing" + suffix);
            gallery.act(() -> model.offer(List.of(file)));
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
            gallery.act(() -> ((ApproveState.HandingOver) model.stateProperty().get())
                    .lastStep()
                    .write(folder));
            gallery.keep("approve-written" + suffix);
            gallery.act(() -> ((ApproveState.HandingOver) model.stateProperty().get())
                    .lastStep()
                    .write(folder));
            gallery.keep("approve-write-failed" + suffix);
        }
    }

    @Test
    void showsTheCertificateAsCodesThatAreReadOffTheWindow() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var request = home.requests().of("WM-7 washer");
            var file = Files.writeString(folder.resolve("codes" + suffix + ".csr"), request.pem());
            var model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.act(() -> model.offer(List.of(file)));
            gallery.act(() -> {
                model.form().nameProperty().set("Washer with a screen " + suffix.substring(1));
                model.form().zoneProperty().set(Optional.of(new ZoneName("comfort")));
            });
            gallery.act(model::approve);
            var codes = ((ApproveState.HandingOver) model.stateProperty().get())
                    .lastStep()
                    .asCode()
                    .orElseThrow();
            gallery.act(() -> codes.show(ShowAsCodeViewModel.Pace.STILL));
            gallery.act(codes::next);
            var picture = gallery.keep("approve-as-code" + suffix);
            var shown = (ShowAsCodeViewModel.State.Shown) codes.stateProperty().get();
            assertEquals(List.of(shown.text()), PictureReader.read(picture).texts());
        }
    }

    @Test
    void showsTheCameraWhatWasFoundAndHowFarASeriesIs() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        var label = DeviceRequests.label(home.requests().of("washer"), "sn=WM7-220919&v=Acme&m=WM-7");
        var other = DeviceRequests.label(home.requests().of("dryer"), "v=Acme&m=TD-9");
        var file = Files.write(folder.resolve("washer.png"), QrDrawing.of(label).png());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
            // A picture without a code, so that the camera stays on.
            var cameras = FakeCameras.showing(List.of(
                    Files.copy(Path.of("../icons/hearthkey-512.png"), folder.resolve("view" + suffix + ".png"))));
            var camera = Cameras.of(cameras);
            gallery.show(() -> view(model, camera, home), look, 1056, 800);
            gallery.act(camera::start);
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> cameras.open.get() == 1
                            && camera.frameProperty().get().isPresent());
            gallery.keep("approve-camera" + suffix);
            gallery.act(() -> model.offerSeen(
                    ApproveIntakeTest.frames(home.requests().of("washer")).subList(0, 3)));
            gallery.keep("approve-series" + suffix);
            gallery.act(() -> model.offerSeen(List.of(label, other)));
            assertTrue(cameras.closed.await(30, TimeUnit.SECONDS));
            assertEquals(0, cameras.open.get());
            gallery.keep("approve-found" + suffix);
            gallery.act(model::cancel);
            gallery.act(() -> model.offer(List.of(file, folder.resolve("gone.png"))));
            gallery.keep("approve-files" + suffix);
            for (var name : List.of("Built-in camera", "OBS Virtual Camera")) {
                var black = FakeCameras.frame(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB));
                var covered = Cameras.of(
                        FakeCameras.of(List.of(new Camera("0", name)), Optional::empty, () -> Optional.of(black)));
                gallery.act(model::startOver);
                gallery.show(() -> view(model, covered, home), look, 960, 700);
                gallery.act(covered::start);
                WaitForAsyncUtils.waitFor(
                        30,
                        TimeUnit.SECONDS,
                        () -> covered.stateProperty().get() instanceof CameraViewModel.State.On(var _, var sight)
                                && sight == CameraViewModel.Sight.NOTHING);
                gallery.keep("approve-camera-blank-" + name.substring(0, 3).toLowerCase(Locale.ROOT) + suffix);
                gallery.act(covered::stop);
            }
            for (var trouble : Trouble.values()) {
                var failing = Cameras.of(FakeCameras.failing(trouble));
                gallery.act(model::startOver);
                gallery.show(() -> view(model, failing, home), look, 960, 700);
                gallery.act(failing::start);
                WaitForAsyncUtils.waitFor(
                        30,
                        TimeUnit.SECONDS,
                        () -> failing.stateProperty().get() instanceof CameraViewModel.State.Failed);
                gallery.keep("approve-camera-" + trouble.name().toLowerCase(Locale.ROOT) + suffix);
            }
        }
    }

    @Test
    void switchesTheCameraOffWhenTheScreenIsLeft() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        var cameras = FakeCameras.showing(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB));
        var camera = Cameras.of(cameras);
        var model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
        gallery.show(() -> view(model, camera, home), Appearance.LIGHT, 1056, 800);
        gallery.act(camera::start);
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> camera.frameProperty().get().isPresent());
        gallery.show(Pane::new, Appearance.LIGHT, 1056, 800);
        assertTrue(cameras.closed.await(30, TimeUnit.SECONDS));
        assertInstanceOf(CameraViewModel.State.Off.class, camera.stateProperty().get());
    }

    @Test
    void pairsByACodeAndRefusesItsCopy() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            var code = look == Appearance.LIGHT ? "MT:M5L90MP500K64J00000" : "MT:YNJV7VSC00CMVH7SR00";
            var file = Files.writeString(
                    folder.resolve("lamp" + suffix + ".csr"),
                    home.requests().of("lamp").pem());
            var model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.act(() -> model.offerTyped(code));
            gallery.act(() -> {
                model.form().nameProperty().set("Reading lamp " + suffix.substring(1));
                model.form().typeProperty().set("Lamp");
                model.form().roomProperty().set("Study");
                model.form().zoneProperty().set(Optional.of(new ZoneName("lights")));
            });
            gallery.keep("approve-pairing" + suffix);
            gallery.show(() -> view(model, home), look, 800, 700);
            gallery.keep("approve-pairing-small" + suffix);
            gallery.show(() -> view(model, home), look, 1056, 800);
            gallery.act(() -> model.offer(List.of(file)));
            gallery.act(model.form().confirm()::compareDigits);
            gallery.act(() -> model.form().confirm().answerProperty().set("123 456"));
            gallery.keep("approve-digits" + suffix);
            gallery.act(model::startOver);
            gallery.act(() -> model.offerTyped(code));
            gallery.act(() -> {
                model.form().nameProperty().set("Reading lamp " + suffix.substring(1));
                model.form().zoneProperty().set(Optional.of(new ZoneName("lights")));
                model.form().confirm().inHandProperty().set(true);
            });
            gallery.act(model::approve);
            gallery.keep("approve-paired" + suffix);
            gallery.act(model::startOver);
            gallery.act(() -> model.offerTyped(code));
            gallery.keep("approve-label-used" + suffix);
            gallery.act(() -> model.offer(List.of(file)));
            gallery.keep("approve-copied" + suffix);
        }
    }

    private static Parent view(ApproveViewModel model, RealisticHome home) {
        return view(model, Cameras.none(), home);
    }

    private static Parent view(ApproveViewModel model, CameraViewModel camera, RealisticHome home) {
        var view = new ApproveView(model, camera, Contexts.of(home, new RecordedNavigation()), NONE);
        view.arrived(Destination.to(Place.APPROVE));
        return view.view();
    }
}
