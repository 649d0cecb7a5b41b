package org.hearthkey.app.ui.approve;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.MakerWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DeviceIcons;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;

/// What a device says it is, and its key in four words.
final class CardHead extends HBox {
    CardHead(Claim claim, String type, Words words) {
        super(16);
        getStyleClass().add("hk-claim");
        setAlignment(Pos.CENTER_LEFT);
        var name = Labels.title(claimed(claim, words));
        name.setWrapText(true);
        var text = new VBox(
                2,
                Labels.second(words.text(claim.isSilent() ? "approve.silent.caption" : "approve.says.caption")),
                name);
        claim.serialNumber()
                .ifPresent(
                        serial -> text.getChildren().add(Labels.second(words.text("approve.serial.caption", serial))));
        if (claim.label().filter(MakerWords::hasNumbers).isPresent()) {
            text.getChildren().add(Labels.second(words.text("approve.numbers.caption")));
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(Disc.large(DeviceIcons.of(type), Tone.ACCENT), text);
        claim.key().ifPresent(key -> {
            var box = new VBox(
                    2,
                    Labels.caption(words.text("approve.key.caption")),
                    new KeyWords(key.words().words(), key.hex(), KeyWords.Layout.TWO_LINES, words));
            box.setMinWidth(USE_PREF_SIZE);
            getChildren().add(box);
        });
    }

    private static String claimed(Claim claim, Words words) {
        if (claim.isSilent()) {
            return words.text("approve.silent.claim");
        }
        var said = claim.label().flatMap(new MakerWords(words)::said);
        if (said.isPresent()) {
            return said.get();
        }
        return claim.name()
                .orElseGet(() -> words.text(claim.isForWifi() ? "approve.wifi.claim" : "approve.nameless.claim"));
    }
}
