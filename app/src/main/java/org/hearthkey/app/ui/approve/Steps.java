package org.hearthkey.app.ui.approve;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Labels;

/// Numbered things to do.
final class Steps {
    private Steps() {}

    static Node step(int number, String what, String how) {
        var circle = Labels.of(Integer.toString(number), "hk-to-do-number");
        circle.setMinSize(24, 24);
        var head = Labels.of(what, "hk-medium");
        head.setWrapText(true);
        var text = new VBox(2, head, Labels.second(how));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(12, circle, text);
    }
}
