package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.kordamp.ikonli.Ikon;

/// One of a new home's passphrases: what it is for, and the form in which it is chosen.
final class PassphraseCard extends VBox {
    /// @param key what the words of this passphrase begin with
    PassphraseCard(PassphraseForm form, Ikon ikon, String key, Words words) {
        getStyleClass().addAll("hk-card", "hk-card-padded");
        var heading = new VBox(2, Labels.section(words.text(key + ".title")), Labels.second(words.text(key + ".when")));
        var head = new HBox(12, Disc.of(ikon, Tone.ACCENT), heading);
        head.setAlignment(Pos.CENTER_LEFT);
        var purpose = Labels.body(words.text(key + ".purpose"));
        purpose.getStyleClass().add("text-muted");
        getChildren().setAll(head, purpose, form);
    }
}
