package org.hearthkey.app.ui.approve;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The title, and how far one is on the way of three steps.
final class StageTrail extends HBox {
    private static final List<String> STAGES =
            List.of("approve.scan.stage", "approve.decide.stage", "approve.hand.stage");

    private final Words words;
    private final HBox stages = new HBox(12);
    private final Region lead = new Region();
    private final VBox titles = new VBox(2);

    StageTrail(Words words) {
        this.words = words;
        getStyleClass().add("hk-approve-head");
        setAlignment(Pos.CENTER_LEFT);
        stages.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(lead, Priority.ALWAYS);
        getChildren().setAll(titles, lead, stages);
    }

    void show(ApproveState state) {
        int at = switch (state) {
            case ApproveState.Scanning _,
                    ApproveState.Looking _,
                    ApproveState.Marking _,
                    ApproveState.Choosing _,
                    ApproveState.Failed _ -> 0;
            case ApproveState.Deciding _, ApproveState.Refused _, ApproveState.Issuing _ -> 1;
            case ApproveState.HandingOver _, ApproveState.Paired _ -> 2;
        };
        titles.getChildren().setAll(Labels.title(words.text("approve.screen.title")));
        if (at == 0) {
            titles.getChildren().add(Labels.second(words.text("approve.screen.lead")));
        }
        stages.getChildren().clear();
        for (int stage = 0; stage < STAGES.size(); stage++) {
            if (stage > 0) {
                stages.getChildren().add(Icons.pill(MaterialDesignC.CHEVRON_RIGHT));
            }
            var name = words.text(STAGES.get(stage));
            if (stage < at) {
                stages.getChildren().add(Icons.toned(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS));
            }
            stages.getChildren().add(Labels.of(name, "text-small", stage == at ? "hk-strong" : "text-muted"));
        }
        setAccessibleText(words.text("approve.trail.accessible", at + 1, words.text(STAGES.get(at))));
    }
}
