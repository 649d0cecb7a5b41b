package org.hearthkey.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// A caption, one value and one reason. All of it is one button that opens the screen behind it.
public final class Tile extends Button {
    private static final double PADDING = 32;
    private static final double NARROWEST = 120;

    private final Label value = Labels.title("");
    private final Label reason = Labels.of("", "text-small", "text-muted");
    private final String caption;

    public Tile(Ikon ikon, String caption) {
        this.caption = caption;
        var name = Labels.of(caption, "text-small", "text-muted");
        name.setWrapText(true);
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(8, Icons.pill(ikon), name);
        value.setWrapText(true);
        reason.setWrapText(true);
        var box = new Content(head, value, reason);
        box.prefWidthProperty().bind(widthProperty().map(width -> Math.max(NARROWEST, width.doubleValue() - PADDING)));
        setGraphic(box);
        getStyleClass().add("hk-tile");
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
    }

    public void show(String newValue, String newReason, Tone tone) {
        value.setText(newValue);
        value.getStyleClass().setAll("label", "title-3", tone.styleClass());
        reason.setText(newReason);
        setAccessibleText(caption + ". " + newValue + ". " + newReason);
    }

    /// A button asks what it shows for its height without saying how wide it will be; sentences that wrap would take one
    /// letter a line then.
    private static final class Content extends VBox {
        Content(Node... children) {
            super(4, children);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
