package org.hearthkey.app.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons in the four sizes of the design. They stand beside words, so a screen reader passes over them.
public final class Icons {
    private Icons() {}

    /// 20 px, for buttons and the sidebar.
    public static FontIcon button(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /// 16 px, for pills and second lines.
    public static FontIcon pill(Ikon ikon) {
        return styled(ikon, "hk-icon-pill");
    }

    /// 24 px, for discs.
    public static FontIcon disc(Ikon ikon) {
        return styled(ikon, "hk-icon-disc");
    }

    /// 32 px, for the one disc that heads a screen.
    public static FontIcon large(Ikon ikon) {
        return styled(ikon, "hk-icon-large");
    }

    /// 16 px in the color of its tone.
    public static FontIcon toned(Ikon ikon, Tone tone) {
        var icon = pill(ikon);
        icon.getStyleClass().add(tone.styleClass());
        return icon;
    }

    private static FontIcon styled(Ikon ikon, String styleClass) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
