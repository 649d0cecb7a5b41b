package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.camera.FakeCameras;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.camera.QrDrawing;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.camera.PictureBox;
import org.hearthkey.app.ui.shell.Gallery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkScreenTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private ApproveViewModel model;
    private Gallery gallery;
    private Frame still;

    @BeforeEach
    void takeAStill() throws Exception {
        home = RealisticHome.empty(folder);
        model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
        model.arrived();
        var screen = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        var pen = screen.createGraphics();
        pen.setColor(new Color(0x3B6EA5));
        pen.fillRect(0, 0, 1600, 900);
        draw(screen, "washer", "m=WM-7", 100);
        draw(screen, "dryer", "m=TD-9", 1100);
        pen.dispose();
        still = FakeCameras.frame(screen);
        gallery = Gallery.open();
    }

    private void draw(BufferedImage screen, String device, String hints, int x) throws Exception {
        var label = DeviceRequests.label(home.requests().of(device), hints);
        var code = ImageIO.read(new ByteArrayInputStream(QrDrawing.of(label).png()));
        var pen = screen.createGraphics();
        pen.drawImage(code, x, 250, 400, 400, null);
        pen.dispose();
    }

    private void open(Appearance look, double width, double height) {
        gallery.show(this::view, look, width, height);
        gallery.act(() -> model.mark(still));
    }

    private Parent view() {
        return new ApproveView(model, Cameras.none(), Contexts.of(home, new RecordedNavigation()), ChosenFiles.NONE)
                .view();
    }

    private PictureBox box() {
        return assertInstanceOf(PictureBox.class, gallery.scene().getRoot().lookup(".hk-still"));
    }

    private Optional<String> model() {
        return assertInstanceOf(
                        ApproveState.Deciding.class, model.stateProperty().get())
                .claim()
                .model();
    }

    @Test
    void readsOnlyWhatTheMouseHasMarked() {
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            open(look, 1056, 800);
            gallery.act(() -> drag(1050, 200, 1550, 700));
            gallery.keep("approve-mark" + suffix);
            gallery.act(button("Read what is in the frame")::fire);
            assertEquals(Optional.of("TD-9"), model());
            gallery.act(model::startOver);
            open(look, 800, 700);
            gallery.act(() -> drag(50, 200, 600, 700));
            gallery.keep("approve-mark-small" + suffix);
            gallery.act(button("Read what is in the frame")::fire);
            assertEquals(Optional.of("WM-7"), model());
            gallery.act(model::startOver);
        }
    }

    @Test
    void readsWhatTheKeysHaveMarked() {
        open(Appearance.LIGHT, 1056, 800);
        assertTrue(box().isFocused());
        assertTrue(button("Read what is in the frame").isDisabled());
        press(KeyCode.ENTER, false);
        assertInstanceOf(ApproveState.Marking.class, model.stateProperty().get());
        press(KeyCode.RIGHT, false);
        for (int i = 0; i < 11; i++) {
            press(KeyCode.RIGHT, false);
            press(KeyCode.UP, false);
        }
        for (int i = 0; i < 12; i++) {
            press(KeyCode.RIGHT, true);
            press(KeyCode.DOWN, true);
        }
        for (int i = 0; i < 4; i++) {
            press(KeyCode.DOWN, false);
        }
        gallery.keep("approve-mark-keys-light");
        press(KeyCode.ENTER, false);
        assertEquals(Optional.of("TD-9"), model());
    }

    @Test
    void escapeGoesBackToWhatWasThereBefore() {
        open(Appearance.LIGHT, 1056, 800);
        press(KeyCode.ESCAPE, false);
        assertInstanceOf(ApproveState.Scanning.class, model.stateProperty().get());
        gallery.act(() -> model.offerTyped(DeviceRequests.label(home.requests().of("oven"), "m=OV-1")));
        gallery.act(() -> model.mark(still));
        press(KeyCode.ESCAPE, false);
        assertEquals(Optional.of("OV-1"), model());
    }

    @Test
    void theWholePictureAsksWhichCodeIsMeant() {
        open(Appearance.LIGHT, 1056, 800);
        gallery.act(button("Read the whole picture")::fire);
        var choosing = assertInstanceOf(
                ApproveState.Choosing.class, model.stateProperty().get());
        assertEquals(2, choosing.found().size());
    }

    private void drag(double x1, double y1, double x2, double y2) {
        mouse(MouseEvent.MOUSE_PRESSED, x1, y1);
        mouse(MouseEvent.MOUSE_DRAGGED, x2, y2);
        mouse(MouseEvent.MOUSE_RELEASED, x2, y2);
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
        var shown = box().shown();
        double scale = shown.getWidth() / still.width();
        var at = box().localToScene(shown.getMinX() + x * scale, shown.getMinY() + y * scale);
        MouseEvent.fireEvent(
                box(),
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private void press(KeyCode code, boolean shift) {
        gallery.act(() -> KeyEvent.fireEvent(
                box(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    private Button button(String text) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter((Node node) -> node instanceof Button each && text.equals(each.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
