package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The two passphrases of a home, side by side.
final class PassphrasesStep extends VBox {
    private static final int HALF = 50;

    PassphrasesStep(CreateViewModel model, SecretClipboard clipboard, Words words) {
        super(16);

        var form = new PassphraseForm(model.home(), "create.home", clipboard, words);
        var home = new PassphraseCard(form, MaterialDesignK.KEY_OUTLINE, "create.home", words);
        var root = new PassphraseCard(
                new PassphraseForm(model.root(), "create.root", clipboard, words),
                MaterialDesignS.SHIELD_KEY_OUTLINE,
                "create.root",
                words);
        var cards = new GridPane(24, 0);
        var half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        half.setFillWidth(true);
        cards.getColumnConstraints().setAll(half, half);
        cards.addRow(0, home, root);

        var paper = new HBox(
                8, Icons.pill(MaterialDesignP.PENCIL_OUTLINE), Labels.second(words.text("create.passphrases.note")));
        paper.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        new Heading(words.text("create.passphrases.title"), words.text("create.passphrases.lead")),
                        cards,
                        paper);
        form.focus();
    }
}
