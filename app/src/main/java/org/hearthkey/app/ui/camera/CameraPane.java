package org.hearthkey.app.ui.camera;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hearthkey.app.camera.Camera;
import org.hearthkey.app.text.CameraWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The bar above the large area: which camera, and off. It is switched on in the large area itself. What the area shows of the camera is made here as well.
public final class CameraPane extends HBox {
    private final CameraViewModel model;
    private final Words words;
    private final ComboBox<Camera> choice = new ComboBox<>();
    private final Button off = new Button();
    private boolean filling;

    public CameraPane(CameraViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        choice.setPromptText(words.text("approve.camera.prompt"));
        choice.setAccessibleText(words.text("approve.camera.prompt"));
        choice.setMaxWidth(400);
        choice.setConverter(new Names());
        choice.valueProperty().subscribe(camera -> {
            if (camera != null && !filling) {
                model.choose(camera);
            }
        });
        off.setText(words.text("approve.camera.off"));
        off.setOnAction(_ -> model.stop());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(choice, gap, off);
        model.camerasProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> show());
    }

    private void show() {
        filling = true;
        var cameras = model.camerasProperty().get();
        choice.getItems().setAll(cameras);
        shown(choice, cameras.size() > 1 || cameras.stream().anyMatch(Camera::isVirtual));
        camera(model.stateProperty().get()).ifPresent(choice::setValue);
        filling = false;
        boolean isOff = switch (model.stateProperty().get()) {
            case CameraViewModel.State.Off _, CameraViewModel.State.Failed _ -> true;
            case CameraViewModel.State.Starting _, CameraViewModel.State.On _ -> false;
        };
        shown(off, !isOff);
        shown(this, choice.isManaged() || off.isManaged());
    }

    private static Optional<Camera> camera(CameraViewModel.State state) {
        return switch (state) {
            case CameraViewModel.State.Off _ -> Optional.empty();
            case CameraViewModel.State.Starting(var camera) -> camera;
            case CameraViewModel.State.On(var camera, var _) -> Optional.of(camera);
            case CameraViewModel.State.Failed(var _, var camera) -> camera;
        };
    }

    private static void shown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /// What to say of a camera that gives no pictures.
    public static Node trouble(CameraViewModel.State.Failed failed, Words words) {
        return new TroubleNote(CameraWords.in(words.locale()).explain(failed.trouble(), failed.camera()));
    }

    /// What to say of a camera that is on and shows nothing.
    public static Node nothingToSee(Camera camera, Words words) {
        var key = camera.isVirtual() ? "approve.camera.blank-virtual" : "approve.camera.blank";
        return new Note(MaterialDesignC.CAMERA_OFF_OUTLINE, words.text(key, camera.name()), Tone.WARNING);
    }

    /// What is shown while a camera is opened.
    public static Node starting(CameraViewModel.State.Starting starting, Words words) {
        var bar = new ProgressBar();
        bar.setMaxWidth(240);
        var sentence = starting.camera()
                .map(camera -> words.text("approve.camera.opening", camera.name()))
                .orElse(words.text("approve.camera.finding"));
        bar.setAccessibleText(sentence);
        var box = new VBox(12, Labels.title(sentence), bar);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private final class Names extends StringConverter<Camera> {
        @Override
        public String toString(Camera camera) {
            if (camera == null) {
                return "";
            }
            return camera.isVirtual() ? words.text("approve.camera.virtual", camera.name()) : camera.name();
        }

        @Override
        public Camera fromString(String name) {
            throw new UnsupportedOperationException("Cameras are chosen, not typed");
        }
    }
}
