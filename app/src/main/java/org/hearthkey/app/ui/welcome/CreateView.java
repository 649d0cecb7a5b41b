package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.SecretClipboard;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.passphrase.PassphraseForm;
import org.hearthkey.core.home.CreationStep;

/// The wizard that makes a home: its steps at the left, one step at a time, and why one cannot go on yet.
public final class CreateView extends BorderPane {
    private final CreateViewModel model;
    private final Function<Path, Optional<Path>> chooseFile;
    private final SecretClipboard clipboard;
    private final Words words;
    private final StepList steps;
    private final ScrollPane page = new ScrollPane();
    private final HBox progress = new HBox(16);
    private final Label doing = new Label();
    private final Label reason = Labels.of("", "text-small", "text-muted");
    private final Button back = new Button();
    private final Button next = new Button();
    private Optional<CreateStep> shown = Optional.empty();

    /// @param chooseFile lets the owner pick another place for the file
    public CreateView(
            CreateViewModel model, Function<Path, Optional<Path>> chooseFile, SecretClipboard clipboard, Words words) {
        this.model = model;
        this.chooseFile = chooseFile;
        this.clipboard = clipboard;
        this.words = words;
        steps = new StepList(words);
        page.setFitToWidth(true);
        page.getStyleClass().add("hk-scroll");
        setLeft(steps);
        setCenter(new BorderPane(page, null, null, foot(), null));
        getStyleClass().add("hk-wizard");
        model.stateProperty().subscribe(this::show);
        model.blockerProperty().subscribe(blocker -> {
            next.setDisable(blocker.isPresent());
            reason.setText(blocker.map(this::sentence).orElse(""));
        });
    }

    private Node foot() {
        var bar = new ProgressBar();
        bar.setPrefWidth(160);
        progress.getChildren().setAll(bar, doing);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.managedProperty().bind(progress.visibleProperty());
        back.setOnAction(_ -> model.back());
        next.setOnAction(_ -> model.next());
        next.setDefaultButton(true);
        next.managedProperty().bind(next.visibleProperty());
        back.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(16, back, progress, gap, reason, next);
        foot.getStyleClass().add("hk-wizard-foot");
        return foot;
    }

    private void show(CreateState state) {
        boolean making = state instanceof CreateState.Making || state instanceof CreateState.MakingSheets;
        if (shown.filter(state.step()::equals).isEmpty() || trouble(state).isPresent()) {
            shown = Optional.of(state.step());
            steps.show(state.step());
            page.setContent(content(state));
            page.setVvalue(0);
        }
        page.getContent().setDisable(making);
        progress.setVisible(making);
        switch (state) {
            case CreateState.Making(var step) -> doing.setText(words.text(key(step)));
            case CreateState.MakingSheets _ -> doing.setText(words.text("create.sheets.progress"));
            case CreateState.Deciding _, CreateState.Failed _, CreateState.Made _ -> {}
        }
        back.setText(words.text(backKey(state)));
        back.setVisible(!(state instanceof CreateState.MakingSheets)
                && !(state instanceof CreateState.Made && model.isInCeremony()));
        back.setDisable(
                state instanceof CreateState.Making(var step) && step.compareTo(CreationStep.SIGNING_ROOT) >= 0);
        next.setVisible(!making);
        next.setText(words.text(nextKey(state)));
    }

    private Node content(CreateState state) {
        var content = new VBox(16);
        content.getStyleClass().add("hk-wizard-page");
        content.getChildren()
                .addAll(
                        switch (state.step()) {
                            case NAME -> new NameStep(model, chooseFile, words);
                            case PASSPHRASES -> new PassphrasesStep(model, clipboard, words);
                            case ZONES -> new ZonesStep(model, words);
                            case DONE -> new DoneStep((CreateState.Made) state, model, words);
                        });
        trouble(state)
                .ifPresent(cause -> content.getChildren().addFirst(new TroubleNote(new Troubles(words).of(cause))));
        return content;
    }

    private static Optional<Exception> trouble(CreateState state) {
        return switch (state) {
            case CreateState.Failed(var cause) -> Optional.of(cause);
            case CreateState.Made(var _, var _, var cause) -> cause;
            case CreateState.Deciding _, CreateState.Making _, CreateState.MakingSheets _ -> Optional.empty();
        };
    }

    private static String backKey(CreateState state) {
        return switch (state) {
            case CreateState.Making _ -> "create.stop.button";
            case CreateState.Made _, CreateState.MakingSheets _ -> "create.later.button";
            case CreateState.Deciding(var step) when step == CreateStep.NAME -> "create.leave.button";
            case CreateState.Deciding _, CreateState.Failed _ -> "create.back.button";
        };
    }

    private String nextKey(CreateState state) {
        return switch (state) {
            case CreateState.Failed _ -> "create.again.button";
            case CreateState.Made _ when model.isInCeremony() -> "create.ceremony.next";
            case CreateState.Made _, CreateState.MakingSheets _ -> "create.sheets.button";
            case CreateState.Making _ -> "create.make.button";
            case CreateState.Deciding(var step) ->
                step == CreateStep.ZONES ? "create.make.button" : "create.next.button";
        };
    }

    static String key(CreationStep step) {
        return switch (step) {
            case STRETCHING_PASSPHRASES -> "create.stretching.progress";
            case SIGNING_ROOT -> "create.root.progress";
            case SIGNING_ZONES -> "create.zones.progress";
            case SIGNING_LISTS -> "create.lists.progress";
            case WRITING_FILE -> "create.file.progress";
        };
    }

    private String sentence(CreateBlocker blocker) {
        return switch (blocker) {
            case CreateBlocker.NoName _ -> words.text("create.name.blocker");
            case CreateBlocker.NotRehearsed _ -> words.text("create.rehearse.blocker");
            case CreateBlocker.NoZone _ -> words.text("create.zones.blocker");
            case CreateBlocker.HomePassphrase(var lack) -> PassphraseForm.sentence(lack, "create.home", words);
            case CreateBlocker.RootPassphrase(var lack) -> PassphraseForm.sentence(lack, "create.root", words);
        };
    }
}
