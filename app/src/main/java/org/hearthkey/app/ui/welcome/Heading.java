package org.hearthkey.app.ui.welcome;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Labels;

/// What a step of the wizard asks, and why.
final class Heading extends VBox {
    Heading(String question, String why) {
        super(4);
        var sentence = Labels.sentence(question);
        sentence.setWrapText(true);
        Label lead = Labels.body(why);
        lead.getStyleClass().addAll("hk-lead", "text-muted");
        getChildren().setAll(sentence, lead);
        setPadding(new Insets(0, 0, 8, 0));
    }
}
