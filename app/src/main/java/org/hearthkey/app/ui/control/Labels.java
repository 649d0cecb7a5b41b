package org.hearthkey.app.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels in the type sizes of the design.
public final class Labels {
    private Labels() {}

    /// The one sentence a screen begins with.
    public static Label sentence(String text) {
        return of(text, "title-1");
    }

    /// A screen's or dialog's title, or the value of a tile.
    public static Label title(String text) {
        return of(text, "title-3");
    }

    public static Label section(String text) {
        return of(text, "title-4");
    }

    public static Label rowTitle(String text) {
        return of(text, "hk-row-title");
    }

    /// Body text which wraps.
    public static Label body(String text) {
        return wrapping(of(text));
    }

    /// A reason or second line: smaller, quieter, wrapping.
    public static Label second(String text) {
        return wrapping(of(text, "text-small", "text-muted"));
    }

    // Where room is short, the screen scrolls and the text is whole.
    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A legend, a unit, the head of a column.
    public static Label caption(String text) {
        return of(text, "text-caption", "text-muted");
    }

    /// Hex, serial numbers, codes.
    public static Label code(String text) {
        return of(text, "hk-code");
    }

    public static Label of(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
