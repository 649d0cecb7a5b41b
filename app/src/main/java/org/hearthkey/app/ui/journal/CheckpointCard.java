package org.hearthkey.app.ui.journal;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.StandingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.QrImage;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.journal.WitnessViewModel.Leaving;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.journal.PaperCheckpoint;
import org.hearthkey.core.witness.Standing;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// How far the journal has come, to be kept outside the file: as a code, as forty letters and digits, on a stick. And how
/// the file stands to those who kept it.
final class CheckpointCard extends ScrollPane {
    static final double WIDTH = 312;
    private static final int MODULE_PIXELS = 5;

    private final Words words;
    private final VBox code = new VBox(12);
    private final VBox leaving = new VBox(8);
    private final VBox standing = new VBox(8);
    private final Button leave;

    CheckpointCard(WitnessViewModel model, HomeContext context, FileChoice files) {
        words = context.words();
        leave = new Button(words.text("journal.leave.button"), Icons.button(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
        leave.setMaxWidth(Double.MAX_VALUE);
        leave.setOnAction(_ -> files.folder(words.text("journal.leave.chooser")).ifPresent(model::leaveOn));
        var compare = new Button(words.text("journal.compare.button"), Icons.button(MaterialDesignF.FILE_COMPARE));
        compare.setMaxWidth(Double.MAX_VALUE);
        compare.setOnAction(_ -> new CompareDialog(model, context, files).open());
        var card = new VBox(
                Labels.section(words.text("journal.checkpoint.title")),
                Labels.second(words.text("journal.checkpoint.reason")),
                code,
                leave,
                leaving,
                compare,
                standing);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        setContent(card);
        setFitToWidth(true);
        getStyleClass().add("hk-scroll");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        leaving.managedProperty().bind(leaving.visibleProperty());
        model.currentProperty().subscribe(this::show);
        model.leavingProperty().subscribe(this::show);
        context.standing().standingProperty().subscribe(this::show);
    }

    private void show(Optional<PaperCheckpoint> current) {
        code.getChildren().clear();
        current.ifPresent(paper -> {
            var typed = paper.toString();
            var half = typed.length() / 2;
            var lines = new VBox(
                    Labels.code(typed.substring(0, half).strip()),
                    Labels.code(typed.substring(half).strip()));
            lines.getStyleClass().add("hk-inset");
            lines.setAccessibleText(typed);
            code.getChildren()
                    .setAll(
                            new QrImage(
                                    typed.replace(" ", "").toUpperCase(Locale.ROOT),
                                    MODULE_PIXELS,
                                    words.text("journal.checkpoint.accessible")),
                            lines,
                            Labels.second(words.text("journal.checkpoint.size", paper.size())));
        });
    }

    private void show(Leaving now) {
        leave.setDisable(now instanceof Leaving.Writing);
        leaving.setVisible(!(now instanceof Leaving.Resting));
        switch (now) {
            case Leaving.Resting _ -> leaving.getChildren().clear();
            case Leaving.Writing _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                leaving.getChildren().setAll(bar, Labels.second(words.text("journal.leave.progress")));
            }
            case Leaving.Left(var file) ->
                leaving.getChildren()
                        .setAll(new Note(
                                MaterialDesignC.CHECK_CIRCLE,
                                words.text("journal.leave.done", String.valueOf(file.getFileName())),
                                Tone.SUCCESS));
            case Leaving.Failed(var cause) ->
                leaving.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
        }
    }

    /// What blocks is said above every screen already.
    private void show(Standing now) {
        var said = StandingWords.in(words.locale()).explain(now);
        switch (now) {
            case Standing.Current(var witnesses)
            when witnesses.isEmpty() -> standing.getChildren().setAll(new TroubleNote(said));
            case Standing.Current _ ->
                standing.getChildren().setAll(new Note(MaterialDesignC.CHECK_CIRCLE, said.happened(), Tone.SUCCESS));
            case Standing.Unproven _, Standing.ClockAhead _ ->
                standing.getChildren().setAll(new TroubleNote(said));
            case Standing.Blocking _ -> standing.getChildren().clear();
        }
    }
}
