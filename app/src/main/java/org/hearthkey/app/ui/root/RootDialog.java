package org.hearthkey.app.ui.root;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Offered;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The dialog that asks for the root's secret: what it is for, the field, and what became of it. However it is closed,
/// what was typed is overwritten.
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

    /// Asks for the root's secret alone, and closes by itself once the act is done.
    ///
    /// @param verb what the button that does it says
    public void open(String title, String why, String verb) {
        var fields = new RootFields(act, words);
        show(title, why, verb, Optional.empty(), fields, new SimpleStringProperty(""));
        fields.focus();
    }

    /// Asks, and closes by itself once the act is done.
    ///
    /// @param verb what the button that does it says
    /// @param more fields above the secret's
    /// @param lack what is still missing in them; empty if nothing is
    public void open(String title, String why, String verb, Node more, ObservableValue<String> lack) {
        show(title, why, verb, Optional.of(more), new RootFields(act, words), lack);
    }

    /// Asks for a word as well, before something that cannot be taken back, and closes by itself once the act is done.
    ///
    /// @param verb what the button that does it says
    /// @param more what stands above the word
    public void openTyped(String title, String why, String verb, Node more, TypedWord word) {
        var typed = new TextField();
        typed.textProperty().bindBidirectional(word.typedProperty());
        var ask = new Field(words.text("root.word.field", word.word()), typed);
        var lack = word.isTyped().map(there -> there ? "" : words.text("root.word.lack", word.word()));
        show(title, why, verb, Optional.of(new VBox(16, more, ask)), new RootFields(act, words), lack);
        FirstFocus.on(typed);
    }

    private void show(
            String title,
            String why,
            String verb,
            Optional<Node> more,
            RootFields fields,
            ObservableValue<String> lack) {
        var later = new Button(words.text("root.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> dialogs.hide());
        var go = new Button(verb, Icons.button(MaterialDesignS.SHIELD_KEY_OUTLINE));
        go.setDefaultButton(true);
        go.disableProperty().bind(act.ready().not());
        go.setOnAction(_ -> act.act());
        var card = new DialogCard(MaterialDesignS.SHIELD_KEY_OUTLINE, Tone.ACCENT, title, why);
        more.ifPresent(card::with);
        state.managedProperty().bind(state.visibleProperty());
        dialogs.show(card.with(fields)
                .with(state)
                .reason(reason(lack))
                .button(later)
                .button(go)
                .whenGone(act::wipe));
        act.stateProperty().subscribe(now -> {
            show(now);
            card.reveal(state.isVisible() ? state : fields);
            if (now instanceof RootAct.State.Refused(var _, var whose) && whose == RootAct.Whose.ROOT) {
                fields.focus();
            }
        });
    }

    private ObservableValue<String> reason(ObservableValue<String> lack) {
        return Bindings.createStringBinding(
                () -> {
                    if (act.stateProperty().get() instanceof RootAct.State.Busy) {
                        return "";
                    }
                    if (!lack.getValue().isEmpty() || !act.secret().isEmpty()) {
                        return lack.getValue();
                    }
                    return switch (act.placeProperty().get()) {
                        case RootPlace.InFile _ -> words.text("root.passphrase.lack");
                        case RootPlace.OnToken _ -> words.text("root.pin.lack");
                    };
                },
                lack,
                act.secret().revisionProperty(),
                act.placeProperty(),
                act.stateProperty());
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
            case RootAct.State.Done _ -> dialogs.hide();
            case RootAct.State.Refused(var refusal, var whose) ->
                state.getChildren().setAll(new TroubleNote(troubles.of(refusal, offered(whose))));
            case RootAct.State.NotAllowed(var finding) ->
                state.getChildren()
                        .setAll(new Note(
                                MaterialDesignA.ALERT_OUTLINE,
                                FindingWords.in(words.locale()).text(finding),
                                Tone.WARNING));
            case RootAct.State.Failed(var cause) -> state.getChildren().setAll(new TroubleNote(troubles.of(cause)));
        }
    }

    private static Offered offered(RootAct.Whose whose) {
        return switch (whose) {
            case ROOT -> Offered.ROOT;
            case HOME -> Offered.PRESENT;
        };
    }
}
