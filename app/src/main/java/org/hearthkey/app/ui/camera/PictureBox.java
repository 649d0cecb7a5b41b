package org.hearthkey.app.ui.camera;

import javafx.geometry.Bounds;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import org.hearthkey.app.camera.Frame;

/// A picture as large as there is room for, in the middle of it. It asks for no room itself.
public final class PictureBox extends Pane {
    private final ImageView view = new ImageView();
    private WritableImage image = new WritableImage(1, 1);

    public PictureBox() {
        setMinSize(0, 0);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(widthProperty());
        view.fitHeightProperty().bind(heightProperty());
        view.setManaged(false);
        getChildren().setAll(view);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var picture = view.getLayoutBounds();
        view.relocate((getWidth() - picture.getWidth()) / 2, (getHeight() - picture.getHeight()) / 2);
    }

    /// Where the picture is in this box.
    public Bounds shown() {
        return view.getBoundsInParent();
    }

    public void show(Frame frame) {
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
    public void wipe() {
        view.setImage(null);
        image = new WritableImage(1, 1);
    }
}
