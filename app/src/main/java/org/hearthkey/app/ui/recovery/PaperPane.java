package org.hearthkey.app.ui.recovery;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The three ways for new sheets onto paper: a printer, a PDF on purpose, and the owner's own hand.
final class PaperPane extends VBox {
    private final SheetMaking making;
    private final Words words;
    private final FileChoice files;
    private final VBox outcome = new VBox();

    /// @param files how the owner is asked for a folder
    PaperPane(SheetMaking making, Words words, FileChoice files) {
        super(12);
        this.making = making;
        this.words = words;
        this.files = files;
        outcome.managedProperty().bind(outcome.visibleProperty());
        getChildren().setAll(outcome, printer(), saving(), new HandCopyPane(making, words));
        making.paperworkProperty().subscribe(this::show);
    }

    private Node printer() {
        var choice = new ComboBox<String>();
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(words.text("recovery.printer.none"));
        var paper = PaperChoice.of(words, making.paperProperty().get());
        paper.valueProperty().bindBidirectional(making.paperProperty());
        making.printersProperty().subscribe(names -> {
            choice.getItems().setAll(names);
            names.stream().findFirst().ifPresent(choice::setValue);
            choice.setDisable(names.isEmpty());
        });
        var print = new Button(words.text("recovery.printer.button"), Icons.button(MaterialDesignP.PRINTER_OUTLINE));
        print.setMinWidth(USE_PREF_SIZE);
        print.disableProperty().bind(choice.valueProperty().isNull());
        print.setOnAction(_ -> making.print(choice.getValue()));
        var where = new Field(words.text("recovery.printer.field"), choice);
        var size = new Field(words.text("recovery.paper.field"), paper);
        HBox.setHgrow(where, Priority.ALWAYS);
        var row = new HBox(12, where, size, print);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return card("recovery.printer.title", "recovery.printer.why", row);
    }

    private Node saving() {
        var save = new Button(words.text("recovery.save.button"), Icons.button(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> files.folder(words.text("recovery.save.chooser")).ifPresent(making::save));
        return beside("recovery.save.title", "recovery.save.why", save);
    }

    private Node beside(String title, String why, Button button) {
        var text = new VBox(2, Labels.rowTitle(words.text(title)), Labels.second(words.text(why)));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(16, text, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("hk-card", "hk-card-padded");
        return row;
    }

    private Node card(String title, String why, Node part) {
        Label reason = Labels.second(words.text(why));
        var card = new VBox(Labels.rowTitle(words.text(title)), reason, part);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private void show(SheetMaking.Paperwork now) {
        outcome.setVisible(!(now instanceof SheetMaking.Paperwork.Resting));
        outcome.getChildren()
                .setAll(
                        switch (now) {
                            case SheetMaking.Paperwork.Resting _ -> List.<Node>of();
                            case SheetMaking.Paperwork.Busy _ ->
                                List.of(new ProgressBar(), Labels.second(words.text("recovery.print.progress")));
                            case SheetMaking.Paperwork.Printed(var printer) ->
                                List.of(new Note(
                                        MaterialDesignC.CHECK_CIRCLE,
                                        words.text("recovery.print.done", printer),
                                        Tone.SUCCESS));
                            case SheetMaking.Paperwork.Saved(var file) ->
                                List.of(new Note(
                                        MaterialDesignA.ALERT_OUTLINE,
                                        words.text("recovery.save.done", file.toString()),
                                        Tone.WARNING));
                            case SheetMaking.Paperwork.Failed(var cause) ->
                                List.of(new TroubleNote(new Troubles(words).of(cause)));
                        });
    }
}
