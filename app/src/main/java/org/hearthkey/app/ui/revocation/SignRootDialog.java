package org.hearthkey.app.ui.revocation;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Signing;
import org.hearthkey.app.ui.screen.HomeContext;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Asks for the root's passphrase, for one signature on the root's list.
final class SignRootDialog {
    private final RevocationViewModel model;
    private final HomeContext context;
    private final Words words;
    private final VBox state = new VBox();
    private Subscription watching = Subscription.EMPTY;

    SignRootDialog(RevocationViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void open() {
        model.beginRoot();
        state.managedProperty().bind(state.visibleProperty());
        var passphrase = new PassphraseField(model.rootPassphrase(), words.text("revocation.root.field"), words);
        var later = new Button(words.text("revocation.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> close());
        var sign = new Button(words.text("revocation.sign-root.act"), Icons.button(MaterialDesignS.SHIELD_KEY_OUTLINE));
        sign.getStyleClass().add("accent");
        sign.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.rootPassphrase().isEmpty()
                                || model.signingProperty().get() instanceof Signing.Busy,
                        model.rootPassphrase().revisionProperty(),
                        model.signingProperty()));
        sign.setOnAction(_ -> model.signRoot());
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SHIELD_KEY_OUTLINE,
                                Tone.ACCENT,
                                words.text("revocation.sign-root.title"),
                                words.text("revocation.sign-root.why"))
                        .with(new Field(words.text("revocation.root.field"), passphrase))
                        .with(Labels.second(words.text("revocation.root.hint")))
                        .with(state)
                        .button(later)
                        .button(sign));
        watching = model.signingProperty().subscribe(this::show);
        Platform.runLater(passphrase::requestFocus);
    }

    private void close() {
        watching.unsubscribe();
        model.wipe();
        context.dialogs().hide();
    }

    private void show(Signing signing) {
        var troubles = new Troubles(words);
        state.setVisible(!(signing instanceof Signing.Resting));
        switch (signing) {
            case Signing.Resting _ -> state.getChildren().clear();
            case Signing.Busy _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                state.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("revocation.signing.progress"))));
            }
            case Signing.Signed _ -> close();
            case Signing.Refused(var refusal) -> state.getChildren().setAll(new TroubleNote(troubles.of(refusal)));
            case Signing.Failed(var cause) -> state.getChildren().setAll(new TroubleNote(troubles.of(cause)));
        }
    }
}
