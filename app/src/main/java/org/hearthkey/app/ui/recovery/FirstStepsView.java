package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// A ceremony in a window in which no home is open yet: its steps at the left, and what is due now beside them.
public final class FirstStepsView extends BorderPane {
    private final FirstSteps model;
    private final Function<Script, Optional<String>> other;
    private final FileChoice files;
    private final Words words;
    private final TranscriptSaving saving;
    private final VBox trouble = new VBox();
    private final StepColumn steps;
    private final VBox now = new VBox(16);
    private final ScrollPane page = new ScrollPane();

    /// @param other holds a script of the owner's instead, or answers with the key of the sentence that says why not
    public FirstStepsView(FirstSteps model, Function<Script, Optional<String>> other, FileChoice files, Words words) {
        this.model = model;
        this.other = other;
        this.files = files;
        this.words = words;
        saving = new TranscriptSaving(model.aside());
        steps = new StepColumn(model.script());
        trouble.managedProperty().bind(trouble.visibleProperty());
        trouble.setVisible(false);
        now.setMinWidth(0);
        HBox.setHgrow(now, Priority.ALWAYS);
        var content = new VBox(16, Labels.section(model.script().title()), trouble, new HBox(24, steps, now));
        content.getStyleClass().add("hk-wizard-page");
        page.setContent(content);
        page.setFitToWidth(true);
        page.getStyleClass().add("hk-scroll");
        setCenter(page);
        getStyleClass().add("hk-wizard");
        model.stateProperty().subscribe(this::show);
        model.failureProperty()
                .subscribe(cause -> cause.ifPresent(why -> say(new TroubleNote(new Troubles(words).of(why)))));
    }

    private void say(Node sentence) {
        trouble.getChildren().setAll(sentence);
        trouble.setVisible(true);
    }

    private void show(CeremonyState.First state) {
        page.setVvalue(0);
        trouble.setVisible(false);
        switch (state) {
            case CeremonyState.Reading _ -> {
                steps.show(0);
                reading();
            }
            case CeremonyState.Preparing _ -> {
                steps.show(0);
                now.getChildren()
                        .setAll(
                                new PreparingPane(model.preparation(), model::prepare, model::begin, words),
                                new StepFoot(leave()));
            }
            case CeremonyState.AtStep(var ceremony, var step) -> {
                steps.show(step.number());
                now.getChildren()
                        .setAll(
                                new StepPane(model.script(), step, model.form(), model.ends(ceremony, step), words),
                                new Note(
                                        MaterialDesignI.INFORMATION_OUTLINE,
                                        words.text("ceremony.outside.note"),
                                        Tone.NEUTRAL),
                                new StepFoot(leave()));
            }
        }
    }

    private void reading() {
        var own = new Button(words.text("ceremony.outside.file"));
        own.setOnAction(_ -> new ScriptChoice(files, words, this::found, this::say).ask());
        var begin = new Button(words.text("ceremony.prepare.button"));
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> model.prepare());
        now.getChildren()
                .setAll(new ReadingPane(model.script(), saving, files, leave(), List.of(own, begin), List.of(), words));
    }

    private void found(Script script) {
        other.apply(script).ifPresent(key -> say(ScriptChoice.warning(words.text(key))));
    }

    private Button leave() {
        var leave = new Button(words.text("ceremony.outside.leave"));
        leave.setOnAction(_ -> model.end());
        return leave;
    }
}
