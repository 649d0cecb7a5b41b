package org.hearthkey.app.ui.setupcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.devices.DeviceDialogs;
import org.hearthkey.app.ui.devices.DevicesView;
import org.hearthkey.app.ui.devices.DevicesViewModel;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// The way of a code onto the screen and off it again.
class SetupCodeScreenTest {
    private static final String CODE = "MT:M5L90MP500K64J00000";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private RealisticHome home;
    private Gallery gallery;
    private Optional<Staged> shown = Optional.empty();
    private Optional<DevicesViewModel> model = Optional.empty();
    private Optional<DevicesView> made = Optional.empty();

    @BeforeEach
    void makeAHome() throws Exception {
        home = RealisticHome.withLamps(folder);
        gallery = Gallery.open();
    }

    private void show(Appearance look, double width, double height) {
        gallery.show(
                () -> {
                    var staged = Staged.of(
                            home,
                            Destination.to(
                                    Place.DEVICES,
                                    home.device("Reading lamp").id().toString()),
                            this::view);
                    shown = Optional.of(staged);
                    return staged;
                },
                look,
                width,
                height);
    }

    private DevicesView view(HomeContext context) {
        var files = new ChosenFiles(Optional.of(folder.resolve("label.png")), Optional.of(folder));
        var codes = new SetupCodeViewModel(context);
        var devices = new DevicesViewModel(context);
        var view = new DevicesView(
                devices,
                context,
                new DeviceDialogs(context, files),
                new SetupCodePane(codes, new SetupCodeDialogs(codes, context, files), context));
        model = Optional.of(devices);
        made = Optional.of(view);
        return view;
    }

    private Staged staged() {
        return shown.orElseThrow();
    }

    private DevicesViewModel devices() {
        return model.orElseThrow();
    }

    private Optional<Button> button(String key) {
        return staged().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> Contexts.WORDS.text(key).equals(button.getText()))
                .findFirst();
    }

    private void press(String key) {
        gallery.act(() -> button(key).orElseThrow().fire());
    }

    private void typeTheRootsSecret() {
        var field = robot.lookup(PassphraseField.class::isInstance).queryAs(PassphraseField.class);
        gallery.act(field::requestFocus);
        robot.write(RealisticHome.ROOT_PASSPHRASE);
        gallery.act(() -> {});
    }

    private List<String> drawn() {
        return staged().lookupAll(".hk-password").stream()
                .map(letters -> letters.lookupAll(".text").stream()
                        .map(Text.class::cast)
                        .map(Text::getText)
                        .collect(Collectors.joining()))
                .toList();
    }

    private void scrollTo(double value) {
        gallery.act(() -> ((ScrollPane) staged().lookup(".hk-detail-scroll")).setVvalue(value));
    }

    private void photograph() throws IOException {
        var label = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        var pen = label.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, 640, 400);
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(pen.getFont().deriveFont(Font.BOLD, 60f));
        pen.drawString("LABEL", 60, 200);
        pen.dispose();
        ImageIO.write(label, "png", folder.resolve("label.png").toFile());
    }

    @Test
    void aCodeIsShownForTheRootAndLeavesWithTheDevice() throws Exception {
        photograph();
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(look, look == Appearance.LIGHT ? 1056 : 800, look == Appearance.LIGHT ? 800 : 700);
            assertEquals(List.of(), drawn());
            scrollTo(0.6);
            gallery.keep("devices-code-sealed" + suffix);
            press(look == Appearance.LIGHT ? "code.add-photo.button" : "code.replace-photo.button");
            gallery.act(devices()::read); // as the window does when the home has changed
            assertTrue(button("code.replace-photo.button").isPresent());
            press("code.show.button");
            gallery.keep("devices-code-ask" + suffix);
            typeTheRootsSecret();
            press("code.show.act");
            assertEquals(
                    List.of("0000-000-0000".length(), CODE.length()),
                    drawn().stream().map(String::length).toList());
            assertEquals(CODE, drawn().getLast());
            scrollTo(0.6);
            gallery.keep("devices-code-shown" + suffix);
            scrollTo(1);
            gallery.keep("devices-code-photo" + suffix);
            gallery.act(() -> devices().choose(home.device("Shelf lamp")));
            assertEquals(List.of(), drawn());
            gallery.act(() -> devices().choose(home.device("Reading lamp")));
            assertEquals(List.of(), drawn());
        }
    }

    @Test
    void aCodeLeavesWithTheScreenTheButtonAndTheLock() {
        show(Appearance.LIGHT, 1056, 800);
        for (var way : List.<Runnable>of(
                () -> button("code.hide.button").orElseThrow().fire(),
                () -> devices().chooseNothing(),
                () -> {
                    Node screen = staged().getChildren().getFirst();
                    staged().getChildren().set(0, new Pane());
                    staged().getChildren().set(0, screen);
                },
                () -> made.orElseThrow().left())) {
            gallery.act(() -> devices().choose(home.device("Reading lamp")));
            press("code.show.button");
            typeTheRootsSecret();
            press("code.show.act");
            assertFalse(drawn().isEmpty());
            gallery.act(way);
            assertEquals(List.of(), drawn());
        }
    }

    @Test
    void sheetsAndForgettingSayWhatTheyMean() {
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            show(look, 1056, 700);
            for (var about : List.of("stickers", "hand-over", "destroy")) {
                press("code." + about + ".button");
                gallery.keep("devices-code-" + about + suffix);
                gallery.act(staged()::hide);
            }
        }
        press("code.destroy.button");
        typeTheRootsSecret();
        press("code.destroy.act");
        assertEquals(List.of(Contexts.WORDS.text("code.destroyed.done", "Reading lamp")), staged().navigation.told);
        gallery.act(() -> devices().choose(home.device("Reading lamp")));
        assertEquals(Optional.empty(), button("code.show.button"));
        gallery.keep("devices-code-forgotten-dark");
    }
}
