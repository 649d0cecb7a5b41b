package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javax.imageio.ImageIO;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.Camera;
import org.hearthkey.app.camera.FakeCameras;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.recovery.SharePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryScreenTest {
    private static final Words WORDS = Contexts.WORDS;

    @TempDir
    Path folder;

    private CameraViewModel camera = Cameras.none();
    private Optional<RecoveryViewModel> kept = Optional.empty();

    private RecoveryView screen(HomeContext context) {
        var model = new RecoveryViewModel(
                context,
                new AtOnce(),
                new PrintedPapers(),
                QuietAir.CIRCUMSTANCES,
                Contexts.LOCKSMITH,
                QuietAir.NO_WAY);
        kept = Optional.of(model);
        return new RecoveryView(model, context, new SheetWays(ChosenFiles.NONE, () -> camera));
    }

    private void show(Gallery gallery, RealisticHome home, Appearance look, double width, double height) {
        gallery.show(() -> Staged.of(home, Destination.to(Place.RECOVERY), this::screen), look, width, height);
    }

    private static void press(Gallery gallery, String key) {
        gallery.act(() -> gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && WORDS.text(key).equals(button.getText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow()
                .fire());
    }

    private void type(Gallery gallery, SheetIntake intake, char[] words) {
        gallery.act(() -> {
            intake.typing().letters().set(words);
            intake.typing().enter();
        });
    }

    @Test
    void leadsFromNoSheetsToSheetsInForceAndThroughADrill() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.in(folder);
        journey(gallery, home, Appearance.LIGHT, 1056, 800, "-light");
        home.turnClockTo(RealisticHome.NOW.plus(Duration.ofDays(400)));
        journey(gallery, home, Appearance.DARK, 960, 700, "-small-dark");
    }

    private void journey(Gallery gallery, RealisticHome home, Appearance look, int width, int height, String suffix) {
        show(gallery, home, look, width, height);
        var model = kept.orElseThrow();
        gallery.keep("recovery-first" + suffix);
        var isFirst = model.stateProperty().get() instanceof RecoveryViewModel.State.NoSheets;
        press(gallery, isFirst ? "recovery.make.button" : "recovery.again.button");
        gallery.keep("recovery-new" + suffix);
        gallery.act(((Staged) gallery.scene().getRoot())::hide);
        gallery.act(() -> {
            var asked = model.asked();
            asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
            var act = model.making(asked);
            act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
            act.act();
        });
        var making = assertInstanceOf(
                        RecoveryViewModel.State.Making.class,
                        model.stateProperty().get())
                .making();
        gallery.keep("recovery-print" + suffix);
        press(gallery, "recovery.copy.button");
        gallery.keep("recovery-copy" + suffix);
        gallery.act(() -> making.save(folder));
        gallery.act(() -> making.print("Office printer"));
        gallery.keep("recovery-printed" + suffix);
        var sheets = List.of(words(making, 1), words(making, 2), words(making, 3));
        press(gallery, "recovery.print.next");
        gallery.keep("recovery-back" + suffix);
        gallery.act(() -> making.intake().typing().letters().set("acad acid acrx".toCharArray()));
        gallery.keep("recovery-back-typed" + suffix);
        gallery.act(making.intake().typing()::clear);
        sheets.forEach(sheet -> type(gallery, making.intake(), sheet));
        assertInstanceOf(SheetMaking.Step.Kept.class, making.stepProperty().get());
        gallery.keep("recovery-kept" + suffix);
        press(gallery, "recovery.kept.button");
        gallery.act(() -> model.keptAt(
                home.home()
                        .recoverySheets()
                        .issued()
                        .orElseThrow()
                        .sheets()
                        .getFirst()
                        .seat(),
                "In the safe, red envelope"));
        gallery.keep("recovery" + suffix);
        press(gallery, "recovery.drill.button");
        gallery.keep("recovery-drill" + suffix);
        var drill = assertInstanceOf(
                        RecoveryViewModel.State.Drilling.class,
                        model.stateProperty().get())
                .drill();
        type(gallery, drill.intake(), sheets.get(1));
        gallery.keep("recovery-drill-one" + suffix);
        type(gallery, drill.intake(), sheets.get(2));
        assertInstanceOf(SheetDrill.State.Proven.class, drill.stateProperty().get());
        gallery.keep("recovery-proven" + suffix);
    }

    @Test
    void sheetsOfGroupsSayWhoHoldsThem() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-small-dark";
            show(gallery, home, look, look == Appearance.LIGHT ? 1056 : 960, look == Appearance.LIGHT ? 800 : 700);
            press(gallery, look == Appearance.LIGHT ? "recovery.make.button" : "recovery.again.button");
            gallery.act(() -> gallery.scene().getRoot().lookupAll(".check-box").stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> WORDS.text("recovery.groups.choose").equals(box.getText()))
                    .forEach(box -> box.setSelected(true)));
            gallery.keep("recovery-groups" + suffix);
            gallery.act(((Staged) gallery.scene().getRoot())::hide);
            var model = kept.orElseThrow();
            gallery.act(() -> {
                var asked = model.asked();
                asked.plan().groupedProperty().set(true);
                asked.plan().add("Myself", SharePlan.Group.of(1, 1));
                asked.plan().add("The family", SharePlan.Group.of(2, 3));
                asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
                var act = model.making(asked);
                act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                act.act();
            });
            var making = assertInstanceOf(
                            RecoveryViewModel.State.Making.class,
                            model.stateProperty().get())
                    .making();
            var sheets = IntStream.rangeClosed(1, 4)
                    .mapToObj(number -> words(making, number))
                    .toList();
            press(gallery, "recovery.print.next");
            type(gallery, making.intake(), sheets.getFirst());
            gallery.keep("recovery-groups-back" + suffix);
            sheets.stream().skip(1).forEach(sheet -> type(gallery, making.intake(), sheet));
            gallery.keep("recovery-groups-kept" + suffix);
            press(gallery, "recovery.kept.button");
            gallery.keep("recovery-groups-in-force" + suffix);
        }
    }

    @Test
    void provesSheetsThatAreHeldBeforeTheCamera() throws Exception {
        var gallery = Gallery.open();
        var home = RealisticHome.empty(folder);
        var sheets = home.makeSheets();
        var frames = List.of(FakeCameras.frame(code(sheets.get(2))), FakeCameras.frame(code(sheets.get(0))));
        var held = new AtomicInteger();
        var cameras = FakeCameras.of(
                List.of(new Camera("0", "Built-in camera")),
                Optional::empty,
                () -> Optional.of(frames.get(held.get())));
        camera = Cameras.of(cameras);
        show(gallery, home, Appearance.LIGHT, 1056, 800);
        press(gallery, "recovery.drill.button");
        var drill = assertInstanceOf(
                        RecoveryViewModel.State.Drilling.class,
                        kept.orElseThrow().stateProperty().get())
                .drill();
        var first = new CountDownLatch(1);
        var proven = new CountDownLatch(1);
        gallery.act(() -> drill.stateProperty().subscribe(now -> {
            if (now instanceof SheetDrill.State.Proven) {
                proven.countDown();
            } else if (now.equals(new SheetDrill.State.Asking(1))) {
                first.countDown();
            }
        }));
        press(gallery, "recovery.camera.button");
        assertTrue(first.await(30, TimeUnit.SECONDS));
        gallery.keep("recovery-camera");
        held.set(1);
        assertTrue(proven.await(30, TimeUnit.SECONDS));
        assertTrue(cameras.closed.await(30, TimeUnit.SECONDS), "The camera stays on when nobody sees what it shows");
        gallery.keep("recovery-proven-by-camera");
    }

    private static BufferedImage code(char[] words) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(QrDrawing.onPaper(new String(words)).png()));
    }

    private static char[] words(SheetMaking making, int number) {
        try (var sheet = making.words(number);
                var text = sheet.text()) {
            return text.use(char[]::clone);
        }
    }
}
