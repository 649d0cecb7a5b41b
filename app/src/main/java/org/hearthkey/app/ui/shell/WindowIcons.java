package org.hearthkey.app.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.image.Image;

/// The app mark in the sizes that title bars, task bars and switchers ask for. The build copies them from `icons`.
final class WindowIcons {
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    static List<Image> all() {
        return SIZES.stream().map(WindowIcons::of).toList();
    }

    private static Image of(int size) {
        var name = "/org/hearthkey/app/ui/icons/hearthkey-" + size + ".png";
        try (var in = WindowIcons.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not packed with the program: " + name);
            }
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
