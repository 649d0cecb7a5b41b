package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The two passphrases of a home, side by side.
final class PassphrasesStep extends VBox {
    PassphrasesStep(CreateViewModel model, SecretClipboard clipboard, Words words) {
        super(16);
        var cards = new PassphraseCards(model.home(), model.root(), clipboard, words);
        var paper = new HBox(
                8, Icons.pill(MaterialDesignP.PENCIL_OUTLINE), Labels.second(words.text("create.passphrases.note")));
        paper.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        new Heading(words.text("create.passphrases.title"), words.text("create.passphrases.lead")),
                        cards,
                        paper);
        cards.focus();
    }
}
