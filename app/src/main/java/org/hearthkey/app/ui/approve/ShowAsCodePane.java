package org.hearthkey.app.ui.approve;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.Form;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.Pace;
import org.hearthkey.app.ui.approve.ShowAsCodeViewModel.State;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.QrImage;
import org.hearthkey.app.ui.control.Segments;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// A button that shows a certificate as codes, one after another, for a camera. Where the desktop asks for less motion
/// the picture stands still until the next one is asked for.
public final class ShowAsCodePane extends VBox {
    /// Four codes a second: a camera sees each of them more than once.
    private static final Duration EACH = Duration.millis(250);

    private static final int SIDE_PIXELS = 400;

    private final ShowAsCodeViewModel model;
    private final Words words;
    private final Button toggle = new Button();
    private final Button pause = new Button();
    private final Button next = new Button();
    private final QrImage image;
    private final Label count = Labels.of("", "hk-strong");
    private final VBox shown;
    private final Timeline timeline;

    public ShowAsCodePane(ShowAsCodeViewModel model, Words words) {
        super(12);
        this.model = model;
        this.words = words;
        toggle.setGraphic(Icons.button(MaterialDesignQ.QRCODE));
        toggle.setOnAction(_ -> toggle());
        pause.setOnAction(_ -> model.change(isMoving() ? Pace.STILL : Pace.MOVING));
        next.setText(words.text("approve.as-code-next.button"));
        next.setOnAction(_ -> model.next());
        image = QrImage.changing(SIDE_PIXELS, words.text("approve.as-code.name"));
        var form = Segments.of(
                List.of(Form.values()),
                this::name,
                model.stateProperty().map(state -> state instanceof State.Shown now ? now.form() : Form.UR),
                model::choose);
        var buttons = new HBox(12, pause, next, form);
        buttons.setAlignment(Pos.CENTER_LEFT);
        shown = new VBox(12, Labels.body(words.text("approve.as-code.reason")), image, count, buttons);
        shown.managedProperty().bind(shown.visibleProperty());
        getChildren().setAll(toggle, shown);
        timeline = new Timeline(new KeyFrame(EACH, _ -> model.next()));
        timeline.setCycleCount(Animation.INDEFINITE);
        model.stateProperty().subscribe(this::show);
        // Left the window: nothing may go on that nobody sees.
        sceneProperty().subscribe(_ -> move());
    }

    private void toggle() {
        if (model.stateProperty().get() instanceof State.Hidden) {
            model.show(Platform.getPreferences().isReducedMotion() ? Pace.STILL : Pace.MOVING);
        } else {
            model.hide();
        }
    }

    private String name(Form form) {
        return switch (form) {
            case UR -> words.text("approve.as-code-ur.choice");
            case BBQR -> words.text("approve.as-code-bbqr.choice");
        };
    }

    private boolean isMoving() {
        return model.stateProperty().get() instanceof State.Shown now && now.pace() == Pace.MOVING;
    }

    private void show(State state) {
        shown.setVisible(state instanceof State.Shown);
        switch (state) {
            case State.Hidden _ -> toggle.setText(words.text("approve.as-code.button"));
            case State.Shown now -> {
                toggle.setText(words.text("approve.as-code-hide.button"));
                image.show(now.text());
                count.setText(said(now));
                pause.setText(words.text(isMoving() ? "approve.as-code-pause.button" : "approve.as-code-go-on.button"));
                pause.setDisable(!now.isSeries());
                next.setDisable(!now.isSeries() || isMoving());
            }
        }
        move();
    }

    private String said(State.Shown now) {
        return !now.isSeries()
                ? words.text("approve.as-code.single")
                : words.text(
                        now.number() > now.count() ? "approve.as-code.extra" : "approve.as-code.count",
                        now.number(),
                        now.count());
    }

    private void move() {
        boolean goesOn = getScene() != null
                && model.stateProperty().get() instanceof State.Shown now
                && now.isSeries()
                && isMoving();
        if (goesOn) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
