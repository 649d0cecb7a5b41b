package org.hearthkey.app.ui.control;

import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A round patch with an icon that stands at the head of a row, a card or a screen.
public final class Disc extends StackPane {
    private Disc(FontIcon icon, Tone tone) {
        super(icon);
        getStyleClass().addAll("hk-disc", tone.styleClass());
    }

    public static Disc of(Ikon ikon, Tone tone) {
        return new Disc(Icons.disc(ikon), tone);
    }

    public static Disc large(Ikon ikon, Tone tone) {
        var disc = new Disc(Icons.large(ikon), tone);
        disc.getStyleClass().add("large");
        return disc;
    }
}
