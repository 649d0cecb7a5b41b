package org.hearthkey.app.ui.control;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// All of a dialog but its buttons: as high as it needs to be, and where the window is lower, to be scrolled.
final class DialogBody extends ScrollPane {
    private static final double LOWEST = 96;

    private final Region content;

    DialogBody(Region content) {
        super(content);
        this.content = content;
        getStyleClass().add("hk-dialog-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(LOWEST);
    }

    /// Its sentences wrap, so how high it is depends on how wide it is.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Brings the lower end of a part into sight, once it is laid out.
    void reveal(Node part) {
        Platform.runLater(() -> {
            content.layout();
            double hidden = content.getHeight() - getViewportBounds().getHeight();
            if (hidden > 0) {
                double end = content.sceneToLocal(part.localToScene(part.getBoundsInLocal()))
                        .getMaxY();
                double above = end
                        + content.getInsets().getBottom()
                        - getViewportBounds().getHeight();
                setVvalue(Math.clamp(above / hidden, 0, 1));
            }
        });
    }
}
