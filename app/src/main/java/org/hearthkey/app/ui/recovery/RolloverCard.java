package org.hearthkey.app.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootPlace;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.RolloverRecords.Learner;
import org.hearthkey.core.authority.RolloverRecords.Trust;
import org.hearthkey.core.token.TokenUri;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The change of the home's root: when one needs it, how far it is, and which devices do not know the new root yet.
final class RolloverCard extends VBox {
    private final RolloverViewModel model;
    private final RolloverDialogs dialogs;
    private final Words words;
    private final Dates dates;
    private final VBox body = new VBox(16);
    private final VBox rows = new VBox();
    private final VBox trouble = new VBox();

    RolloverCard(RolloverViewModel model, HomeContext context) {
        this.model = model;
        dialogs = new RolloverDialogs(model, context);
        words = context.words();
        dates = context.dates();
        var head = new VBox(
                2, Labels.section(words.text("rollover.card.title")), Labels.second(words.text("rollover.card.what")));
        head.getStyleClass().add("hk-card-header");
        body.getStyleClass().add("hk-card-padded");
        rows.getStyleClass().add("hk-rows");
        rows.managedProperty().bind(rows.visibleProperty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        getStyleClass().add("hk-card");
        getChildren().setAll(head, trouble, body, rows);
        model.stateProperty().subscribe(this::show);
        model.failureProperty().subscribe(cause -> {
            trouble.setVisible(cause.isPresent());
            trouble.getChildren()
                    .setAll(cause.map(why -> new TroubleNote(new Troubles(words).of(why))).stream()
                            .toList());
        });
    }

    private void show(RolloverViewModel.State now) {
        rows.setVisible(false);
        switch (now) {
            case RolloverViewModel.State.Reading _ -> body.getChildren().setAll(new ProgressBar());
            case RolloverViewModel.State.Settled settled -> settled(settled);
            case RolloverViewModel.State.UnderWay(var change, var trust, var learners, var others, var token) -> {
                body.getChildren().setAll(underWay(change, trust, others, token));
                var head = new VBox(Labels.section(words.text("rollover.learners.title")));
                head.getStyleClass().add("hk-card-header");
                rows.getChildren().setAll(head);
                learners.stream().map(this::row).forEach(rows.getChildren()::add);
                if (trust.left() > learners.size()) {
                    var more = Labels.second(words.text("rollover.more.devices", trust.left() - learners.size()));
                    more.getStyleClass().add("hk-action-row");
                    rows.getChildren().add(more);
                }
                rows.setVisible(!learners.isEmpty());
            }
        }
    }

    private void settled(RolloverViewModel.State.Settled settled) {
        var parts = new ArrayList<Node>();
        parts.add(Labels.body(words.text("rollover.card.when", dates.day(settled.ends()))));
        settled.changed().ifPresent(at -> parts.add(Labels.second(words.text("rollover.changed.day", dates.day(at)))));
        settled.others().forEach(name -> parts.add(note("rollover.bring.note", name)));
        var begin = new Button(words.text("rollover.begin.button"), Icons.button(MaterialDesignS.SHIELD_PLUS_OUTLINE));
        begin.setOnAction(_ -> dialogs.begin());
        parts.add(begin);
        body.getChildren().setAll(parts);
    }

    private List<Node> underWay(Rollover change, Trust trust, List<String> others, Optional<TokenUri> token) {
        var title = Labels.section(words.text("rollover.coming.title", dates.day(change.begun())));
        title.setWrapText(true);
        var bar = new ProgressBar(trust.all() == 0 ? 1 : (double) trust.known() / trust.all());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("rollover.known.count", trust.known(), trust.all()));
        var count = new VBox(
                6,
                Labels.of(words.text("rollover.known.count", trust.known(), trust.all()), "hk-medium"),
                bar,
                Labels.second(words.text("rollover.handed.count", trust.handed())));
        var finger = Labels.second(words.text(
                "rollover.finger.words", change.newRoot().fingerprint().words()));
        var parts = new ArrayList<Node>(List.of(
                new VBox(4, title, finger, Labels.second(place(token))),
                count,
                Labels.body(words.text("rollover.coming.what"))));
        others.forEach(name -> parts.add(note("rollover.other.note", name)));
        var finish =
                new Button(words.text("rollover.finish.button"), Icons.button(MaterialDesignS.SHIELD_CHECK_OUTLINE));
        finish.setOnAction(_ -> dialogs.finish(trust, others));
        if (trust.left() == 0) {
            finish.getStyleClass().add("accent");
        }
        var cancel = new Button(words.text("rollover.cancel.button"));
        cancel.setOnAction(_ -> dialogs.cancel(token));
        parts.add(new HBox(12, finish, cancel));
        return parts;
    }

    private String place(Optional<TokenUri> token) {
        return token.map(uri -> words.text("rollover.place.token", new RootPlace.OnToken(uri).label()))
                .orElseGet(() -> words.text("rollover.place.file"));
    }

    private Node note(String key, Object... gaps) {
        return new Note(MaterialDesignA.ALERT_OUTLINE, words.text(key, gaps), Tone.NEUTRAL);
    }

    private Node row(Learner learner) {
        var name = Labels.rowTitle(learner.name());
        name.setWrapText(true);
        var how = learner.handed()
                .map(at -> words.text("rollover.handed.day", dates.day(at)))
                .orElseGet(() -> words.text("rollover.handed.not"));
        var text = new VBox(2, name, Labels.second(how));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var knows = new Button(words.text("rollover.knows.button"));
        knows.setAccessibleText(words.text("rollover.knows.accessible", learner.name()));
        knows.setMinWidth(USE_PREF_SIZE);
        knows.setOnAction(_ -> model.knows(learner));
        var row = new HBox(16, text, knows);
        row.getStyleClass().add("hk-action-row");
        return row;
    }
}
