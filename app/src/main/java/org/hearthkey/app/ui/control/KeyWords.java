package org.hearthkey.app.ui.control;

import atlantafx.base.controls.Popover;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The four words of a key, for telling keys apart by eye. A click shows the full hex.
public final class KeyWords extends Button {
    private static final double HEX_WIDTH = 300;

    /// How the words are set.
    public enum Layout {
        ONE_LINE,
        TWO_LINES
    }

    /// @param fingerprint four words
    /// @param hex the whole SHA-256 in hex
    public KeyWords(List<String> fingerprint, String hex, Layout layout, Words words) {
        getStyleClass().addAll("flat", "hk-words");
        setGraphic(
                layout == Layout.ONE_LINE
                        ? new Label(String.join(" ", fingerprint))
                        : new VBox(
                                new Label(String.join(" ", fingerprint.subList(0, 2))),
                                new Label(String.join(" ", fingerprint.subList(2, fingerprint.size())))));
        setAccessibleText(words.text("control.keywords.accessible", String.join(" ", fingerprint)));
        setOnAction(_ -> popover(hex, words).show(this));
        // Half of the words tell no keys apart.
        setMinWidth(USE_PREF_SIZE);
    }

    private static Popover popover(String hex, Words words) {
        var text = Labels.code(hex.replaceAll("(.{4})(?!$)", "$1 "));
        text.setWrapText(true);
        text.setPrefWidth(HEX_WIDTH);
        var copy = new Button(words.text("control.keywords.copy"), Icons.button(MaterialDesignC.CONTENT_COPY));
        var box = new VBox(12, Labels.second(words.text("control.keywords.hint")), text, copy);
        box.getStyleClass().add("hk-card-padded");
        box.setMaxWidth(HEX_WIDTH);
        var popover = new Popover(box);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(hex);
            Clipboard.getSystemClipboard().setContent(content);
            popover.hide();
        });
        return popover;
    }
}
