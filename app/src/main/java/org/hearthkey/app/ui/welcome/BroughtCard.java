package org.hearthkey.app.ui.welcome;

import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.welcome.RebuildViewModel.Brought;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// What of a lost home was brought, and what is still wanted: its sealed core, and enough sheets.
final class BroughtCard extends GridPane {
    private static final int HALF = 50;

    private final Words words;
    private final Dates dates;

    BroughtCard(ObservableValue<Brought> brought, Words words, Dates dates) {
        super(24, 0);
        this.words = words;
        this.dates = dates;
        getStyleClass().addAll("hk-card", "hk-card-padded");
        var half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        half.setFillWidth(true);
        getColumnConstraints().setAll(half, half);
        brought.subscribe(this::show);
    }

    private void show(Brought now) {
        getChildren().clear();
        addRow(
                0,
                half(now.core().isPresent(), MaterialDesignQ.QRCODE, words.text("rebuild.core.title"), core(now)),
                half(
                        now.missingSheets() == 0,
                        MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                        words.text("rebuild.shares.title"),
                        shares(now)));
    }

    private String core(Brought now) {
        if (now.core().isPresent()) {
            var core = now.core().get();
            return words.text("rebuild.core.read", core.name().text(), dates.day(core.issued()), core.setIdentifier());
        }
        if (now.codes() > 0) {
            return words.text(
                    "rebuild.core.some",
                    now.codes() - now.missingCodes().size(),
                    now.codes(),
                    now.missingCodes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return words.text("rebuild.core.none");
    }

    private String shares(Brought now) {
        if (now.sheets() == 0) {
            return words.text("rebuild.shares.none");
        }
        return now.missingSheets() == 0
                ? words.text("rebuild.shares.enough", now.sheets())
                : words.text("rebuild.shares.more", now.sheets(), now.missingSheets());
    }

    private static Node half(boolean isThere, Ikon ikon, String title, String sentence) {
        var text = new VBox(2, Labels.rowTitle(title), Labels.second(sentence));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var half = new HBox(
                16, isThere ? Disc.of(MaterialDesignC.CHECK, Tone.SUCCESS) : Disc.of(ikon, Tone.NEUTRAL), text);
        half.setAlignment(Pos.CENTER_LEFT);
        return half;
    }
}
