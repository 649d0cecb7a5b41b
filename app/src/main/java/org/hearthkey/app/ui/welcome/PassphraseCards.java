package org.hearthkey.app.ui.welcome;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.passphrase.NewPassphrase;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The home's passphrase and the root's, side by side.
final class PassphraseCards extends GridPane {
    private static final int HALF = 50;

    private final PassphraseForm first;

    PassphraseCards(NewPassphrase home, NewPassphrase root, SecretClipboard clipboard, Words words) {
        super(24, 0);
        first = new PassphraseForm(home, "create.home", clipboard, words);
        var second = new PassphraseForm(root, "create.root", clipboard, words);
        var half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        half.setFillWidth(true);
        getColumnConstraints().setAll(half, half);
        addRow(
                0,
                new PassphraseCard(first, MaterialDesignK.KEY_OUTLINE, "create.home", words),
                new PassphraseCard(second, MaterialDesignS.SHIELD_KEY_OUTLINE, "create.root", words));
    }

    /// What keeps the passphrases of a home that was brought back from being used.
    static String sentence(NewPassphrases.Blocker blocker, Words words) {
        return switch (blocker.which()) {
            case HOME -> PassphraseForm.sentence(blocker.lack(), "create.home", words);
            case ROOT -> PassphraseForm.sentence(blocker.lack(), "create.root", words);
        };
    }

    /// Puts the caret into the first field.
    void focus() {
        first.focus();
    }
}
