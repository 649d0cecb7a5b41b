package org.hearthkey.app.ui.recovery;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The sealed core: what it is for, and saving it to print or to keep.
final class CoreCard extends VBox {
    private final CoreSaving saving;
    private final Words words;
    private final FileChoice files;
    private final ComboBox<Paper> paper;
    private final VBox outcome = new VBox();

    CoreCard(CoreSaving saving, Words words, FileChoice files) {
        this.saving = saving;
        this.words = words;
        this.files = files;
        getStyleClass().addAll("hk-card", "hk-card-padded");
        paper = PaperChoice.of(words, Paper.A4);
        var pdf = new Button(words.text("recovery.core.print"), Icons.button(MaterialDesignP.PRINTER_OUTLINE));
        pdf.setOnAction(_ -> write(CoreSaving.Form.PDF));
        var file = new Button(words.text("recovery.core.save"), Icons.button(MaterialDesignF.FILE_LOCK_OUTLINE));
        file.setOnAction(_ -> write(CoreSaving.Form.FILE));
        outcome.managedProperty().bind(outcome.visibleProperty());
        getChildren()
                .setAll(
                        Labels.section(words.text("recovery.core.title")),
                        Labels.second(words.text("recovery.core.why")),
                        new FlowPane(8, 8, pdf, paper, file),
                        outcome);
        saving.stateProperty().subscribe(this::show);
    }

    private void write(CoreSaving.Form form) {
        files.folder(words.text("recovery.core.chooser"))
                .ifPresent(folder -> saving.write(folder, form, paper.getValue()));
    }

    private void show(CoreSaving.State now) {
        outcome.setVisible(!(now instanceof CoreSaving.State.Resting));
        switch (now) {
            case CoreSaving.State.Resting _ -> outcome.getChildren().clear();
            case CoreSaving.State.Writing _ ->
                outcome.getChildren().setAll(Labels.second(words.text("recovery.core.progress")));
            case CoreSaving.State.Written(var written) ->
                outcome.getChildren()
                        .setAll(new Note(
                                MaterialDesignC.CHECK_CIRCLE,
                                words.text("recovery.core.written", written.toString()),
                                Tone.SUCCESS));
            case CoreSaving.State.Failed(var cause) ->
                outcome.getChildren().setAll(new TroubleNote(new Troubles(words).ofSheets(cause)));
        }
    }
}
