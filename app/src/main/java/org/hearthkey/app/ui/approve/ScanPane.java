package org.hearthkey.app.ui.approve;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.CameraPane;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.camera.LivePane;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.frames.Progress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// Where a device begins: the large area that shows the camera and takes pictures and files, the other ways beside it, and
/// what happens next.
final class ScanPane extends HBox {
    private static final double SIDE_WIDTH = 336;

    private final Words words;
    private final CameraViewModel camera;
    private final Ways ways;
    private final WaysCard others;
    private final LivePane live;
    private final SeriesPane series;
    private final VBox hitch = new VBox(8);
    private final VBox area = new VBox();
    private boolean looking;
    private Optional<Node> trouble = Optional.empty();

    /// What the buttons do.
    interface Ways {
        void chooseFiles();

        void paste();

        void readScreen();

        void typed(String text);

        void withoutKey();

        /// Stops looking at what takes long.
        void cancel();

        /// Forgets the frames that were seen so far.
        void forgetSeries();

        /// Says whether what was typed so far is a code.
        String judged(String typed);
    }

    ScanPane(Ways ways, CameraViewModel camera, Words words) {
        super(24);
        this.words = words;
        this.camera = camera;
        this.ways = ways;
        live = new LivePane(words, words.text("approve.live.hint"));
        series = new SeriesPane(ways::forgetSeries, words);
        others = new WaysCard(ways, ways::judged, words);
        area.setAlignment(Pos.CENTER);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(live, Priority.ALWAYS);
        var left = new VBox(12, new CameraPane(camera, words), hitch, series, area, privacy());
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        var side = new VBox(24, others, next());
        side.setMinWidth(SIDE_WIDTH);
        side.setMaxWidth(SIDE_WIDTH);
        getChildren().setAll(left, side);
        camera.stateProperty().subscribe(_ -> fill());
        camera.frameProperty().subscribe(frame -> frame.ifPresentOrElse(live::show, live::wipe));
    }

    /// @param trouble what to say of the last thing that was offered
    void show(Optional<Node> trouble) {
        looking = false;
        this.trouble = trouble;
        fill();
    }

    void showLooking() {
        looking = true;
        trouble = Optional.empty();
        fill();
    }

    void showSeries(Optional<Progress.Gathering> far) {
        series.show(far);
    }

    /// Opens the field for typing, with the focus in it.
    void type() {
        others.type();
    }

    /// Takes away what was typed.
    void wipe() {
        others.wipe();
    }

    private void fill() {
        hitch.getChildren().setAll(trouble.stream().toList());
        if (camera.stateProperty().get() instanceof CameraViewModel.State.Failed failed) {
            hitch.getChildren().add(CameraPane.trouble(failed, words));
        }
        if (camera.stateProperty().get() instanceof CameraViewModel.State.On(var on, var sight)
                && sight == CameraViewModel.Sight.NOTHING) {
            hitch.getChildren().add(CameraPane.nothingToSee(on, words));
        }
        hitch.setManaged(!hitch.getChildren().isEmpty());
        boolean isLive = !looking && camera.stateProperty().get() instanceof CameraViewModel.State.On;
        area.getStyleClass().removeAll("hk-drop");
        if (!isLive) {
            area.getStyleClass().add("hk-drop");
        }
        area.getChildren().setAll(looking ? looking() : content());
    }

    private Node content() {
        return switch (camera.stateProperty().get()) {
            case CameraViewModel.State.On _ -> live;
            case CameraViewModel.State.Starting starting -> CameraPane.starting(starting, words);
            case CameraViewModel.State.Off _, CameraViewModel.State.Failed _ -> invitation();
        };
    }

    private VBox invitation() {
        var choose = new Button(words.text("approve.choose.button"));
        choose.getStyleClass().add("accent");
        choose.setOnAction(_ -> ways.chooseFiles());
        var start = new Button(words.text("approve.camera.on"), Icons.button(MaterialDesignC.CAMERA_OUTLINE));
        start.setOnAction(_ -> camera.start());
        var buttons = new HBox(12, choose, start);
        buttons.setAlignment(Pos.CENTER);
        var reason = Labels.body(words.text("approve.drop.reason"));
        reason.getStyleClass().add("text-muted");
        reason.setTextAlignment(TextAlignment.CENTER);
        reason.setMaxWidth(400);
        var title = Labels.title(words.text("approve.drop.title"));
        title.setWrapText(true);
        title.setTextAlignment(TextAlignment.CENTER);
        var box = new VBox(12, Disc.large(MaterialDesignQ.QRCODE_SCAN, Tone.ACCENT), title, reason, buttons);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private VBox looking() {
        var bar = new ProgressBar();
        bar.setMaxWidth(240);
        bar.setAccessibleText(words.text("approve.looking.progress"));
        var cancel = new Button(words.text("approve.looking.cancel"));
        cancel.setOnAction(_ -> ways.cancel());
        var box = new VBox(12, Labels.title(words.text("approve.looking.progress")), bar, cancel);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node privacy() {
        var line = new HBox(
                8, Icons.pill(MaterialDesignE.EYE_OFF_OUTLINE), Labels.second(words.text("approve.privacy.note")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node next() {
        return new VBox(
                16,
                Labels.of(words.text("approve.next.title"), "hk-strong"),
                Steps.step(1, words.text("approve.read.step"), words.text("approve.read.reason")),
                Steps.step(2, words.text("approve.decide.step"), words.text("approve.decide.reason")),
                Steps.step(3, words.text("approve.hand.step"), words.text("approve.hand.reason")));
    }
}
