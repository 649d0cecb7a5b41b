package org.hearthkey.app.ui.recovery;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// One step, large: what to do, to say and to write down, and the one button that does it.
final class StepPane extends VBox {
    private final CeremonyDirector director;
    private final Ceremony ceremony;
    private final Script.Step step;
    private final HomeContext context;
    private final Words words;
    private final StepActs acts;

    StepPane(CeremonyDirector director, Ceremony ceremony, Script.Step step, HomeContext context, FileChoice files) {
        super(16);
        this.director = director;
        this.ceremony = ceremony;
        this.step = step;
        this.context = context;
        words = context.words();
        acts = new StepActs(director, ceremony, step, context, files);
        var count = ceremony.script().steps().size();
        var todo = Labels.body(step.todo());
        todo.getStyleClass().add("hk-lead");
        getChildren()
                .addAll(
                        new VBox(
                                4,
                                Labels.second(words.text("ceremony.step.number", step.number(), count)),
                                Labels.title(step.title())),
                        todo);
        step.say()
                .ifPresent(text -> getChildren()
                        .add(new Note(
                                MaterialDesignB.BULLHORN_OUTLINE, words.text("ceremony.step.say", text), Tone.ACCENT)));
        for (int i = 0; i < step.write().size(); i++) {
            var answer = new TextField();
            answer.textProperty().bindBidirectional(director.written().get(i));
            getChildren().add(new Field(step.write().get(i), answer));
        }
        var initials = new TextField();
        initials.setMaxWidth(160);
        initials.textProperty().bindBidirectional(director.initialsProperty());
        getChildren().add(new Field(words.text("ceremony.initials.field"), initials));
        getChildren().add(button());
        if (step.act().isEmpty()) {
            getChildren().add(leaveOut());
        }
    }

    private Node button() {
        var button = new Button(words.text(step.act().map(StepPane::key).orElse("ceremony.step.button")));
        button.getStyleClass().addAll("accent", "hk-deliberate");
        var obstacle = step.act().filter(Act.ROLL_OVER::equals).flatMap(_ -> director.noRollover());
        if (obstacle.isPresent()) {
            return new Note(MaterialDesignA.ALERT_OUTLINE, words.text(obstacle.get()), Tone.WARNING);
        }
        button.disableProperty().bind(director.isAnswered().not());
        button.setOnAction(_ -> act());
        var lack = Labels.second(words.text("ceremony.step.lack"));
        lack.visibleProperty().bind(button.disableProperty());
        return new VBox(6, button, lack);
    }

    private static String key(Act act) {
        return switch (act) {
            case ADD_ZONE -> "ceremony.zone.button";
            case SIGN_LIFELINES -> "ceremony.lists.button";
            case MAKE_SHEETS -> "ceremony.sheets.button";
            case READ_BACK -> "ceremony.back.button";
            case DRILL -> "ceremony.drill.button";
            case ROLL_OVER -> "ceremony.rollover.button";
            case SIGN_INTERMEDIATE -> "ceremony.other.button";
            case CREATE_HOME, RECOVER -> "ceremony.step.button";
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
                        .flatMap(blank -> director.initialsProperty().map(text -> blank || text.isBlank())));
        leave.setOnAction(
                _ -> director.leaveOut(ceremony, step, reason.getText().strip()));
        return new HBox(8, reason, leave);
    }

    private void act() {
        if (step.act().isEmpty()) {
            director.stepDone(ceremony, step);
            return;
        }
        switch (step.act().get()) {
            case ADD_ZONE -> acts.addZone();
            case SIGN_LIFELINES -> acts.signLists();
            case MAKE_SHEETS -> new NewSheetsDialog(director, context).open();
            case READ_BACK -> director.readBack(ceremony, step);
            case DRILL -> director.drill(ceremony, step);
            case ROLL_OVER -> acts.rollOver();
            case SIGN_INTERMEDIATE -> acts.signIntermediate();
            case CREATE_HOME, RECOVER ->
                throw new IllegalStateException(step.act().get().code());
        }
    }
}
