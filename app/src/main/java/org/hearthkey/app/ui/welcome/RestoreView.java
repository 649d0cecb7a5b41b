package org.hearthkey.app.ui.welcome;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.preference.RecentHome;
import org.hearthkey.app.text.Offered;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.recovery.IntakePane;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.welcome.RestoreViewModel.State;

/// Recovers a home from its sheets: they come in, then new passphrases are chosen.
public final class RestoreView extends BorderPane {
    private final RestoreViewModel model;
    private final SecretClipboard clipboard;
    private final Words words;
    private final IntakePane intake;
    private final VBox said = new VBox();
    private final VBox content = new VBox(16);
    private final Label reason = Labels.of("", "text-small", "text-muted");
    private final Button restore;
    private boolean isChoosing;

    /// @param ways how sheets come in
    public RestoreView(RestoreViewModel model, SheetWays ways, SecretClipboard clipboard, Words words) {
        this.model = model;
        this.clipboard = clipboard;
        this.words = words;
        intake = new IntakePane(model.intake(), words, ways);
        restore = new Button(words.text("restore.do.button"));
        restore.setDefaultButton(true);
        restore.setOnAction(_ -> model.restore());
        said.managedProperty().bind(said.visibleProperty());
        content.getStyleClass().add("hk-wizard-page");
        content.getChildren()
                .setAll(
                        new Heading(
                                words.text("restore.home.title", RecentHome.nameOf(model.file())),
                                words.text("restore.sheets.lead")),
                        said,
                        intake,
                        Labels.second(words.text("restore.gone.note")));
        var page = new ScrollPane(content);
        page.setFitToWidth(true);
        page.getStyleClass().add("hk-scroll");
        setCenter(page);
        setBottom(foot());
        getStyleClass().add("hk-wizard");
        model.stateProperty().subscribe(this::show);
        model.passphrases().blockerProperty().subscribe(this::block);
        intake.focus();
    }

    private Node foot() {
        var leave = new Button(words.text("restore.leave.button"));
        leave.setOnAction(_ -> model.leave());
        leave.disableProperty().bind(model.stateProperty().map(State.Setting.class::isInstance));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        restore.setVisible(false);
        var foot = new HBox(16, leave, gap, reason, restore);
        if (!model.isInCeremony()) {
            var ceremony = new Button(words.text("restore.ceremony.button"));
            ceremony.setTooltip(new Tooltip(words.text("restore.ceremony.why")));
            ceremony.setOnAction(_ -> model.holdCeremony());
            ceremony.disableProperty().bind(model.stateProperty().map(RestoreView::isAtWork));
            foot.getChildren().add(1, ceremony);
        }
        foot.getStyleClass().add("hk-wizard-foot");
        return foot;
    }

    private void block(Optional<NewPassphrases.Blocker> blocker) {
        restore.setDisable(blocker.isPresent());
        reason.setText(blocker.filter(_ -> isChoosing)
                .map(lacking -> PassphraseCards.sentence(lacking, words))
                .orElse(""));
    }

    private static boolean isAtWork(State now) {
        return now instanceof State.Trying || now instanceof State.Setting;
    }

    private void show(State now) {
        var troubles = new Troubles(words);
        content.setDisable(isAtWork(now));
        said.getChildren()
                .setAll(
                        switch (now) {
                            case State.Asking(var count) when count == 0 -> List.<Node>of();
                            case State.Asking(var count) -> List.of(Said.good(words.text("restore.more.note", count)));
                            case State.Trying _ -> List.of(Said.progress(words.text("restore.trying.progress")));
                            case State.Setting _ -> List.of(Said.progress(words.text("restore.do.progress")));
                            case State.Flawed(var flaw) -> {
                                var sentence = ShareFlawWords.in(words.locale()).sentence(flaw);
                                yield List.of(Said.warning(words.text("restore.again.note", sentence)));
                            }
                            case State.Refused(var refusal) ->
                                List.of(new TroubleNote(troubles.of(refusal, Offered.SHEETS)));
                            case State.RootOnToken _ -> List.of(Said.warning(words.text("restore.token.note")));
                            case State.OtherCeremony(var title) ->
                                List.of(Said.warning(words.text("restore.ceremony.other", title)));
                            case State.DoneBefore _ -> List.of(Said.warning(words.text("restore.ceremony.done")));
                            case State.MustWait(var left) -> List.of(new TroubleNote(troubles.ofWait(left)));
                            case State.Failed(var cause) -> List.of(new TroubleNote(troubles.of(cause)));
                            case State.Choosing _ -> List.of();
                        });
        said.setVisible(!said.getChildren().isEmpty());
        if (now instanceof State.Choosing) {
            choose();
        }
    }

    private void choose() {
        isChoosing = true;
        var cards = new PassphraseCards(
                model.passphrases().home(), model.passphrases().root(), clipboard, words);
        content.getChildren()
                .setAll(
                        new Heading(words.text("restore.passphrases.title"), words.text("restore.passphrases.lead")),
                        said,
                        cards);
        restore.setVisible(true);
        block(model.passphrases().blockerProperty().get());
        cards.focus();
    }
}
