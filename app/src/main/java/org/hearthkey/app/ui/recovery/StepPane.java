package org.hearthkey.app.ui.recovery;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// One step, large: what to do, to say and to write down, and the one button that does it.
final class StepPane extends VBox {
    /// What ends a step.
    interface Ends {
        /// People did it.
        void done();

        /// Nobody does it.
        void leaveOut(String reason);

        /// The program does its act.
        void act(Act act);

        /// The key of the sentence that says why the act cannot be done here; empty if it can.
        default Optional<String> obstacle(Act act) {
            return Optional.empty();
        }
    }

    private final Script.Step step;
    private final StepForm form;
    private final Ends ends;
    private final Words words;

    StepPane(Script script, Script.Step step, StepForm form, Ends ends, Words words) {
        super(16);
        this.step = step;
        this.form = form;
        this.ends = ends;
        this.words = words;
        var todo = Labels.body(step.todo());
        todo.getStyleClass().add("hk-lead");
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Labels.second(words.text(
                                        "ceremony.step.number",
                                        step.number(),
                                        script.steps().size())),
                                Labels.title(step.title())),
                        todo);
        step.say()
                .ifPresent(text -> getChildren()
                        .add(new Note(
                                MaterialDesignB.BULLHORN_OUTLINE, words.text("ceremony.step.say", text), Tone.ACCENT)));
        for (int i = 0; i < step.write().size(); i++) {
            var answer = new TextField();
            answer.textProperty().bindBidirectional(form.written().get(i));
            if (i == 0) {
                FirstFocus.on(answer);
            }
            getChildren().add(new Field(step.write().get(i), answer));
        }
        var initials = new TextField();
        initials.setMaxWidth(160);
        initials.textProperty().bindBidirectional(form.initialsProperty());
        if (step.write().isEmpty()) {
            FirstFocus.on(initials);
        }
        getChildren().add(new Field(words.text("ceremony.initials.field"), initials));
        getChildren().add(button());
        if (step.act().isEmpty()) {
            getChildren().add(leaveOut());
        }
    }

    private Node button() {
        var obstacle = step.act().flatMap(ends::obstacle);
        if (obstacle.isPresent()) {
            return new Note(MaterialDesignA.ALERT_OUTLINE, words.text(obstacle.get()), Tone.WARNING);
        }
        var button = new Button(words.text(step.act().map(StepPane::key).orElse("ceremony.step.button")));
        button.getStyleClass().addAll("accent", "hk-deliberate");
        button.disableProperty().bind(form.isAnswered().not());
        button.setOnAction(_ -> step.act().ifPresentOrElse(ends::act, ends::done));
        var lack = Labels.second(words.text("ceremony.step.lack"));
        lack.visibleProperty().bind(button.disableProperty());
        return new VBox(6, button, lack);
    }

    private static String key(Act act) {
        return switch (act) {
            case CREATE_HOME -> "ceremony.create.button";
            case ADD_ZONE -> "ceremony.zone.button";
            case SIGN_LIFELINES -> "ceremony.lists.button";
            case MAKE_SHEETS -> "ceremony.sheets.button";
            case READ_BACK -> "ceremony.back.button";
            case DRILL -> "ceremony.drill.button";
            case ROLL_OVER -> "ceremony.rollover.button";
            case SIGN_INTERMEDIATE -> "ceremony.other.button";
            case RECOVER -> "ceremony.recover.button";
        };
    }

    private Node leaveOut() {
        var reason = new TextField();
        reason.setPromptText(words.text("ceremony.leave.prompt"));
        reason.setAccessibleText(words.text("ceremony.leave.prompt"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        var leave = new Button(words.text("ceremony.leave.button"));
        leave.setMinWidth(USE_PREF_SIZE);
        leave.disableProperty()
                .bind(reason.textProperty()
                        .map(String::isBlank)
                        .flatMap(blank -> form.initialsProperty().map(text -> blank || text.isBlank())));
        leave.setOnAction(_ -> ends.leaveOut(reason.getText().strip()));
        return new HBox(8, reason, leave);
    }
}
