package org.hearthkey.app.ui.recovery;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.Segments;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.hearthkey.app.ui.recovery.NextRootAsked.Lack;
import org.hearthkey.app.ui.recovery.NextRootAsked.Where;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.token.TokenPick;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The fields for a root that is to come: where its key will live, then what that asks for.
final class NextRootFields extends VBox {
    private NextRootFields(NextRootAsked asked, SecretClipboard clipboard, Words words) {
        super(16);
        var kinds = Segments.of(
                List.of(Where.values()),
                where -> words.text(key(where)),
                asked.whereProperty(),
                asked.whereProperty()::set);
        var same = Labels.second(words.text("rollover.same.hint"));
        var chosen = new VBox(
                12,
                Labels.second(words.text("rollover.chosen.hint")),
                new PassphraseForm(asked.passphrase(), "rollover.new", clipboard, words));
        var understood = new CheckBox(words.text("rollover.copy.box"));
        understood.setWrapText(true);
        understood.selectedProperty().bindBidirectional(asked.understoodProperty());
        var token = new VBox(
                12,
                new TokenPick(asked.tokens(), asked.pin(), words),
                new Note(MaterialDesignA.ALERT_OUTLINE, words.text("rollover.copy.note"), Tone.WARNING),
                understood);
        getChildren().setAll(new Field(words.text("rollover.where.field"), kinds), same, chosen, token);
        Runnable show = () -> {
            var onToken = asked.whereProperty().get() == Where.TOKEN;
            show(token, onToken);
            show(chosen, asked.takesPassphrase());
            show(same, !onToken && !asked.takesPassphrase());
        };
        asked.whereProperty().subscribe(show);
        asked.wokenProperty().subscribe(show);
        show.run();
    }

    /// Asks for a root that is to come, and for the secret of the one of today.
    static void open(NextRootAsked asked, RootAct act, HomeContext context) {
        var words = context.words();
        asked.wokenProperty().bind(act.placeProperty());
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("rollover.begin.title"),
                        words.text("rollover.begin.why"),
                        words.text("rollover.begin.act"),
                        new NextRootFields(asked, context.clipboard(), words),
                        asked.lack()
                                .map(lack ->
                                        lack.map(what -> sentence(what, words)).orElse("")));
    }

    private static String key(Where where) {
        return switch (where) {
            case FILE -> "rollover.file.kind";
            case TOKEN -> "rollover.token.kind";
        };
    }

    private static String sentence(Lack lack, Words words) {
        return switch (lack) {
            case Lack.Chosen(var what) -> PassphraseForm.sentence(what, "rollover.new.field", words);
            case Lack.NoToken _ -> words.text("token.token.lack");
            case Lack.NoPin _ -> words.text("token.pin.lack");
            case Lack.NotUnderstood _ -> words.text("rollover.copy.lack");
        };
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
