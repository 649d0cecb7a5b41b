package org.hearthkey.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One of few ways to go on: an icon, what it is, what it takes. All of it is one button.
public final class ChoiceCard extends Button {
    public ChoiceCard(Ikon ikon, Tone tone, String what, String takes) {
        var second = Labels.of(takes, "text-small", "text-muted");
        var text = new VBox(2, Labels.rowTitle(what), second);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(16, Disc.of(ikon, tone), text, Icons.button(MaterialDesignC.CHEVRON_RIGHT));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        text.setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(40));
        setGraphic(row);
        getStyleClass().add("hk-choice");
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(what + ". " + takes);
    }
}
