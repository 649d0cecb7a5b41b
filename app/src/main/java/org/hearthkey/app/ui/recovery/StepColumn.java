package org.hearthkey.app.ui.recovery;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The steps of a ceremony, one below the other: those behind, the one that is due, and those to come.
final class StepColumn extends VBox {
    /// Comes after every step.
    static final int ALL_BEHIND = Integer.MAX_VALUE;

    private final Script script;

    StepColumn(Script script) {
        super(4);
        this.script = script;
        getStyleClass().add("hk-ceremony-steps");
    }

    /// @param at the number of the step that is due; 0 before the first one
    void show(int at) {
        getChildren().setAll(script.steps().stream().map(step -> row(step, at)).toList());
    }

    private static Node row(Script.Step step, int at) {
        var name = new Label(step.title());
        name.setWrapText(true);
        name.setMinWidth(0);
        Node mark;
        if (step.number() < at) {
            var done = Icons.disc(MaterialDesignC.CHECK_CIRCLE);
            done.getStyleClass().add(Tone.SUCCESS.styleClass());
            mark = done;
        } else {
            var number = new Label(Integer.toString(step.number()));
            number.getStyleClass().addAll("hk-step-number", step.number() == at ? "now" : "later");
            mark = number;
            name.getStyleClass().add(step.number() == at ? "hk-strong" : "text-muted");
        }
        var row = new HBox(12, mark, name);
        row.getStyleClass().add("hk-ceremony-step");
        return row;
    }
}
