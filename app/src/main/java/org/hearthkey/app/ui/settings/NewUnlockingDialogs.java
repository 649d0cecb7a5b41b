package org.hearthkey.app.ui.settings;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.TokenPick;
import org.hearthkey.app.ui.token.UnlockingFields;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.name.SlotName;

/// Asks for a passphrase or a token that is added, or for a passphrase that takes the place of another.
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
        var name = name();
        var parsed = name.textProperty().map(SlotName::parse);
        var asked = model.addition(parsed);
        open(
                model.asking(asked),
                "unlocking.add",
                new VBox(12, together(called(name), asked.present()), form(asked)),
                lack(
                        () -> noName(parsed).or(() -> lacking(asked)),
                        parsed,
                        asked.present().lack(),
                        asked.chosen().lackProperty()));
        FirstFocus.on(name);
    }

    void change() {
        var asked = model.change();
        var present = passphrase(asked.present()); // a token's slot has no passphrase to change
        open(
                model.asking(asked),
                "unlocking.change",
                new VBox(12, present, form(asked)),
                lack(
                        () -> lacking(asked),
                        asked.present().lack(),
                        asked.chosen().lackProperty()));
        FirstFocus.onFieldIn(present);
    }

    void addToken() {
        var name = name();
        var parsed = name.textProperty().map(SlotName::parse);
        var asked = model.tokenAddition(parsed);
        open(
                model.asking(asked),
                "unlocking.token",
                new VBox(12, called(name), new TokenPick(asked.tokens(), asked.pin(), words), present(asked.present())),
                lack(() -> asked.lack().getValue().map(lack -> sentence(lack, asked)), asked.lack()));
        FirstFocus.on(name);
    }

    private void open(RootAct act, String key, Node fields, ObservableValue<String> lack) {
        new RootDialog(act, context.dialogs(), words)
                .open(words.text(key + ".title"), words.text(key + ".why"), words.text(key + ".act"), fields, lack);
    }

    private static ObservableValue<String> lack(Supplier<Optional<String>> sentence, Observable... watched) {
        return Bindings.createStringBinding(() -> sentence.get().orElse(""), watched);
    }

    private Optional<String> noName(ObservableValue<Optional<SlotName>> name) {
        return name.getValue().isPresent() ? Optional.empty() : Optional.of(words.text("unlocking.name.lack"));
    }

    private Optional<String> lacking(NewUnlocking asked) {
        return asked.present()
                .lack()
                .getValue()
                .map(this::sentence)
                .or(() -> asked.chosen()
                        .lackProperty()
                        .get()
                        .map(lack -> PassphraseForm.sentence(lack, "unlocking.new.field", words)));
    }

    private String sentence(UnlockingSecret.Lack lack) {
        return lack == UnlockingSecret.Lack.PASSPHRASE
                ? words.text("unlocking.present.lack")
                : UnlockingFields.sentence(lack, words);
    }

    private String sentence(NewToken.Lack lack, NewToken asked) {
        return switch (lack) {
            case NAME -> words.text("unlocking.name.lack");
            case TOKEN -> words.text("token.token.lack");
            case PIN -> words.text("token.pin.lack");
            case PRESENT ->
                asked.present().lack().getValue().map(this::sentence).orElse("");
        };
    }

    private TextField name() {
        var name = new TextField();
        name.setPromptText(words.text("unlocking.name.prompt"));
        return name;
    }

    private Node called(TextField name) {
        return new Field(words.text("unlocking.name.field"), name);
    }

    /// Side by side, while there is no more than a passphrase to ask for.
    private Node together(Node called, UnlockingSecret secret) {
        var present = present(secret);
        if (model.hasTokens()) {
            return new VBox(12, called, present);
        }
        HBox.setHgrow(called, Priority.ALWAYS);
        HBox.setHgrow(present, Priority.ALWAYS);
        return new HBox(12, called, present);
    }

    private Node present(UnlockingSecret secret) {
        var field = words.text("unlocking.present.field");
        return model.hasTokens() ? new UnlockingFields(secret, field, field, words) : passphrase(secret);
    }

    private Node passphrase(UnlockingSecret secret) {
        var field = words.text("unlocking.present.field");
        return new Field(field, new PassphraseField(secret.passphrase(), field, words));
    }

    private Node form(NewUnlocking asked) {
        return new PassphraseForm(asked.chosen(), "unlocking.new", context.clipboard(), words);
    }
}
