package org.hearthkey.app.ui.camera;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Switches the camera off when nobody sees what it shows: the screen was left, or the window was made small, closed or
/// locked.
public final class CameraSwitch {
    public CameraSwitch(Node screen, CameraViewModel camera) {
        ObservableValue<Boolean> seen = screen.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(window -> window instanceof Stage stage
                        ? stage.iconifiedProperty()
                                .flatMap(small -> window.showingProperty().map(shown -> shown && !small))
                        : window.showingProperty().map(shown -> shown))
                .orElse(false);
        seen.subscribe(isSeen -> {
            if (!isSeen) {
                camera.stop();
            }
        });
    }
}
