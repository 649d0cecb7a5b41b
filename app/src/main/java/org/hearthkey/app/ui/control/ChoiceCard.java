package org.hearthkey.app.ui.control;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One of few ways to go on: an icon, what it is, what it takes. All of it is one button.
public final class ChoiceCard extends Button {
    /// What `.hk-choice` leaves free beside the row.
    private static final double SIDES = 40;

    private final HBox row;

    public ChoiceCard(Ikon ikon, Tone tone, String what, String takes) {
        var text = new VBox(2, Labels.rowTitle(what), Labels.second(takes));
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(16, Disc.of(ikon, tone), text, Icons.button(MaterialDesignC.CHEVRON_RIGHT));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        text.setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(SIDES));
        setGraphic(row);
        getStyleClass().add("hk-choice");
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(what + ". " + takes);
    }

    // A button does not ask what it holds how high that is in so much width.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? width : width - SIDES;
        return snapSizeY(row.prefHeight(inside)) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
