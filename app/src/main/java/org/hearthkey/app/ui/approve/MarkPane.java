package org.hearthkey.app.ui.approve;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.camera.Area;
import org.hearthkey.app.camera.Frame;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.PictureBox;
import org.hearthkey.app.ui.control.Labels;

/// A still of the screen on which the owner marks where the code is, with the mouse or with keys: arrows move the mark, with
/// Shift they change its size, Enter reads it and Esc goes back.
final class MarkPane extends VBox {
    /// How far an arrow goes: a fortieth of the picture's width.
    private static final int STEPS = 40;

    private final Frame still;
    private final Acts acts;
    private final PictureBox box = new PictureBox();
    private final Region frame = new Region();
    private final Button read = new Button();
    private Optional<Area> mark = Optional.empty();
    private Point2D begun = Point2D.ZERO;

    /// What the owner decides.
    interface Acts {
        /// Looks for codes in this part, and nowhere else.
        void read(Frame part);

        void back();
    }

    MarkPane(Frame still, Acts acts, Words words) {
        super(12);
        this.still = still;
        this.acts = acts;
        box.show(still);
        box.getStyleClass().add("hk-still");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        box.setAccessibleText(words.text("approve.mark.accessible"));
        frame.getStyleClass().add("hk-still-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        box.getChildren().add(frame);
        box.setOnMousePressed(this::pressed);
        box.setOnMouseDragged(event -> mark(between(event)));
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::moved);
        box.layoutBoundsProperty().subscribe(this::requestLayout);
        VBox.setVgrow(box, Priority.ALWAYS);
        read.setText(words.text("approve.mark.read"));
        read.getStyleClass().add("accent");
        read.setOnAction(_ -> readMark());
        var whole = new Button(words.text("approve.mark.whole"));
        whole.setOnAction(_ -> acts.read(still));
        var back = new Button(words.text("approve.mark.back"));
        back.setOnAction(_ -> acts.back());
        var buttons = new HBox(12, read, whole, back);
        buttons.setAlignment(Pos.CENTER_LEFT);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                acts.back();
            }
        });
        getChildren()
                .setAll(
                        Labels.title(words.text("approve.mark.title")),
                        Labels.body(words.text("approve.mark.how")),
                        box,
                        buttons);
        mark(Optional.empty());
        box.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                box.requestFocus();
            }
        });
    }

    private void pressed(MouseEvent event) {
        box.requestFocus();
        begun = new Point2D(event.getX(), event.getY());
        mark(Optional.empty());
    }

    private Optional<Area> between(MouseEvent event) {
        var from = dot(begun.getX(), begun.getY());
        var to = dot(event.getX(), event.getY());
        return Area.between(from.getX(), from.getY(), to.getX(), to.getY(), still);
    }

    private Point2D dot(double x, double y) {
        var shown = box.shown();
        double scale = still.width() / Math.max(1, shown.getWidth());
        return new Point2D((x - shown.getMinX()) * scale, (y - shown.getMinY()) * scale);
    }

    private void moved(KeyEvent event) {
        int step = Math.max(1, still.width() / STEPS);
        switch (event.getCode()) {
            case LEFT -> move(event, -step, 0);
            case RIGHT -> move(event, step, 0);
            case UP -> move(event, 0, -step);
            case DOWN -> move(event, 0, step);
            case ENTER -> readMark();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(KeyEvent event, int right, int down) {
        var next = mark.map(
                        area -> event.isShiftDown() ? area.grown(right, down, still) : area.moved(right, down, still))
                .orElseGet(() -> Area.inTheMiddleOf(still));
        mark(Optional.of(next));
    }

    private void mark(Optional<Area> area) {
        mark = area;
        frame.setVisible(area.isPresent());
        read.setDisable(area.isEmpty());
        requestLayout();
    }

    private void readMark() {
        mark.ifPresent(area -> acts.read(still.cut(area)));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        box.layout();
        mark.ifPresent(area -> {
            var shown = box.shown();
            double scale = shown.getWidth() / still.width();
            frame.resizeRelocate(
                    shown.getMinX() + area.x() * scale,
                    shown.getMinY() + area.y() * scale,
                    area.width() * scale,
                    area.height() * scale);
        });
    }
}
