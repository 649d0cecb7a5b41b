package org.hearthkey.app.ui.timeline;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.StateLook;

/// What a bar says when one points at it. It repeats what the row says elsewhere, so it is never needed to learn a state, and
/// it takes neither focus nor clicks.
final class HoverCard extends VBox {
    static final double WIDTH = 320;

    private final Label name = Labels.rowTitle("");
    private final HBox head = new HBox(8);
    private final GridPane facts = new GridPane();
    private final Label hint = Labels.caption("");
    private final Words words;

    HoverCard(Words words) {
        this.words = words;
        getStyleClass().addAll("hk-hover-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grow.setHalignment(HPos.RIGHT);
        facts.getColumnConstraints().setAll(new ColumnConstraints(), grow);
        facts.getStyleClass().add("hk-facts");
        getChildren().setAll(head, facts, hint);
    }

    void show(TimelineRow row, Bar bar) {
        name.setText(row.name());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(name, gap);
        row.state().ifPresent(state -> head.getChildren().add(StateLook.pill(state, words)));
        facts.getChildren().clear();
        for (var fact : bar.facts()) {
            facts.addRow(
                    facts.getRowCount(),
                    Labels.of(fact.name(), "text-small", "text-muted"),
                    Labels.of(fact.value(), "text-small", "hk-strong"));
        }
        hint.setText(words.text(row.state().isPresent() ? "timeline.device.hint" : "timeline.home.hint"));
        setVisible(true);
    }

    /// Puts the card beside a point, wholly inside an area of that size.
    void place(double x, double y, double areaWidth, double areaHeight) {
        applyCss();
        double height = prefHeight(WIDTH);
        double left = Math.max(8, Math.min(x, areaWidth - WIDTH - 16));
        double top = y + height + 8 > areaHeight ? y - RowLayout.ROW_HEIGHT - height - 8 : y + 4;
        resizeRelocate(Math.rint(left), Math.rint(Math.max(8, top)), WIDTH, height);
    }

    void hide() {
        setVisible(false);
    }
}
