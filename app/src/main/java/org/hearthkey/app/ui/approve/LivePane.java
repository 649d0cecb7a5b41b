package org.hearthkey.app.ui.approve;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
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
final class LivePane extends StackPane {
    private static final double MARGIN = 48;

    private final ImageView view = new ImageView();
    private WritableImage image = new WritableImage(1, 1);

    LivePane(Words words) {
        getStyleClass().add("hk-live");
        setMinSize(0, 0);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(widthProperty());
        view.fitHeightProperty().bind(heightProperty());
        // The picture takes what room there is and asks for none.
        view.setManaged(false);
        var corners = new Region();
        corners.getStyleClass().add("hk-live-corners");
        StackPane.setMargin(corners, new Insets(MARGIN));
        var hint = pill(Labels.of(words.text("approve.live.hint")), Icons.button(MaterialDesignL.LINE_SCAN));
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        var light = pill(Labels.of(words.text("approve.live.light")), Icons.pill(MaterialDesignR.RECORD_CIRCLE));
        light.getStyleClass().add("hk-live-light");
        StackPane.setAlignment(light, Pos.TOP_LEFT);
        getChildren().setAll(view, corners, hint, light);
        setAccessibleText(words.text("approve.live.light"));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var picture = view.getLayoutBounds();
        view.relocate((getWidth() - picture.getWidth()) / 2, (getHeight() - picture.getHeight()) / 2);
    }

    private static HBox pill(Label what, Node icon) {
        var pill = new HBox(8, icon, what);
        pill.getStyleClass().add("hk-live-pill");
        pill.setAlignment(Pos.CENTER_LEFT);
        pill.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return pill;
    }

    void show(Frame frame) {
        if (image.getWidth() != frame.width() || image.getHeight() != frame.height()) {
            image = new WritableImage(frame.width(), frame.height());
        }
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        frame.width(),
                        frame.height(),
                        PixelFormat.getIntArgbInstance(),
                        frame.argb(),
                        0,
                        frame.width());
        view.setImage(image);
        requestLayout();
    }

    /// Takes the last picture away: it may have shown a secret.
    void wipe() {
        view.setImage(null);
        image = new WritableImage(1, 1);
    }
}
