package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.core.recovery.SharePlan;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// New sheets: onto paper, back from paper, in force.
final class MakingPane extends VBox {
    private final SheetMaking making;
    private final Words words;
    private final SheetWays ways;

    /// @param ways how sheets come in
    MakingPane(SheetMaking making, Words words, SheetWays ways) {
        super(16);
        this.making = making;
        this.words = words;
        this.ways = ways;
        making.stepProperty().subscribe(this::show);
    }

    private void show(SheetMaking.Step step) {
        switch (step) {
            case SheetMaking.Step.Printing _ -> printing();
            case SheetMaking.Step.ReadingBack(var left, var other) -> readingBack(left, other);
            case SheetMaking.Step.Keeping _ ->
                getChildren().setAll(new ProgressBar(), Labels.second(words.text("recovery.keep.progress")));
            case SheetMaking.Step.Kept _ -> kept();
            case SheetMaking.Step.Failed(var cause) ->
                getChildren().setAll(new TroubleNote(new Troubles(words).ofSheets(cause)), foot(stop(), List.of()));
        }
    }

    private void printing() {
        var on = new Button(words.text("recovery.print.next"));
        on.setDefaultButton(true);
        on.setOnAction(_ -> making.readBack());
        var lead = Labels.body(words.text("recovery.print.lead", making.count()));
        lead.getStyleClass().add("text-muted");
        getChildren()
                .setAll(
                        Labels.section(words.text("recovery.print.title")),
                        lead,
                        new PaperPane(making, words, ways.files()),
                        foot(stop(), List.of(on)));
    }

    private void readingBack(List<Integer> left, boolean other) {
        var lead = Labels.body(words.text("recovery.back.lead"));
        lead.getStyleClass().add("text-muted");
        var called = SheetNames.of(making.plan(), words);
        var numbers = left.stream().map(called::name).collect(Collectors.joining(", "));
        int done = making.count() - left.size();
        var now = other
                ? new Note(MaterialDesignA.ALERT_OUTLINE, words.text("recovery.back.other", numbers), Tone.WARNING)
                : new Note(
                        MaterialDesignC.CHECK_CIRCLE,
                        words.text("recovery.back.left", done, making.count(), numbers),
                        done == 0 ? Tone.NEUTRAL : Tone.SUCCESS);
        var again = new Button(words.text("recovery.back.print"));
        again.setOnAction(_ -> making.printAgain());
        var intake = new IntakePane(making.intake(), words, ways);
        getChildren()
                .setAll(
                        Labels.section(words.text("recovery.back.title")),
                        lead,
                        now,
                        intake,
                        foot(stop(), List.of(again)));
        intake.focus();
    }

    private void kept() {
        var title = Labels.sentence(words.text("recovery.kept.title"));
        title.setWrapText(true);
        var text = Labels.body(kept(making.plan()));
        text.getStyleClass().add("text-muted");
        var done = new Button(words.text("recovery.kept.button"));
        done.setDefaultButton(true);
        done.setOnAction(_ -> making.end());
        var card = new VBox(16, Disc.large(MaterialDesignS.SHIELD_CHECK_OUTLINE, Tone.SUCCESS), title, text);
        making.saved()
                .ifPresent(file -> card.getChildren()
                        .add(new Note(
                                MaterialDesignA.ALERT_OUTLINE,
                                words.text("recovery.kept.delete", file.toString()),
                                Tone.WARNING)));
        card.getChildren().add(done);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        getChildren().setAll(card);
    }

    private String kept(SharePlan plan) {
        return plan.groups().size() == 1
                ? words.text(
                        "recovery.kept.text",
                        plan.shares(),
                        plan.groups().getFirst().threshold())
                : words.text(
                        "recovery.kept.text-groups",
                        plan.shares(),
                        plan.groupThreshold(),
                        plan.groups().size());
    }

    private Button stop() {
        var stop = new Button(words.text("recovery.stop.button"));
        stop.setOnAction(_ -> making.end());
        return stop;
    }

    private Node foot(Button stop, List<Button> on) {
        var reason = Labels.second(words.text("recovery.stop.safe"));
        reason.setMinWidth(0);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        var foot = new HBox(12, stop, reason);
        stop.setMinWidth(USE_PREF_SIZE);
        on.forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        foot.getChildren().addAll(on);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }
}
