package org.hearthkey.app.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;

/// A framed sentence with an icon: something to know at this place.
public final class Note extends HBox {
    private final Label label;

    public Note(Ikon ikon, String sentence, Tone tone) {
        getStyleClass().addAll("hk-note", tone.styleClass());
        var icon = Icons.button(ikon);
        icon.getStyleClass().add(tone.styleClass());
        label = Labels.body(sentence);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().setAll(icon, label);
    }

    public void say(String sentence) {
        label.setText(sentence);
    }
}
