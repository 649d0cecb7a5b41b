package org.hearthkey.app.ui.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Explanation;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What went wrong, in its place on the screen: what happened, what is still safe, what to do.
public final class TroubleNote extends HBox {
    public TroubleNote(Explanation trouble) {
        getStyleClass().addAll("hk-note", "hk-trouble", Tone.WARNING.styleClass());
        var icon = Icons.button(MaterialDesignA.ALERT_OUTLINE);
        icon.getStyleClass().add(Tone.WARNING.styleClass());
        var happened = Labels.body(trouble.happened());
        happened.getStyleClass().add("hk-strong");
        var text = new VBox(2, happened, Labels.body(trouble.safe()), Labels.body(trouble.next()));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(icon, text);
        setAccessibleText(trouble.toString());
    }
}
