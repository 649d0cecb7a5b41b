package org.hearthkey.app.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Whether something can be seen in a window that is open. What cannot be seen need not be kept up to date.
public final class Showing {
    private Showing() {}

    public static ObservableValue<Boolean> of(Node node) {
        return node.sceneProperty().flatMap(Showing::of).orElse(false);
    }

    public static ObservableValue<Boolean> of(Scene scene) {
        return scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
    }
}
