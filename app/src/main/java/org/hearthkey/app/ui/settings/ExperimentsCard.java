package org.hearthkey.app.ui.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.authority.ParallelRoot;

/// What can be tried and is not relied upon: a root whose signatures no quantum computer forges.
final class ExperimentsCard extends VBox {
    private final ExperimentsViewModel model;
    private final HomeContext context;
    private final Words words;
    private final Label now = Labels.second("");
    private final Button create;
    private final VBox trouble = new VBox();

    ExperimentsCard(ExperimentsViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        getStyleClass().addAll("hk-card", "hk-rows");
        create = new Button(words.text("experiments.create.button"));
        create.setMinWidth(USE_PREF_SIZE);
        create.setOnAction(_ -> ask());
        create.managedProperty().bind(create.visibleProperty());
        create.disableProperty().bind(context.standing().blocked());
        var text = new VBox(
                2,
                Labels.rowTitle(words.text("experiments.card.title")),
                Labels.second(words.text("experiments.card.for")),
                Labels.second(words.text("experiments.card.not")),
                now,
                trouble);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(24, text, create);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-setting");
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().setAll(row);
        model.rootProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private void show(Optional<ParallelRoot> root) {
        create.setVisible(root.isEmpty());
        now.setText(root.map(made -> words.text(
                        "experiments.made.facts",
                        made.kind().standardName(),
                        made.certificates().stream()
                                .skip(1)
                                .map(ParallelRoot.Parallel::of)
                                .collect(Collectors.joining(", "))))
                .orElseGet(() -> words.text("experiments.none.facts")));
    }

    private void fail(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }

    private void ask() {
        var act = model.creation(() -> context.navigation().done(words.text("experiments.made.done")));
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("experiments.create.title"),
                        words.text("experiments.create.why"),
                        words.text("experiments.create.act"));
    }
}
