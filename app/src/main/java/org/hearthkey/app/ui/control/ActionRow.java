package org.hearthkey.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// Something that needs the owner: what is so, why, for how long, and the one button that mends it.
public final class ActionRow extends HBox {
    private static final double BUTTON_WIDTH = 152;

    private final Button button;

    public ActionRow(Ikon ikon, Tone tone, String what, String why, String howLong, Button button) {
        this.button = button;
        getStyleClass().add("hk-action-row");
        var title = Labels.rowTitle(what);
        title.setWrapText(true);
        var text = new VBox(2, title, Labels.second(why));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var time = Labels.of(howLong, "text-small", "hk-strong", tone.styleClass());
        time.setMinWidth(USE_PREF_SIZE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        var column = new Region();
        column.setMinWidth(BUTTON_WIDTH);
        var place = new StackPane(column, button);
        place.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(Disc.of(ikon, tone), text, time, place);
        text.setFillWidth(true);
        text.setAlignment(Pos.CENTER_LEFT);
    }

    /// Puts the focus on its button.
    public void focus() {
        button.requestFocus();
    }
}
