package org.hearthkey.app.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.hearthkey.app.preference.Appearance;

/// Dresses the window: AtlantaFX Primer, our tokens over it, our rules over them.
public final class Theme {
    /// Our rules, in the order in which they are put over each other. All of them are there on every screen.
    public static final List<String> SHEETS =
            List.of("hearthkey.css", "devices.css", "timeline.css", "approve.css", "revocation.css");

    private static final String FOLDER = "/org/hearthkey/app/ui/";
    private static final List<String> FONTS = List.of(
            "HearthkeySans-Regular.ttf",
            "HearthkeySans-Medium.ttf",
            "HearthkeySans-SemiBold.ttf",
            "HearthkeySans-Bold.ttf",
            "JetBrainsMono-Regular.ttf");

    private final Scene scene;
    private Appearance appearance;

    /// Dresses `scene` now, and again whenever the system changes between light and dark.
    public Theme(Scene scene, Appearance appearance) {
        this.scene = scene;
        this.appearance = appearance;
        loadFonts();
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress());
    }

    public void change(Appearance wanted) {
        appearance = wanted;
        dress();
    }

    private void dress() {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark ? "dark.css" : "light.css"));
        SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
    }

    private boolean isDark() {
        return switch (appearance) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return resource(name).toExternalForm();
    }

    private static URL resource(String name) {
        var url = Theme.class.getResource(FOLDER + name);
        if (url == null) {
            throw new IllegalStateException("Not packed with the program: " + name);
        }
        return url;
    }

    private static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in = resource("fonts/" + font).openStream()) {
                if (Font.loadFont(in, 0) == null) {
                    throw new IllegalStateException("Not a font that JavaFX can read: " + font);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
