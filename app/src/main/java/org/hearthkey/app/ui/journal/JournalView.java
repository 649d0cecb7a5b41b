package org.hearthkey.app.ui.journal;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.journal.JournalViewModel.Page;
import org.hearthkey.app.ui.journal.JournalViewModel.Proof;
import org.hearthkey.app.ui.journal.JournalViewModel.Row;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.core.journal.JournalVerdict;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Every act, the newest first; a search over them; and the check that none was changed.
public final class JournalView implements Screen {
    private static final double SEARCH_WIDTH = 320;

    private final JournalViewModel model;
    private final WitnessViewModel witness;
    private final HomeContext context;
    private final VBox page = new VBox();
    private final CustomTextField search = new CustomTextField();
    private final ListView<Row> rows = new ListView<>();
    private final Label count = Labels.caption("");
    private final Button older;
    private final VBox proof = new VBox();
    private final VBox trouble = new VBox();

    /// All that the journal tells, and its checkpoint beside it.
    ///
    /// @param files how the owner is asked for a stick and for a checkpoint's file
    public JournalView(JournalViewModel model, WitnessViewModel witness, HomeContext context, FileChoice files) {
        this.model = model;
        this.witness = witness;
        this.context = context;
        page.getStyleClass().addAll("hk-page", "hk-page-full");
        older = new Button(words("journal.older.button"));
        older.getStyleClass().add("small");
        older.setOnAction(_ -> model.older());
        rows.setCellFactory(_ -> new JournalCell(context.words(), context.dates()));
        rows.setAccessibleText(words("journal.list.accessible"));
        rows.getStyleClass().add("hk-journal");
        VBox.setVgrow(rows, Priority.ALWAYS);
        var list = card();
        HBox.setHgrow(list, Priority.ALWAYS);
        var beside = new HBox(16, list, new CheckpointCard(witness, context, files));
        VBox.setVgrow(beside, Priority.ALWAYS);
        page.getChildren().setAll(head(), trouble, proof, beside);
        trouble.managedProperty().bind(trouble.visibleProperty());
        proof.managedProperty().bind(proof.visibleProperty());
        model.pageProperty().subscribe(this::show);
        model.proofProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::showFailure);
    }

    @Override
    public Parent view() {
        return page;
    }

    @Override
    public void arrived(Destination destination) {
        destination.subject().ifPresent(model.searchProperty()::set);
        model.refresh();
        witness.refresh();
    }

    @Override
    public void find() {
        search.requestFocus();
    }

    private Node head() {
        var lead = Labels.body(words("journal.lead.text"));
        lead.getStyleClass().add("text-muted");
        var text = new VBox(Labels.title(words("journal.screen.title")), lead);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        search.setLeft(Icons.button(MaterialDesignM.MAGNIFY));
        search.setPromptText(words("journal.search.prompt"));
        search.setAccessibleText(words("journal.search.accessible"));
        search.setPrefWidth(SEARCH_WIDTH);
        search.textProperty().bindBidirectional(model.searchProperty());
        var verify = new Button(words("journal.verify.button"), Icons.button(MaterialDesignN.NOTEBOOK_CHECK_OUTLINE));
        verify.setMinWidth(Region.USE_PREF_SIZE);
        verify.setOnAction(_ -> model.verify());
        verify.disableProperty().bind(model.proofProperty().map(Proof.Checking.class::isInstance));
        var head = new HBox(12, text, search, verify);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node card() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(16, count, gap, older);
        foot.getStyleClass().add("hk-table-foot");
        var card = new VBox(rows, foot);
        card.getStyleClass().add("hk-card");
        card.setMinWidth(0);
        return card;
    }

    private void show(Page shown) {
        rows.getItems().setAll(shown.rows());
        rows.setPlaceholder(Labels.second(words("journal.nothing.found")));
        count.setText(words("journal.rows.count", shown.rows().size(), shown.size()));
        older.setVisible(shown.olderFrom().isPresent());
    }

    private void show(Proof now) {
        proof.setVisible(!(now instanceof Proof.NotAsked));
        switch (now) {
            case Proof.NotAsked _ -> proof.getChildren().clear();
            case Proof.Checking _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                proof.getChildren().setAll(new VBox(8, bar, Labels.second(words("journal.checking.progress"))));
            }
            case Proof.Checked(JournalVerdict.Intact(var size, var root), var at) ->
                proof.getChildren().setAll(intact(size, root, context.dates().moment(at)));
            case Proof.Checked(JournalVerdict.Broken(var _, var first), var _) ->
                proof.getChildren()
                        .setAll(new Note(
                                MaterialDesignA.ALERT_OUTLINE, words("journal.broken.verdict", first), Tone.DANGER));
        }
    }

    private Node intact(long size, String root, String when) {
        var note = new Note(MaterialDesignS.SHIELD_CHECK, words("journal.intact.verdict", size, when), Tone.SUCCESS);
        var hash = Labels.code(words("journal.root.hash", root));
        hash.setWrapText(true);
        return new VBox(8, note, hash);
    }

    private void showFailure(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(context.words()).of(cause))).stream()
                        .toList());
    }

    private String words(String key, Object... gaps) {
        return context.words().text(key, gaps);
    }
}
