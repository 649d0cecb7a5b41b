package org.hearthkey.app.ui.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.AppMark;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The steps of the wizard at its left: which are done, which one this is, and what still holds.
final class StepList extends VBox {
    private final Words words;
    private final VBox steps = new VBox(8);
    private final Label promise = Labels.second("");

    StepList(Words words) {
        this.words = words;
        getStyleClass().add("hk-steps");
        var head = new HBox(12, AppMark.small(), Labels.rowTitle(words.text("create.wizard.title")));
        head.setAlignment(Pos.CENTER_LEFT);
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var note = new HBox(12, Icons.pill(MaterialDesignI.INFORMATION_OUTLINE), promise);
        HBox.setHgrow(promise, Priority.ALWAYS);
        getChildren().setAll(head, steps, gap, note);
    }

    void show(CreateStep now) {
        steps.getChildren()
                .setAll(List.of(CreateStep.values()).stream()
                        .map(step -> row(step, now))
                        .toList());
        steps.getChildren().add(sheets());
        promise.setText(words.text(now == CreateStep.DONE ? "create.wizard.signed" : "create.wizard.unsigned"));
    }

    /// The last step is done inside the home.
    private Node sheets() {
        var name = Labels.of(words.text("create.sheets.step"), "text-muted");
        return row(new StackPane(number(CreateStep.values().length + 1, false)), name);
    }

    private static HBox row(Node mark, Label name) {
        var row = new HBox(12, mark, name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-step");
        return row;
    }

    private Node row(CreateStep step, CreateStep now) {
        var name = new Label(words.text(key(step)));
        var row = row(mark(step, now), name);
        int order = step.compareTo(now);
        if (order == 0) {
            name.getStyleClass().add("hk-strong");
        } else if (order > 0) {
            name.getStyleClass().add("text-muted");
        }
        return row;
    }

    private static Node mark(CreateStep step, CreateStep now) {
        if (step.compareTo(now) < 0 || now == CreateStep.DONE) {
            var done = Icons.disc(MaterialDesignC.CHECK_CIRCLE);
            done.getStyleClass().add(Tone.SUCCESS.styleClass());
            return new StackPane(done);
        }
        return new StackPane(number(List.of(CreateStep.values()).indexOf(step) + 1, step == now));
    }

    private static Label number(int number, boolean now) {
        var label = new Label(Integer.toString(number));
        label.getStyleClass().addAll("hk-step-number", now ? "now" : "later");
        return label;
    }

    private static String key(CreateStep step) {
        return switch (step) {
            case NAME -> "create.name.step";
            case PASSPHRASES -> "create.passphrases.step";
            case ZONES -> "create.zones.step";
            case DONE -> "create.done.step";
        };
    }
}
