package org.hearthkey.app.ui.token;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.core.token.Token;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// Chooses one of the tokens that are plugged in, and takes its PIN.
public final class TokenPick extends VBox {
    private final Words words;
    private final ComboBox<Token> choice = new ComboBox<>();
    private final VBox note = new VBox();
    private final PassphraseField pinField;

    public TokenPick(TokenList tokens, TypedSecret pin, Words words) {
        super(12);
        this.words = words;
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(words.text("token.choice.prompt"));
        choice.setConverter(new Names());
        var look = new Button(words.text("token.look.button"), Icons.button(MaterialDesignR.REFRESH));
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(_ -> tokens.look());
        pinField = new PassphraseField(pin, words.text("token.pin.field"), words);
        note.managedProperty().bind(note.visibleProperty());
        getChildren()
                .setAll(
                        new VBox(8, new Field(words.text("token.choice.field"), choice), look, note),
                        new Field(words.text("token.pin.field"), pinField));
        tokens.stateProperty().subscribe(this::show);
        tokens.chosenProperty().subscribe(chosen -> choice.setValue(chosen.orElse(null)));
        choice.valueProperty().subscribe(chosen -> tokens.chosenProperty().set(Optional.ofNullable(chosen)));
    }

    /// Puts the caret into the PIN.
    void focus() {
        FirstFocus.on(pinField);
    }

    private void show(TokenList.State now) {
        choice.setDisable(!(now instanceof TokenList.State.Found));
        switch (now) {
            case TokenList.State.Looking _ -> say(Labels.second(words.text("token.looking.progress")));
            case TokenList.State.Failed(var cause) -> {
                choice.getItems().clear();
                say(new TroubleNote(new Troubles(words).of(cause)));
            }
            case TokenList.State.Found(var found) -> {
                choice.getItems().setAll(found);
                say(found.isEmpty() ? List.of(Labels.second(words.text("token.none.reason"))) : List.of());
            }
        }
    }

    private void say(Node sentence) {
        say(List.of(sentence));
    }

    private void say(List<Node> sentences) {
        note.getChildren().setAll(sentences);
        note.setVisible(!sentences.isEmpty());
    }

    /// Labels are chosen by people and may occur twice, so the serial number stands beside them.
    private final class Names extends StringConverter<Token> {
        @Override
        public String toString(Token token) {
            if (token == null) {
                return "";
            }
            var facts = token.facts();
            var name = facts.label().isEmpty() ? facts.model() : facts.label();
            return words.text(
                    token.isLocked() ? "token.locked.name" : token.isSetUp() ? "token.ready.name" : "token.new.name",
                    name,
                    facts.serial());
        }

        @Override
        public Token fromString(String typed) {
            throw new IllegalStateException("Nobody types here");
        }
    }
}
