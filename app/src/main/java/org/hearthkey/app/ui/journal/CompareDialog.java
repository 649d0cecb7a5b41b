package org.hearthkey.app.ui.journal;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.StandingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.journal.WitnessViewModel.Compared;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.witness.Comparison;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Takes a checkpoint from paper or a stick: typed, scanned, pasted, or from a file or picture.
final class CompareDialog {
    private static final List<String> ENDINGS =
            List.of("*.checkpoint", "*.txt", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.PNG", "*.JPG", "*.JPEG");

    private final WitnessViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final VBox answer = new VBox();

    CompareDialog(WitnessViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
    }

    void open() {
        model.begin();
        var typed = new TextArea();
        typed.setPromptText(words.text("journal.compare.prompt"));
        typed.setPrefRowCount(3);
        typed.setWrapText(true);
        typed.getStyleClass().add("hk-code");
        var done = new Button(words.text("journal.compare.close"));
        done.setCancelButton(true);
        done.setOnAction(_ -> context.dialogs().hide());
        var file = new Button(words.text("journal.compare.file"), Icons.button(MaterialDesignF.FILE_SEARCH_OUTLINE));
        file.setOnAction(
                _ -> files.open(words.text("journal.compare.chooser"), words.text("journal.compare.kind"), ENDINGS)
                        .ifPresent(model::compareFile));
        var compare = new Button(words.text("journal.compare.act"), Icons.button(MaterialDesignF.FILE_COMPARE));
        compare.setDefaultButton(true);
        compare.disableProperty().bind(typed.textProperty().map(String::isBlank));
        compare.setOnAction(_ -> model.compareText(typed.getText()));
        answer.managedProperty().bind(answer.visibleProperty());
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignF.FILE_COMPARE,
                                Tone.ACCENT,
                                words.text("journal.compare.title"),
                                words.text("journal.compare.why"))
                        .with(new Field(words.text("journal.compare.field"), typed))
                        .with(answer)
                        .button(done)
                        .button(file)
                        .button(compare));
        model.comparedProperty().subscribe(this::show);
        Platform.runLater(typed::requestFocus);
    }

    private void show(Compared now) {
        answer.setVisible(!(now instanceof Compared.NotYet));
        switch (now) {
            case Compared.NotYet _ -> answer.getChildren().clear();
            case Compared.Comparing _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                answer.getChildren().setAll(bar);
            }
            case Compared.NoCheckpoint _ ->
                answer.getChildren()
                        .setAll(new Note(
                                MaterialDesignA.ALERT_OUTLINE, words.text("journal.compare.none"), Tone.WARNING));
            case Compared.Failed(var cause) ->
                answer.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
            case Compared.Answered(var comparison) -> answer.getChildren().setAll(note(comparison));
        }
    }

    private Node note(Comparison comparison) {
        var sentence = StandingWords.in(words.locale()).sentence(comparison);
        return switch (comparison) {
            case Comparison.Begins _ -> new Note(MaterialDesignC.CHECK_CIRCLE, sentence, Tone.SUCCESS);
            case Comparison.Accepted _ -> new Note(MaterialDesignI.INFORMATION_OUTLINE, sentence, Tone.ACCENT);
            case Comparison.Contradicted _ ->
                new Note(
                        MaterialDesignA.ALERT_OCTAGON_OUTLINE,
                        sentence + " " + words.text("journal.compare.against"),
                        Tone.DANGER);
            case Comparison.Unreadable _ -> new Note(MaterialDesignA.ALERT_OUTLINE, sentence, Tone.WARNING);
        };
    }
}
