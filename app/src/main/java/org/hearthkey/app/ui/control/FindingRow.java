package org.hearthkey.app.ui.control;

import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// One thing that speaks for a device or against it: a sentence, then what it rests on. The rule's clause is in the tooltip.
public final class FindingRow extends GridPane {
    /// Which way a finding speaks.
    public enum Side {
        FOR,
        /// Worth knowing; speaks neither way.
        NEITHER,
        AGAINST,
        REFUSING;

        private Ikon ikon() {
            return switch (this) {
                case FOR -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
                case NEITHER -> MaterialDesignI.INFORMATION_OUTLINE;
                case AGAINST -> MaterialDesignA.ALERT_OUTLINE;
                case REFUSING -> MaterialDesignC.CLOSE_OCTAGON_OUTLINE;
            };
        }

        private Tone tone() {
            return switch (this) {
                case FOR -> Tone.SUCCESS;
                case NEITHER -> Tone.NEUTRAL;
                case AGAINST -> Tone.WARNING;
                case REFUSING -> Tone.DANGER;
            };
        }
    }

    public FindingRow(Side side, String sentence, String evidence, String clause) {
        getStyleClass().add("hk-finding");
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(new ColumnConstraints(), grow);
        var icon = Icons.button(side.ikon());
        icon.getStyleClass().add(side.tone().styleClass());
        var head = Labels.of(sentence, "hk-medium");
        head.setWrapText(true);
        addRow(0, icon, head);
        if (!evidence.isEmpty()) {
            add(Labels.second(evidence), 1, 1);
        }
        if (!clause.isEmpty()) {
            Tooltip.install(this, new Tooltip(clause));
        }
    }
}
