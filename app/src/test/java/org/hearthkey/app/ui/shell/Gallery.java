package org.hearthkey.app.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
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

    /// Keeps a picture of what is shown, and answers its file.
    public Path keep(String name) {
        settle();
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

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(20);
    }
}
