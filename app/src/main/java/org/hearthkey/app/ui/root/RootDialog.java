package org.hearthkey.app.ui.root;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The dialog that asks for the root's secret: what it is for, the field, and what became of it.
public final class RootDialog {
    private final RootAct act;
    private final Dialogs dialogs;
    private final Words words;
    private final VBox state = new VBox();

    public RootDialog(RootAct act, Dialogs dialogs, Words words) {
        this.act = act;
        this.dialogs = dialogs;
        this.words = words;
    }

    /// Asks, and closes by itself once the act is done.
    ///
    /// @param verb what the button that does it says
    /// @param more fields above the secret's
    public void open(String title, String why, String verb, Optional<Node> more) {
        var field = new PassphraseField(act.passphrase(), words.text("root.passphrase.field"), words);
        var later = new Button(words.text("root.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> close());
        var go = new Button(verb, Icons.button(MaterialDesignS.SHIELD_KEY_OUTLINE));
        go.setDefaultButton(true);
        go.disableProperty().bind(act.ready().not());
        go.setOnAction(_ -> act.act());
        var card = new DialogCard(MaterialDesignS.SHIELD_KEY_OUTLINE, Tone.ACCENT, title, why);
        more.ifPresent(card::with);
        state.managedProperty().bind(state.visibleProperty());
        dialogs.show(card.with(new Field(words.text("root.passphrase.field"), field))
                .with(Labels.second(words.text("root.passphrase.hint")))
                .with(state)
                .button(later)
                .button(go));
        act.stateProperty().subscribe(this::show);
        if (more.isEmpty()) {
            Platform.runLater(field::requestFocus);
        }
    }

    private void close() {
        act.wipe();
        dialogs.hide();
    }

    private void show(RootAct.State now) {
        var troubles = new Troubles(words);
        state.setVisible(!(now instanceof RootAct.State.Asking));
        switch (now) {
            case RootAct.State.Asking _ -> state.getChildren().clear();
            case RootAct.State.Busy _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                state.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("root.busy.progress"))));
            }
            case RootAct.State.Done _ -> close();
            case RootAct.State.Refused(var refusal) ->
                state.getChildren().setAll(new TroubleNote(troubles.of(refusal)));
            case RootAct.State.Failed(var cause) -> state.getChildren().setAll(new TroubleNote(troubles.of(cause)));
        }
    }
}
