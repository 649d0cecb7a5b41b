package org.hearthkey.app.ui.control;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Puts the caret where a screen or dialog begins. What lies in a pane that scrolls is in the window only after it was
/// laid out for the first time, and cannot have the focus before.
public final class FirstFocus {
    private FirstFocus() {}

    /// Focuses `node` once it is in a window.
    public static void on(Node node) {
        once(node, node::requestFocus);
    }

    /// Focuses the first passphrase below `node` once it is in a window.
    public static void onFieldIn(Node node) {
        once(
                node,
                () -> node.lookupAll(".hk-passphrase").stream()
                        .filter(Node::isVisible)
                        .findFirst()
                        .ifPresent(Node::requestFocus));
    }

    private static void once(Node node, Runnable focus) {
        if (node.getScene() != null) {
            Platform.runLater(focus);
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Scene> shown, @Nullable Scene before, @Nullable Scene now) {
                shown.removeListener(this);
                Platform.runLater(focus);
            }
        });
    }
}
