package org.hearthkey.app.ui.approve;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.scan.Typing;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The ways in which a code comes in without a camera.
final class WaysCard extends VBox {
    private final Words words;
    private final TextArea typed = new TextArea();
    private final Label verdict = Labels.second("");
    private final VBox typing = new VBox(8);

    /// @param judged says of what was typed so far whether it is a code
    WaysCard(ScanPane.Ways ways, Function<String, String> judged, Words words) {
        this.words = words;
        getStyleClass().add("hk-card");
        var head = new HBox(Labels.of(words.text("approve.ways.title"), "hk-strong"));
        head.getStyleClass().add("hk-card-header");
        fillTyping(ways, judged);
        getChildren()
                .setAll(
                        head,
                        way(MaterialDesignI.IMAGE_OUTLINE, "approve.choose", ways::chooseFiles),
                        way(MaterialDesignC.CLIPBOARD_OUTLINE, "approve.paste", ways::paste),
                        way(MaterialDesignM.MONITOR_SCREENSHOT, "approve.screenshot", ways::readScreen),
                        scanner(),
                        way(MaterialDesignK.KEYBOARD_OUTLINE, "approve.type", this::type),
                        typing,
                        way(MaterialDesignK.KEY_PLUS, "approve.keyless", ways::withoutKey));
    }

    private void fillTyping(ScanPane.Ways ways, Function<String, String> judged) {
        typing.getStyleClass().add("hk-way-field");
        typing.setVisible(false);
        typing.setManaged(false);
        typed.setPromptText(words.text("approve.type.prompt"));
        typed.setAccessibleText(words.text("approve.type.what"));
        typed.setPrefRowCount(3);
        typed.setWrapText(true);
        typed.getStyleClass().add("hk-code");
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
                // A hand-held scanner ends with Enter.
                event.consume();
                ways.typed(typed.getText());
            }
        });
        typed.setTextFormatter(new TextFormatter<>(WaysCard::grouped));
        typed.textProperty().subscribe(text -> verdict.setText(judged.apply(text)));
        var read = new Button(words.text("approve.type.button"));
        read.disableProperty().bind(typed.textProperty().map(String::isBlank));
        read.setOnAction(_ -> ways.typed(typed.getText()));
        typing.getChildren().setAll(typed, verdict, read);
    }

    /// Puts digits into the groups of their label, key by key.
    private static TextFormatter.Change grouped(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        var typing = Typing.changed(
                change.getControlText(),
                change.getControlCaretPosition(),
                change.getRangeStart(),
                change.getRangeEnd(),
                change.getText());
        if (!typing.text().equals(change.getControlNewText())) {
            change.setRange(0, change.getControlText().length());
            change.setText(typing.text());
        }
        change.selectRange(typing.caret(), typing.caret());
        return change;
    }

    /// Opens the field for typing, with the focus in it.
    void type() {
        typing.setVisible(true);
        typing.setManaged(true);
        typed.requestFocus();
    }

    /// Takes away what was typed: it may be a secret.
    void wipe() {
        typed.clear();
    }

    /// Says that a scanner needs no button.
    private HBox scanner() {
        var row = row(MaterialDesignB.BARCODE_SCAN, "approve.scanner");
        row.getChildren().add(Icons.toned(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS));
        row.getStyleClass().add("hk-way-plain");
        return row;
    }

    private HBox row(Ikon ikon, String key) {
        var how = Labels.of(words.text(key + ".how"), "text-small", "text-muted");
        var text = new VBox(2, Labels.of(words.text(key + ".what"), "hk-medium"), how);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(12, Icons.button(ikon), text);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button way(Ikon ikon, String key, Runnable act) {
        var row = row(ikon, key);
        var shortcut = words.text(key + ".keycap");
        if (!shortcut.isEmpty()) {
            row.getChildren().add(Labels.of(shortcut, "hk-keycap"));
        }
        var button = new Button("", row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(32));
        button.getStyleClass().addAll("flat", "hk-way");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words.text(key + ".what") + ". " + words.text(key + ".how"));
        button.setOnAction(_ -> act.run());
        return button;
    }
}
