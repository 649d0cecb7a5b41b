package org.hearthkey.app.ui.devices;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.LastStep;
import org.hearthkey.app.ui.approve.LastStep.Step;
import org.hearthkey.app.ui.approve.ShowAsCodePane;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.HomeContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Puts a device's certificate into a folder.
final class SaveDialog {
    private final LastStep lastStep;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final VBox outcome = new VBox();
    private final Button save = new Button();

    SaveDialog(LastStep lastStep, HomeContext context, FileChoice files) {
        this.lastStep = lastStep;
        this.context = context;
        this.files = files;
        words = context.words();
    }

    /// @param title the key of the title, which names the device and until when it is good
    void open(String title) {
        var issued = lastStep.issued();
        var close = new Button(words.text("devices.done.button"));
        close.setCancelButton(true);
        close.setOnAction(_ -> context.dialogs().hide());
        save.setText(words.text("devices.save-into.button"));
        save.setGraphic(Icons.button(MaterialDesignF.FOLDER_OUTLINE));
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> files.folder(words.text("approve.save.chooser")).ifPresent(lastStep::write));
        outcome.managedProperty().bind(outcome.visibleProperty());
        var card = new DialogCard(
                        MaterialDesignS.SHIELD_CHECK,
                        Tone.SUCCESS,
                        words.text(
                                title,
                                issued.device().name().text(),
                                context.dates().nearDay(issued.certificate().notAfter())),
                        words.text("approve.files.reason"))
                .with(outcome)
                .button(close)
                .button(save);
        lastStep.asCode().ifPresent(codes -> card.with(new ShowAsCodePane(codes, words)));
        context.dialogs().show(card);
        lastStep.stepProperty().subscribe(this::show);
    }

    private void show(Step step) {
        outcome.setVisible(!(step instanceof Step.Waiting));
        save.setDisable(step instanceof Step.Writing);
        switch (step) {
            case Step.Waiting _ -> outcome.getChildren().clear();
            case Step.Writing _ -> outcome.getChildren().setAll(Labels.second(words.text("approve.writing.progress")));
            case Step.Written(var folder, var _, var withRoots) -> {
                outcome.getChildren()
                        .setAll(new Note(
                                MaterialDesignC.CHECK_CIRCLE,
                                words.text("approve.written.title", folder.toString()),
                                Tone.SUCCESS));
                if (withRoots) {
                    outcome.getChildren().add(Labels.second(words.text("approve.roots.reason")));
                }
            }
            case Step.Failed(var cause) -> outcome.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
        }
    }
}
