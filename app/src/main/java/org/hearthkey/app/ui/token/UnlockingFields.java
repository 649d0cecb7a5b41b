package org.hearthkey.app.ui.token;

import atlantafx.base.controls.SegmentedControl;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Segments;
import org.hearthkey.app.ui.token.UnlockingSecret.Kind;

/// The fields for what opens a home: which kind it is, then what that kind asks for.
public final class UnlockingFields extends VBox {
    private final PassphraseField passphrase;
    private final SegmentedControl kinds;
    private final TokenPick held;
    private final BooleanSupplier kindHasPassphrase;

    /// @param field the label of the passphrase
    /// @param accessible what the screen reader says of the passphrase
    public UnlockingFields(UnlockingSecret secret, String field, String accessible, Words words) {
        super(12);
        passphrase = new PassphraseField(secret.passphrase(), accessible, words);
        kindHasPassphrase = () -> secret.kindProperty().get().hasPassphrase();
        kinds = Segments.of(
                List.of(Kind.values()),
                kind -> words.text(key(kind)),
                secret.kindProperty(),
                secret.kindProperty()::set);
        var remembered = new Field(field, passphrase);
        held = new TokenPick(secret.tokens(), secret.pin(), words);
        getChildren().setAll(kinds, remembered, held);
        secret.kindProperty().subscribe(kind -> {
            show(remembered, kind.hasPassphrase());
            show(held, kind.hasToken());
        });
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case PASSPHRASE -> "token.passphrase.kind";
            case TOKEN -> "token.token.kind";
            case BOTH -> "token.both.kind";
        };
    }

    /// Offers a passphrase alone, as most homes have it.
    public void hideKinds() {
        show(kinds, false);
    }

    /// Offers tokens as well.
    public void showKinds() {
        show(kinds, true);
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    /// Puts the caret into the passphrase if it is asked for, else into the PIN.
    public void focus() {
        if (kindHasPassphrase.getAsBoolean()) {
            FirstFocus.on(passphrase);
        } else {
            held.focus();
        }
    }

    /// What a secret still lacks, for the place beside the button.
    public static String sentence(UnlockingSecret.Lack lack, Words words) {
        return words.text(
                switch (lack) {
                    case PASSPHRASE -> "token.passphrase.lack";
                    case TOKEN -> "token.token.lack";
                    case PIN -> "token.pin.lack";
                });
    }
}
