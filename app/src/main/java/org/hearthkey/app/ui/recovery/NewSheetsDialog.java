package org.hearthkey.app.ui.recovery;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.UnlockingFields;
import org.hearthkey.app.ui.token.UnlockingSecret;

/// Asks how many sheets there should be, and for the secrets that new sheets take.
final class NewSheetsDialog {
    private final SheetsWanted model;
    private final HomeContext context;
    private final Words words;

    NewSheetsDialog(SheetsWanted model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void open() {
        var asked = model.asked();
        new RootDialog(model.making(asked), context.dialogs(), words)
                .open(
                        words.text("recovery.new.title"),
                        words.text("recovery.new.why"),
                        words.text("recovery.new.act"),
                        new VBox(16, new PlanPane(asked.plan(), words), present(asked.present())),
                        asked.present()
                                .lack()
                                .map(lack -> lack.map(what -> sentence(what)).orElse("")));
    }

    private Node present(UnlockingSecret secret) {
        var field = words.text("unlocking.present.field");
        return model.hasTokens()
                ? new UnlockingFields(secret, field, field, words)
                : new Field(field, new PassphraseField(secret.passphrase(), field, words));
    }

    private String sentence(UnlockingSecret.Lack lack) {
        return lack == UnlockingSecret.Lack.PASSPHRASE
                ? words.text("unlocking.present.lack")
                : UnlockingFields.sentence(lack, words);
    }
}
