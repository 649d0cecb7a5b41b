package org.hearthkey.app.ui.revocation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.deliver.ProbeResult;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The steps of cutting a device off that are over: when, what became of each, and what says so.
final class IsolateSteps extends VBox {
    private final ProbeWords said;

    IsolateSteps(Words words) {
        super(8);
        said = ProbeWords.in(words.locale());
        managedProperty().bind(visibleProperty());
    }

    void show(List<Step> steps) {
        setVisible(!steps.isEmpty());
        getChildren().setAll(steps.stream().map(this::row).toList());
    }

    private Node row(Step step) {
        var tone = tone(step);
        var sentence = Labels.body(said.sentence(step));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var row = new HBox(8, Icons.toned(ikon(tone), tone), sentence);
        row.setAlignment(Pos.TOP_LEFT);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(sentence.getText());
        return row;
    }

    private static Ikon ikon(Tone tone) {
        return tone == Tone.SUCCESS ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_OUTLINE;
    }

    private static Tone tone(Step step) {
        return switch (step) {
            case Step.Revoked _, Step.Handed _, Step.CutOff _ -> Tone.SUCCESS;
            case Step.NotHanded _, Step.NotCutOff _ -> Tone.WARNING;
            case Step.StillConnected _ -> Tone.DANGER;
            case Step.Tried(var result) -> tone(result);
        };
    }

    private static Tone tone(ProbeResult result) {
        return switch (result.outcome()) {
            case ENFORCED -> Tone.SUCCESS;
            case NOT_ENFORCED -> Tone.DANGER;
            case LOCKED_OUT, UNPROVEN -> Tone.WARNING;
        };
    }
}
