package org.hearthkey.app.ui.recovery;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// The buttons below what is due in a ceremony.
final class StepFoot extends HBox {
    StepFoot(Button... buttons) {
        super(12);
        for (var button : buttons) {
            add(button);
        }
    }

    void add(Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(button);
    }
}
