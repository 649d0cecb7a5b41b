package org.hearthkey.app.ui.recovery;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// For those who trust no printer: one sheet at a time on the screen, in big words, to be copied by hand.
final class HandCopyPane extends VBox {
    private static final int COLUMNS = 3;
    private static final int THIRD = 33;

    private final SheetMaking making;
    private final Words words;
    private final SheetNames called;
    private final VBox shown = new VBox(12);
    private final Button show;
    private int number;

    HandCopyPane(SheetMaking making, Words words) {
        this.making = making;
        this.words = words;
        called = SheetNames.of(making.plan(), words);
        show = new Button(words.text("recovery.copy.button"), Icons.button(MaterialDesignP.PENCIL_OUTLINE));
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> turnTo(number == 0 ? 1 : 0));
        var text = new VBox(
                2, Labels.rowTitle(words.text("recovery.copy.title")), Labels.second(words.text("recovery.copy.why")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var head = new HBox(16, text, show);
        head.setAlignment(Pos.CENTER_LEFT);
        shown.managedProperty().bind(shown.visibleProperty());
        shown.setVisible(false);
        getStyleClass().addAll("hk-card", "hk-card-padded");
        getChildren().setAll(head, shown);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                turnTo(0);
            }
        });
    }

    /// @param wanted the sheet, counted from 1; 0 for none
    private void turnTo(int wanted) {
        number = wanted;
        show.setText(words.text(wanted == 0 ? "recovery.copy.button" : "recovery.copy.hide"));
        shown.setVisible(wanted > 0);
        shown.getChildren().clear();
        if (wanted > 0) {
            shown.getChildren().setAll(grid(), turning());
        }
    }

    private Node turning() {
        var before = new Button(words.text("recovery.copy.before"));
        before.setDisable(number == 1);
        before.setOnAction(_ -> turnTo(number - 1));
        var next = new Button(words.text("recovery.copy.next"));
        next.setDisable(number == making.count());
        next.setOnAction(_ -> turnTo(number + 1));
        var row = new HBox(
                12,
                before,
                next,
                Labels.second(words.text("recovery.copy.which", called.name(number), making.count())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node grid() {
        var grid = new GridPane(8, 4);
        for (int column = 0; column < COLUMNS; column++) {
            var third = new ColumnConstraints();
            third.setPercentWidth(THIRD);
            grid.getColumnConstraints().add(third);
        }
        try (var sheet = making.words(number)) {
            int rows = (sheet.size() + COLUMNS - 1) / COLUMNS;
            for (int i = 0; i < sheet.size(); i++) {
                var place = Labels.caption(words.text("recovery.copy.place", i + 1));
                place.setMinWidth(28);
                var cell = new HBox(4, place, Labels.of(sheet.word(i), "hk-copy-word"));
                cell.setAlignment(Pos.BASELINE_LEFT);
                grid.add(cell, i / rows, i % rows);
            }
        }
        grid.getStyleClass().add("hk-inset");
        return grid;
    }
}
