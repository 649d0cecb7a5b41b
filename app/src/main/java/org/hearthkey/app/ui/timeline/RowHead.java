package org.hearthkey.app.ui.timeline;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The name of a row or of a group, at the left of the chart, which tells the screen reader the whole row. Few are made: each
/// shows whatever row is scrolled to its place.
final class RowHead extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final FontIcon icon = new FontIcon(MaterialDesignP.PROGRESS_CLOCK);
    private final Label name = new Label();
    private final Label note = Labels.caption("");
    private final Words words;

    RowHead(Words words) {
        this.words = words;
        getStyleClass().add("hk-row-head");
        // The chart places it; a pane that laid it out would shrink it to its words.
        setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        icon.getStyleClass().add("hk-icon-pill");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMinWidth(0);
        note.managedProperty().bind(note.textProperty().map(text -> !text.isEmpty()));
        getChildren().setAll(icon, name, note);
    }

    /// Whether a group's rows are hidden.
    enum Folding {
        FOLDED,
        UNFOLDED
    }

    void showGroup(TimelineViewModel.Group group, Folding folding) {
        dress("group");
        boolean folded = folding == Folding.FOLDED;
        icon.setIconCode(folded ? MaterialDesignC.CHEVRON_RIGHT : MaterialDesignC.CHEVRON_DOWN);
        name.setText(group.name());
        note.setText(group.note());
        var key = folded ? "timeline.folded.accessible" : "timeline.unfolded.accessible";
        setAccessibleText(words.text(key, group.name(), group.note()));
    }

    void showRow(TimelineRow row) {
        dress(row.tone().styleClass());
        icon.setIconCode(row.ikon());
        name.setText(row.name());
        note.setText("");
        var told = new StringBuilder(row.name());
        row.callout().ifPresent(callout -> told.append(". ").append(callout.words()));
        if (!row.bars().isEmpty()) {
            row.bars()
                    .getLast()
                    .facts()
                    .forEach(fact ->
                            told.append(". ").append(fact.name()).append(' ').append(fact.value()));
        }
        setAccessibleText(told.toString());
    }

    /// Marks the row that one stands on.
    void choose(Optional<RowLayout.Spot> chosen, RowLayout.Spot spot) {
        pseudoClassStateChanged(CHOSEN, chosen.equals(Optional.of(spot)));
    }

    void showReading() {
        dress("neutral");
        icon.setIconCode(MaterialDesignP.PROGRESS_CLOCK);
        name.setText(words.text("timeline.reading.row"));
        note.setText("");
        setAccessibleText(name.getText());
    }

    private void dress(String tone) {
        getStyleClass().setAll("hk-row-head", tone);
        icon.getStyleClass().setAll("ikonli-font-icon", "hk-icon-pill", tone);
    }
}
