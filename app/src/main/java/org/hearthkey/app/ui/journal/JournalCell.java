package org.hearthkey.app.ui.journal;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.journal.JournalViewModel.Row;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// One act: its number, what it was, when.
final class JournalCell extends ListCell<Row> {
    private static final double NUMBER_WIDTH = 64;

    private final Words words;
    private final Dates dates;
    private final Label number = Labels.of("", "text-small", "text-muted");
    private final FontIcon icon = Icons.button(MaterialDesignN.NOTEBOOK_OUTLINE);
    private final Label sentence = Labels.body("");
    private final Label when = Labels.of("", "text-small", "text-muted");
    private final HBox row = new HBox(12, number, icon, sentence, when);

    JournalCell(Words words, Dates dates) {
        this.words = words;
        this.dates = dates;
        number.setMinWidth(NUMBER_WIDTH);
        number.setAlignment(Pos.CENTER_RIGHT);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        when.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("hk-journal-row");
        setPrefWidth(0);
    }

    // A cell does not ask what it holds how high that is in so much width, and long sentences take two lines.
    @Override
    protected double computePrefHeight(double width) {
        return isEmpty() || width < 0 ? super.computePrefHeight(width) : snapSizeY(row.prefHeight(width));
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        number.setText(words.text("journal.entry.number", item.number()));
        icon.setIconCode(ikon(item.act()));
        sentence.setText(item.sentence());
        when.setText(dates.dayAndTime(item.at()));
        setAccessibleText(item.sentence() + ". " + when.getText());
        setGraphic(row);
    }

    private static Ikon ikon(String act) {
        return switch (act) {
            case "home.create" -> MaterialDesignH.HOME_OUTLINE;
            case "root.create", "root.token", "root.copy" -> MaterialDesignS.SHIELD_KEY_OUTLINE;
            case "services.create", "zone.create", "signer.renew", "signer.second" -> MaterialDesignK.KEY_CHAIN_VARIANT;
            case "crl.sign" -> MaterialDesignP.PLAYLIST_REMOVE;
            case "device.approve", "device.renew", "device.pair", "device.seen" -> MaterialDesignS.SHIELD_CHECK_OUTLINE;
            case "device.revoke", "device.unpair", "alarm.raise" -> MaterialDesignC.CANCEL;
            case "hub.certify" -> MaterialDesignS.SERVER_NETWORK;
            case "bundle.sign", "bundle.deliver", "program.sign" -> MaterialDesignT.TRAY_ARROW_UP;
            default -> MaterialDesignN.NOTEBOOK_OUTLINE;
        };
    }
}
