package org.hearthkey.app.ui.recovery;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.CameraPane;
import org.hearthkey.app.ui.camera.CameraSwitch;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.camera.LivePane;
import org.hearthkey.app.ui.control.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The camera, before which sheets are held. It is off until somebody switches it on here, and when nobody sees this.
final class SheetCamera extends VBox {
    private static final double HEIGHT = 220;

    private final CameraViewModel camera;
    private final Words words;
    private final LivePane live;
    private final VBox sight = new VBox(8);

    SheetCamera(CameraViewModel camera, Words words) {
        super(8);
        this.camera = camera;
        this.words = words;
        live = new LivePane(words, words.text("recovery.camera.hint"));
        live.setPrefHeight(HEIGHT);
        live.setMinHeight(HEIGHT);
        getChildren().setAll(new CameraPane(camera, words), sight);
        camera.stateProperty().subscribe(this::show);
        camera.frameProperty().subscribe(frame -> frame.ifPresentOrElse(live::show, live::wipe));
        new CameraSwitch(this, camera);
    }

    private void show(CameraViewModel.State now) {
        switch (now) {
            case CameraViewModel.State.Off _ -> sight.getChildren().setAll(start());
            case CameraViewModel.State.Starting starting ->
                sight.getChildren().setAll(CameraPane.starting(starting, words));
            case CameraViewModel.State.On(var on, var seen) -> {
                sight.getChildren().setAll(live);
                if (seen == CameraViewModel.Sight.NOTHING) {
                    sight.getChildren().add(CameraPane.nothingToSee(on, words));
                }
            }
            case CameraViewModel.State.Failed failed ->
                sight.getChildren().setAll(CameraPane.trouble(failed, words), start());
        }
    }

    private Node start() {
        var start = new Button(words.text("recovery.camera.button"), Icons.button(MaterialDesignC.CAMERA_OUTLINE));
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> camera.start());
        return start;
    }
}
