package org.hearthkey.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A label above the control it names, for the eye and for the screen reader.
public final class Field extends VBox {
    public Field(String name, Node control) {
        this(name, control, control);
    }

    /// A control that does not stand alone.
    ///
    /// @param shown what is below the label, the control in it
    public Field(String name, Node control, Node shown) {
        super(6);
        Label label = Labels.of(name, "hk-field-label");
        label.setLabelFor(control);
        getChildren().setAll(label, shown);
    }
}
