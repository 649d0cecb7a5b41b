package org.hearthkey.app.ui.settings;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.name.SlotName;

/// Asks for a passphrase that is added, or that takes the place of another.
final class NewUnlockingDialogs {
    private final UnlockingViewModel model;
    private final HomeContext context;
    private final Words words;

    NewUnlockingDialogs(UnlockingViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void add() {
        var name = new TextField();
        name.setPromptText(words.text("unlocking.name.prompt"));
        var asked = model.addition(name.textProperty().map(SlotName::parse));
        var called = new Field(words.text("unlocking.name.field"), name);
        var present = present(asked);
        HBox.setHgrow(called, Priority.ALWAYS);
        HBox.setHgrow(present, Priority.ALWAYS);
        open(asked, "unlocking.add", new VBox(12, new HBox(12, called, present), form(asked)));
        Platform.runLater(name::requestFocus);
    }

    void change() {
        var asked = model.change();
        open(asked, "unlocking.change", new VBox(12, present(asked), form(asked)));
    }

    private void open(NewUnlocking asked, String key, Node fields) {
        new RootDialog(model.asking(asked), context.dialogs(), words)
                .open(
                        words.text(key + ".title"),
                        words.text(key + ".why"),
                        words.text(key + ".act"),
                        Optional.of(fields));
    }

    private Node present(NewUnlocking asked) {
        return new Field(
                words.text("unlocking.present.field"),
                new PassphraseField(asked.present(), words.text("unlocking.present.field"), words));
    }

    private Node form(NewUnlocking asked) {
        return new PassphraseForm(asked.chosen(), "unlocking.new", context.clipboard(), words);
    }
}
