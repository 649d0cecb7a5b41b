package org.hearthkey.app.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.hearthkey.app.preference.Appearance;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Opens screens in a window without a display, lets a test drive them, and keeps pictures of them in light and dark.
public final class Gallery {
    public static final double WIDTH = 1280;
    public static final double HEIGHT = 800;

    /// What the smallest window has beside its narrow bar of places: in less than that, texts may be cut off.
    private static final double NARROWEST = 960;

    /// Where JavaFX keeps the tooltip of a node.
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private final Stage stage;
    private final Path folder;

    private Gallery(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /// Pictures go to `app/target/screens`.
    public static Gallery open() throws TimeoutException, IOException {
        var folder = Path.of(System.getProperty("hearthkey.screens", "target/screens"));
        Files.createDirectories(folder);
        return new Gallery(FxToolkit.registerPrimaryStage(), folder);
    }

    /// Shows what `made` makes in a dressed window of that size.
    public void show(Supplier<? extends Parent> made, Appearance appearance, double width, double height) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            var scene = new Scene(new javafx.scene.layout.Pane(), width, height);
            var theme = new Theme(scene, appearance);
            theme.change(appearance);
            scene.setRoot(made.get());
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
        });
        settle();
    }

    /// Does something on the JavaFX thread and waits until the window shows it.
    public void act(Runnable act) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, act);
        settle();
    }

    public Scene scene() {
        return stage.getScene();
    }

    /// Keeps a picture of what is shown, and answers its file. Nothing on it may be cut off.
    public Path keep(String name) {
        settle();
        if (scene().getWidth() >= NARROWEST) {
            assertEquals(
                    List.of(),
                    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> cutOff(scene().getRoot())),
                    () -> "cut off in " + name);
        }
        WritableImage shot = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> scene().snapshot(null));
        var image = new BufferedImage((int) shot.getWidth(), (int) shot.getHeight(), BufferedImage.TYPE_INT_RGB);
        var reader = shot.getPixelReader();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        var file = folder.resolve(name + ".png").toAbsolutePath();
        try {
            ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is written where there is too little room for it, and not told on hovering either.
    private static List<String> cutOff(Node node) {
        if (!node.isVisible() || node.getProperties().containsKey(TOOLTIP)) {
            return List.of();
        }
        if (node instanceof Labeled labeled && labeled.isTextTruncated()) {
            return List.of(labeled.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> cutOff(child).stream())
                        .toList()
                : List.of();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(20);
    }
}
