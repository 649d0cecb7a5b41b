package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.recovery.IntakePane;
import org.hearthkey.app.ui.recovery.SheetWays;
import org.hearthkey.app.ui.welcome.RebuildState.Step;

/// Makes a home anew whose file is gone: sheets and core come in, what comes back is told, and passphrases are chosen.
public final class RebuildView extends BorderPane {
    private final RebuildViewModel model;
    private final SheetWays ways;
    private final Function<Path, Optional<Path>> chooseFile;
    private final SecretClipboard clipboard;
    private final Words words;
    private final Dates dates;
    private final ScrollPane page = new ScrollPane();
    private final VBox said = new VBox();
    private final VBox content = new VBox(16);
    private Region body = new Region();
    private final Label reason = Labels.of("", "text-small", "text-muted");
    private final Button back = new Button();
    private final Button next = new Button();
    private Optional<Step> shown = Optional.empty();

    /// @param ways how sheets and core come in
    /// @param chooseFile lets the owner pick another place for the file
    public RebuildView(
            RebuildViewModel model,
            SheetWays ways,
            Function<Path, Optional<Path>> chooseFile,
            SecretClipboard clipboard,
            Words words,
            Dates dates) {
        this.model = model;
        this.ways = ways;
        this.chooseFile = chooseFile;
        this.clipboard = clipboard;
        this.words = words;
        this.dates = dates;
        said.managedProperty().bind(said.visibleProperty());
        content.getStyleClass().add("hk-wizard-page");
        page.setContent(content);
        page.setFitToWidth(true);
        page.getStyleClass().add("hk-scroll");
        setCenter(page);
        setBottom(foot());
        getStyleClass().add("hk-wizard");
        model.stateProperty().subscribe(this::show);
        model.passphrases().blockerProperty().subscribe(_ -> block());
    }

    private Node foot() {
        back.setOnAction(_ -> model.back());
        next.setOnAction(_ -> model.next());
        next.setDefaultButton(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(16, back, gap, reason, next);
        foot.getStyleClass().add("hk-wizard-foot");
        return foot;
    }

    private void show(RebuildState now) {
        if (shown.filter(now.step()::equals).isEmpty()) {
            shown = Optional.of(now.step());
            turnTo(now.step());
        }
        var sentence = sentence(now);
        said.getChildren().setAll(sentence.stream().toList());
        said.setVisible(sentence.isPresent());
        if (sentence.isPresent()) {
            page.setVvalue(0);
        }
        boolean making = now instanceof RebuildState.Making;
        body.setDisable(making || now instanceof RebuildState.Trying || now instanceof RebuildState.Looking);
        back.setText(words.text(backKey(now)));
        back.setDisable(now instanceof RebuildState.Making busy && !busy.canStop());
        next.setText(words.text(now.step() == Step.PLAN ? "create.next.button" : "rebuild.make.button"));
        next.setVisible(now.step() != Step.SHEETS && !making);
        block();
    }

    private static String backKey(RebuildState now) {
        if (now instanceof RebuildState.Making) {
            return "create.stop.button";
        }
        return now.step() == Step.PASSPHRASES ? "create.back.button" : "restore.leave.button";
    }

    private void block() {
        var now = model.stateProperty().get();
        var blocker = now.step() == Step.PASSPHRASES
                ? model.passphrases().blockerProperty().get()
                : Optional.<NewPassphrases.Blocker>empty();
        next.setDisable(blocker.isPresent() || now instanceof RebuildState.Looking);
        reason.setText(
                blocker.map(lacking -> PassphraseCards.sentence(lacking, words)).orElse(""));
    }

    private void turnTo(Step step) {
        switch (step) {
            case SHEETS -> {
                var intake = new IntakePane(model.intake(), words, ways);
                turnTo(
                        new Heading(words.text("rebuild.sheets.title"), words.text("rebuild.sheets.lead")),
                        new VBox(16, new BroughtCard(model.broughtProperty(), words, dates), intake));
                intake.focus();
            }
            case PLAN ->
                turnTo(
                        new Heading(words.text("rebuild.plan.title", home()), words.text("rebuild.plan.lead")),
                        new RebuildPlan(model, ways.files(), chooseFile, words, dates));
            case PASSPHRASES -> {
                var cards = new PassphraseCards(
                        model.passphrases().home(), model.passphrases().root(), clipboard, words);
                turnTo(
                        new Heading(
                                words.text("rebuild.passphrases.title", home()),
                                words.text("rebuild.passphrases.lead")),
                        cards);
                cards.focus();
            }
        }
    }

    private void turnTo(Heading heading, Region next) {
        body = next;
        content.getChildren().setAll(heading, said, body);
        page.setVvalue(0);
    }

    private String home() {
        return model.remains().core().name().text();
    }

    private Optional<Node> sentence(RebuildState now) {
        return switch (now) {
            case RebuildState.Asking _, RebuildState.Planning _, RebuildState.Choosing _ -> Optional.empty();
            case RebuildState.Trying _ -> Optional.of(Said.progress(words.text("restore.trying.progress")));
            case RebuildState.Looking _ -> Optional.of(Said.progress(words.text("rebuild.stick.progress")));
            case RebuildState.Making(var step) -> Optional.of(Said.progress(words.text(CreateView.key(step))));
            case RebuildState.Flawed(var flaw) ->
                Optional.of(Said.warning(words.text(
                        "rebuild.again.note", ShareFlawWords.in(words.locale()).sentence(flaw))));
            case RebuildState.OtherSet(var ofSheet, var core) ->
                Optional.of(Said.warning(
                        words.text("rebuild.set.note", ofSheet, core.setIdentifier(), dates.day(core.issued()))));
            case RebuildState.Foreign _ -> Optional.of(Said.warning(words.text("rebuild.foreign.note")));
            case RebuildState.RootOnToken(var home) ->
                Optional.of(Said.warning(words.text("rebuild.token.note", home.text())));
            case RebuildState.NoWitness(var stick) ->
                Optional.of(Said.warning(words.text("rebuild.stick.none", stick.toString(), home())));
            case RebuildState.Failed(var _, var cause) ->
                Optional.of(new TroubleNote(new Troubles(words).ofSheets(cause)));
        };
    }
}
