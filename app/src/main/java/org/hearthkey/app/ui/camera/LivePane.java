package org.hearthkey.app.ui.camera;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What the camera sees, and a light that says that it is on.
public final class LivePane extends StackPane {
    private static final double MARGIN = 48;

    private final PictureBox picture = new PictureBox();

    public LivePane(Words words, String hinted) {
        getStyleClass().add("hk-live");
        setMinSize(0, 0);
        var corners = new Region();
        corners.getStyleClass().add("hk-live-corners");
        StackPane.setMargin(corners, new Insets(MARGIN));
        var hint = pill(Labels.of(hinted), Icons.button(MaterialDesignL.LINE_SCAN));
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        var light = pill(Labels.of(words.text("approve.live.light")), Icons.pill(MaterialDesignR.RECORD_CIRCLE));
        light.getStyleClass().add("hk-live-light");
        StackPane.setAlignment(light, Pos.TOP_LEFT);
        getChildren().setAll(picture, corners, hint, light);
        setAccessibleText(words.text("approve.live.light"));
    }

    private static HBox pill(Label what, Node icon) {
        var pill = new HBox(8, icon, what);
        pill.getStyleClass().add("hk-live-pill");
        pill.setAlignment(Pos.CENTER_LEFT);
        pill.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return pill;
    }

    public void show(Frame frame) {
        picture.show(frame);
    }

    /// Takes the last picture away: it may have shown a secret.
    public void wipe() {
        picture.wipe();
    }
}
