package org.hearthkey.app.ui.control;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/// A state as icon and word. Says something, does nothing.
public final class StatePill extends Label {
    public StatePill(Ikon ikon, String word, Tone tone) {
        super(word, Icons.pill(ikon));
        getStyleClass().addAll("hk-pill", tone.styleClass());
        setMinWidth(USE_PREF_SIZE);
    }
}
