package org.hearthkey.app.ui.recovery;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The ceremonies that can be held in this home, each by its script, and the one that broke off.
final class CeremoniesCard extends VBox {
    private final RecoveryViewModel model;
    private final Words words;
    private final FileChoice files;
    private final Dialogs dialogs;
    private final VBox top = new VBox(12);

    CeremoniesCard(RecoveryViewModel model, Words words, Dialogs dialogs, FileChoice files) {
        this.dialogs = dialogs;
        this.model = model;
        this.words = words;
        this.files = files;
        var head = new VBox(
                2, Labels.section(words.text("ceremony.list.title")), Labels.second(words.text("ceremony.list.why")));
        head.getStyleClass().add("hk-card-header");
        var rows = new VBox();
        rows.getStyleClass().add("hk-rows");
        ShippedScripts.NAMES.stream().map(ShippedScripts::script).map(this::row).forEach(rows.getChildren()::add);
        rows.getChildren().add(ofFile());
        top.getStyleClass().add("hk-ceremony-notes");
        top.managedProperty().bind(top.visibleProperty());
        getStyleClass().add("hk-card");
        getChildren().setAll(head, top, rows);
        model.brokenOffProperty().subscribe(this::showBrokenOff);
    }

    private void showBrokenOff(Optional<Ceremony> broken) {
        top.setVisible(broken.isPresent());
        broken.ifPresent(ceremony -> {
            var note = new Note(
                    MaterialDesignA.ALERT_OUTLINE,
                    words.text(
                            "ceremony.broken.note",
                            ceremony.script().title(),
                            ceremony.done().size(),
                            ceremony.script().steps().size()),
                    Tone.WARNING);
            var on = new Button(words.text("ceremony.broken.button"));
            on.getStyleClass().add("accent");
            on.setOnAction(_ -> model.goOn());
            on.setDisable(!CeremonyDirector.canLead(ceremony));
            var stop = new Button(words.text("ceremony.stop.button"));
            stop.setOnAction(_ -> askToGiveUp(ceremony));
            top.getChildren().setAll(note, new HBox(8, on, stop));
        });
    }

    private void askToGiveUp(Ceremony ceremony) {
        var keep = new Button(words.text("ceremony.stop.keep"));
        keep.setOnAction(_ -> dialogs.hide());
        var stop = new Button(words.text("ceremony.stop.button"));
        stop.setOnAction(_ -> {
            dialogs.hide();
            model.giveUp(ceremony, words.text("ceremony.stop.reason"));
        });
        dialogs.show(new DialogCard(
                        MaterialDesignA.ALERT_OUTLINE,
                        Tone.WARNING,
                        words.text("ceremony.stop.title", ceremony.script().title()),
                        words.text("ceremony.stop.lost"))
                .stillSafe(words.text("ceremony.stop.stays"), words.text("ceremony.stop.safe"))
                .button(stop)
                .safeButton(keep));
    }

    private Node row(Script script) {
        var read = new Button(words.text("ceremony.read.button"));
        read.setAccessibleText(words.text("ceremony.read.accessible", script.title()));
        read.setOnAction(_ -> model.direct(script));
        return row(script.title(), script.purpose(), read);
    }

    private Node ofFile() {
        var open = new Button(words.text("ceremony.file.button"));
        open.setOnAction(_ -> new ScriptChoice(files, words, model::direct, this::say).ask());
        return row(words.text("ceremony.file.title"), words.text("ceremony.file.why"), open);
    }

    private void say(Node sentence) {
        top.setVisible(true);
        top.getChildren().setAll(sentence);
    }

    private static Node row(String title, String why, Button button) {
        var name = Labels.rowTitle(title);
        name.setWrapText(true);
        var text = new VBox(2, name, Labels.second(why));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        button.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(16, text, button);
        row.getStyleClass().add("hk-action-row");
        return row;
    }
}
