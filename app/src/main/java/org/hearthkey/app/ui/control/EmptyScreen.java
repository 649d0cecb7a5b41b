package org.hearthkey.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/// What a screen shows while it has nothing to show: what will be here, and the first step towards it.
public final class EmptyScreen extends StackPane {
    public EmptyScreen(Ikon ikon, String title, String sentence, Node... firstStep) {
        var reason = Labels.body(sentence);
        reason.getStyleClass().add("text-muted");
        reason.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(Disc.large(ikon, Tone.NEUTRAL), Labels.title(title), reason);
        box.getChildren().addAll(firstStep);
        box.getStyleClass().add("hk-empty");
        box.setAlignment(Pos.CENTER);
        getChildren().setAll(box);
    }
}
