package org.hearthkey.app.ui.recovery;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.recovery.IssuedSheets;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The drill: sheets come in until they are enough, and the screen says whether they would have brought the home back.
final class DrillPane extends VBox {
    private final SheetDrill drill;
    private final HomeContext context;
    private final Words words;
    private final VBox said = new VBox();
    private final IntakePane intake;

    /// @param ways how sheets come in
    DrillPane(SheetDrill drill, HomeContext context, SheetWays ways) {
        super(16);
        this.drill = drill;
        this.context = context;
        words = context.words();
        intake = new IntakePane(drill.intake(), words, ways);
        var plan = drill.sheets().plan();
        var lead = Labels.body(
                plan.groups().size() == 1
                        ? words.text(
                                "recovery.drill.lead", plan.groups().getFirst().threshold())
                        : words.text("recovery.drill.lead-groups"));
        lead.getStyleClass().add("text-muted");
        var cancel = new Button(words.text("recovery.drill.stop"));
        cancel.setOnAction(_ -> drill.end());
        getChildren().setAll(Labels.section(words.text("recovery.drill.title")), lead, said, intake, cancel);
        said.managedProperty().bind(said.visibleProperty());
        drill.stateProperty().subscribe(this::show);
        intake.focus();
    }

    private void show(SheetDrill.State now) {
        said.setVisible(!(now instanceof SheetDrill.State.Asking(var count)) || count > 0);
        intake.setDisable(now instanceof SheetDrill.State.Proving);
        switch (now) {
            case SheetDrill.State.Asking(var count) -> say(Tone.SUCCESS, words.text("recovery.drill.more", count));
            case SheetDrill.State.Proving _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                said.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("recovery.drill.progress"))));
            }
            case SheetDrill.State.Old _ ->
                say(
                        Tone.WARNING,
                        words.text("recovery.drill.old", drill.sheets().setIdentifier()));
            case SheetDrill.State.Flawed(var flaw) ->
                say(
                        Tone.WARNING,
                        words.text(
                                "recovery.drill.again",
                                ShareFlawWords.in(words.locale()).sentence(flaw)));
            case SheetDrill.State.Failed(var cause) ->
                said.getChildren().setAll(new TroubleNote(new Troubles(words).ofSheets(cause)));
            case SheetDrill.State.Proven(var sheets) -> getChildren().setAll(proven(sheets));
        }
        if (!intake.isDisabled() && !(now instanceof SheetDrill.State.Proven)) {
            // While it was disabled the focus went on to the button that stops, which the next blank would press.
            intake.focus();
        }
    }

    private void say(Tone tone, String sentence) {
        var ikon = tone == Tone.SUCCESS ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_OUTLINE;
        said.getChildren().setAll(new Note(ikon, sentence, tone));
    }

    private Node proven(IssuedSheets sheets) {
        var title = Labels.sentence(words.text("recovery.worked.title"));
        title.setWrapText(true);
        var when = context.dates().day(sheets.proven());
        var text = Labels.body(
                words.text("recovery.worked.text", when, context.dates().day(sheets.drillDue())));
        text.getStyleClass().add("text-muted");
        var done = new Button(words.text("recovery.done.button"));
        done.setDefaultButton(true);
        done.setOnAction(_ -> drill.end());
        var box = new VBox(16, Disc.large(MaterialDesignS.SHIELD_CHECK_OUTLINE, Tone.SUCCESS), title, text, done);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("hk-card", "hk-card-padded");
        return new HBox(box);
    }
}
