package org.hearthkey.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A label above the control it names, for the eye and for the screen reader.
public final class Field extends VBox {
    public Field(String name, Node control) {
        super(6);
        Label label = Labels.of(name, "hk-field-label");
        label.setLabelFor(control);
        getChildren().setAll(label, control);
    }
}
