package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.root.RootPlace;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.RolloverRecords.Learner;
import org.hearthkey.core.authority.RolloverRecords.Trust;
import org.hearthkey.core.token.TokenUri;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// What is asked before a new root is made, takes its place or is given up, each time with the root's secret.
final class RolloverDialogs {
    /// So many of those that are left behind are named before the root is changed.
    private static final int LEFT_NAMED = 8;

    private final RolloverViewModel model;
    private final HomeContext context;
    private final Words words;

    RolloverDialogs(RolloverViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void begin() {
        var asked = model.asked();
        NextRootFields.open(asked, model.beginning(asked), context);
    }

    /// Says who would be left behind, and wants their number typed.
    void finish(Trust trust, List<String> others) {
        var dialog = new RootDialog(model.finishing(trust.left()), context.dialogs(), words);
        var title = words.text("rollover.finish.title");
        var why = words.text("rollover.finish.why");
        var act = words.text("rollover.finish.act");
        if (trust.left() == 0) {
            dialog.open(title, why, act);
        } else {
            dialog.openTyped(title, why, act, behind(trust, others), new TypedWord(String.valueOf(trust.left())));
        }
    }

    private Node behind(Trust trust, List<String> others) {
        var names = model.stateProperty().get() instanceof RolloverViewModel.State.UnderWay under
                ? under.learners().stream().limit(LEFT_NAMED).map(Learner::name).toList()
                : List.<String>of();
        var more = trust.left() - names.size();
        var box = new VBox(
                12,
                new Note(
                        MaterialDesignA.ALERT_OUTLINE,
                        words.text("rollover.behind.note", trust.left(), String.join(", ", names), more),
                        Tone.WARNING));
        others.stream()
                .map(name -> Labels.second(words.text("rollover.other.note", name)))
                .forEach(box.getChildren()::add);
        return box;
    }

    /// @param token where the new root's key is; nothing if that is in the file
    void cancel(Optional<TokenUri> token) {
        new RootDialog(model.cancelling(), context.dialogs(), words)
                .open(
                        words.text("rollover.cancel.title"),
                        token.map(RootPlace.OnToken::new)
                                .map(where -> words.text("rollover.cancel.token", where.label()))
                                .orElseGet(() -> words.text("rollover.cancel.why")),
                        words.text("rollover.cancel.act"));
    }
}
