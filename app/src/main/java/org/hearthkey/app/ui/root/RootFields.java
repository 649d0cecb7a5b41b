package org.hearthkey.app.ui.root;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;

/// Where the root is woken, if it lies in more than one place, and its passphrase or PIN.
final class RootFields extends VBox {
    private final RootAct act;
    private final Words words;
    private final VBox secret = new VBox(8);
    private Optional<PassphraseField> field = Optional.empty();

    RootFields(RootAct act, Words words) {
        super(12);
        this.act = act;
        this.words = words;
        var choice = new ComboBox<RootPlace>();
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new Names());
        var where = new Field(words.text("root.place.field"), choice);
        where.managedProperty().bind(where.visibleProperty());
        getChildren().setAll(where, secret);
        act.placesProperty().subscribe(places -> {
            choice.getItems()
                    .setAll(places.isEmpty() ? List.of(act.placeProperty().get()) : places);
            choice.setValue(act.placeProperty().get());
            where.setVisible(places.size() > 1);
        });
        act.placeProperty().subscribe(choice::setValue);
        choice.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null) {
                act.placeProperty().set(chosen);
            }
        });
        act.placeProperty().subscribe(this::ask);
    }

    private void ask(RootPlace place) {
        var name = switch (place) {
            case RootPlace.InFile _ -> words.text("root.passphrase.field");
            case RootPlace.OnToken token -> words.text("root.pin.field", token.label());
        };
        var hint = words.text(
                switch (place) {
                    case RootPlace.InFile _ -> "root.passphrase.hint";
                    case RootPlace.OnToken _ -> "root.pin.hint";
                });
        var asked = new PassphraseField(act.secret(), name, words);
        field = Optional.of(asked);
        secret.getChildren().setAll(new Field(name, asked), Labels.second(hint));
    }

    /// Puts the caret into the field.
    void focus() {
        field.ifPresent(FirstFocus::on);
    }

    private final class Names extends StringConverter<RootPlace> {
        @Override
        public String toString(RootPlace place) {
            return switch (place) {
                case null -> "";
                case RootPlace.InFile _ -> words.text("root.passphrase.field");
                case RootPlace.OnToken token -> words.text("root.token.place", token.label());
            };
        }

        @Override
        public RootPlace fromString(String typed) {
            throw new IllegalStateException("Nobody types here");
        }
    }
}
