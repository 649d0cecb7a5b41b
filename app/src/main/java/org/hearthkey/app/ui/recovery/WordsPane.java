package org.hearthkey.app.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;

/// Where the words of a sheet are typed: one field, which checks each word as it comes, and below it all of them as they
/// stand on the paper. A click on one is to type it again.
final class WordsPane extends VBox {
    private static final int COLUMNS = 3;
    private static final int THIRD = 33;

    private final WordEntry entry;
    private final Words words;
    private final Label asked = Labels.of("", "hk-field-label");
    private final PassphraseField field;
    private final Label trouble = Labels.of("", "text-small");
    private final List<Button> places = new ArrayList<>();

    WordsPane(WordEntry entry, Words words) {
        super(8);
        this.entry = entry;
        this.words = words;
        field = new PassphraseField(entry.letters(), words.text("recovery.word.accessible"), words);
        field.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                field.show();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        asked.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        var take = new Button(words.text("recovery.word.button"));
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> entry.enter());
        trouble.setWrapText(true);
        getChildren().setAll(asked, new HBox(8, field, take), trouble, grid());
        entry.atProperty().subscribe(_ -> show());
        entry.troubleProperty().subscribe(_ -> show());
        entry.words().addListener((ListChangeListener<String>) _ -> show());
        show();
    }

    /// Puts the caret into the field.
    void focus() {
        FirstFocus.on(field);
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            entry.enter();
            key.consume();
        }
    }

    private Node grid() {
        var grid = new GridPane(8, 2);
        for (int column = 0; column < COLUMNS; column++) {
            var third = new ColumnConstraints();
            third.setPercentWidth(THIRD);
            third.setFillWidth(true);
            grid.getColumnConstraints().add(third);
        }
        int rows = (entry.words().size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < entry.words().size(); i++) {
            int index = i;
            var place = new Button();
            place.getStyleClass().addAll("flat", "hk-sheet-word");
            place.setMaxWidth(Double.MAX_VALUE);
            place.setAlignment(Pos.CENTER_LEFT);
            place.setFocusTraversable(false);
            place.setOnAction(_ -> {
                entry.goTo(index);
                field.requestFocus();
            });
            places.add(place);
            grid.add(place, i / rows, i % rows);
        }
        grid.getStyleClass().add("hk-inset");
        return grid;
    }

    private void show() {
        int at = entry.atProperty().get();
        asked.setText(words.text("recovery.word.field", at + 1, entry.words().size()));
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var word = entry.words().get(i);
            place.setText(words.text("recovery.word.place", (i < 9 ? " " : "") + (i + 1), word.isEmpty() ? "·" : word));
            place.getStyleClass().remove("hk-now");
            if (i == at) {
                place.getStyleClass().add("hk-now");
            }
        }
        boolean isFine = entry.troubleProperty().get() == WordEntry.Trouble.NONE;
        trouble.setText(
                switch (entry.troubleProperty().get()) {
                    case NONE -> words.text("recovery.word.hint");
                    case NO_BEGINNING -> words.text("recovery.word.no-beginning", at + 1);
                    case NO_WORD -> words.text("recovery.word.no-word", at + 1);
                });
        trouble.getStyleClass().setAll("label", "text-small", isFine ? "text-muted" : "danger");
    }
}
