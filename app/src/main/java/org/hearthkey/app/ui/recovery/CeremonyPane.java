package org.hearthkey.app.ui.recovery;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.ceremony.Act;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.Transcript;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The director: the steps at the left, and what is due now beside them.
final class CeremonyPane extends VBox {
    private final CeremonyDirector director;
    private final HomeContext context;
    private final Words words;
    private final SheetWays ways;
    private final FileChoice files;
    private final TranscriptSaving saving;
    private final VBox trouble = new VBox();
    private final VBox steps = new VBox(4);
    private final VBox now = new VBox(16);

    CeremonyPane(CeremonyDirector director, HomeContext context, SheetWays ways) {
        super(16);
        this.director = director;
        this.context = context;
        this.ways = ways;
        files = ways.files();
        words = context.words();
        saving = new TranscriptSaving(context);
        trouble.managedProperty().bind(trouble.visibleProperty());
        steps.getStyleClass().add("hk-ceremony-steps");
        now.setMinWidth(0);
        HBox.setHgrow(now, Priority.ALWAYS);
        getChildren().setAll(Labels.section(director.script().title()), trouble, new HBox(24, steps, now));
        director.stateProperty().subscribe(this::show);
        director.failureProperty().subscribe(cause -> {
            trouble.setVisible(cause.isPresent());
            trouble.getChildren()
                    .setAll(cause.map(why -> new TroubleNote(new Troubles(words).ofSheets(why))).stream()
                            .toList());
        });
    }

    private void show(CeremonyState state) {
        switch (state) {
            case CeremonyState.Reading _ -> {
                showSteps(0);
                reading();
            }
            case CeremonyState.Preparing(var air) -> {
                showSteps(0);
                now.getChildren().setAll(new PreparingPane(director, air, words), foot(List.of()));
            }
            case CeremonyState.AtStep(var ceremony, var step) -> {
                showSteps(step.number());
                now.getChildren().setAll(new StepPane(director, ceremony, step, context, files), foot(List.of()));
            }
            case CeremonyState.Printing(var ceremony, var step, var making) -> {
                showSteps(step.number());
                printing(ceremony, step, making);
            }
            case CeremonyState.ReadingBack(var _, var step, var making) -> {
                showSteps(step.number());
                now.getChildren().setAll(new MakingPane(making, words, ways));
            }
            case CeremonyState.Drilling(var _, var step, var drill) -> {
                showSteps(step.number());
                now.getChildren().setAll(new DrillPane(drill, context, ways));
            }
            case CeremonyState.Ending(var ceremony) -> {
                showSteps(Integer.MAX_VALUE);
                ending(ceremony);
            }
            case CeremonyState.Held(var transcript) -> {
                showSteps(Integer.MAX_VALUE);
                held(transcript);
            }
        }
    }

    private void showSteps(int at) {
        steps.getChildren()
                .setAll(director.script().steps().stream()
                        .map(step -> row(step, at))
                        .toList());
    }

    private static Node row(Script.Step step, int at) {
        var name = new Label(step.title());
        name.setWrapText(true);
        name.setMinWidth(0);
        Node mark;
        if (step.number() < at) {
            var done = Icons.disc(MaterialDesignC.CHECK_CIRCLE);
            done.getStyleClass().add(Tone.SUCCESS.styleClass());
            mark = done;
        } else {
            var number = new Label(Integer.toString(step.number()));
            number.getStyleClass().addAll("hk-step-number", step.number() == at ? "now" : "later");
            mark = number;
            name.getStyleClass().add(step.number() == at ? "hk-strong" : "text-muted");
        }
        var row = new HBox(12, mark, name);
        row.getStyleClass().add("hk-ceremony-step");
        return row;
    }

    private void reading() {
        var purpose = Labels.body(director.script().purpose());
        var text = Labels.code(director.script().text());
        text.setWrapText(true);
        var card = new VBox(text);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        var save = new Button(words.text("ceremony.script.save"), Icons.button(MaterialDesignP.PRINTER_OUTLINE));
        save.setOnAction(_ -> files.folder(words.text("ceremony.script.chooser"))
                .ifPresent(folder -> saving.saveScript(folder, director.script())));
        var begin = new Button(words.text("ceremony.prepare.button"));
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> director.prepare());
        var elsewhere = elsewhere();
        now.getChildren()
                .setAll(
                        purpose,
                        foot(elsewhere.isEmpty() ? List.of(save, begin) : List.of(save)),
                        new VBox(12, elsewhere.toArray(Node[]::new)),
                        card,
                        Labels.second(words.text(
                                "ceremony.script.hash",
                                director.script().fingerprint().hex())),
                        new SavedNote(saving, words));
    }

    /// Why this script cannot be followed in an open home.
    private List<Node> elsewhere() {
        return director.script().acts().stream()
                .filter(act -> !act.needsHome())
                .map(act -> act == Act.CREATE_HOME ? "ceremony.elsewhere.create" : "ceremony.elsewhere.recover")
                .distinct()
                .<Node>map(key -> new Note(MaterialDesignI.INFORMATION_OUTLINE, words.text(key), Tone.NEUTRAL))
                .toList();
    }

    private void printing(Ceremony ceremony, Script.Step step, SheetMaking making) {
        var on = new Button(words.text("ceremony.printed.button"));
        on.getStyleClass().add("accent");
        on.setOnAction(_ -> director.stepDone(ceremony, step));
        now.getChildren()
                .setAll(
                        Labels.title(step.title()),
                        Labels.body(step.todo()),
                        new PaperPane(making, words, files),
                        foot(List.of(on)));
    }

    private void ending(Ceremony ceremony) {
        var sign = new Button(words.text("ceremony.sign.button"), Icons.button(MaterialDesignF.FILE_SIGN));
        sign.getStyleClass().add("accent");
        sign.setOnAction(_ -> new RootDialog(director.ending(ceremony), context.dialogs(), words)
                .open(
                        words.text("ceremony.sign.title"),
                        words.text("ceremony.sign.why"),
                        words.text("ceremony.sign.act")));
        now.getChildren()
                .setAll(
                        Labels.title(words.text("ceremony.ending.title")),
                        Labels.body(words.text("ceremony.ending.text")),
                        foot(List.of(sign)));
    }

    private void held(Transcript transcript) {
        var save = new Button(words.text("ceremony.save.button"), Icons.button(MaterialDesignF.FILE_SIGN));
        save.getStyleClass().add("accent");
        save.setOnAction(_ ->
                files.folder(words.text("ceremony.save.chooser")).ifPresent(folder -> saving.save(folder, transcript)));
        var done = new Button(words.text("ceremony.done.button"));
        done.setOnAction(_ -> director.end());
        var hash = Labels.code(transcript.fingerprint().hex());
        hash.setWrapText(true);
        var card = new VBox(
                16,
                Disc.large(MaterialDesignS.SHIELD_CHECK_OUTLINE, Tone.SUCCESS),
                Labels.title(words.text("ceremony.held.title")),
                Labels.body(words.text("ceremony.held.text")),
                new VBox(2, Labels.second(words.text("ceremony.held.hash")), hash));
        var said = CeremonyWords.in(words.locale());
        transcript.content().overruled().stream()
                .map(item -> new Note(
                        MaterialDesignP.PENCIL_OUTLINE,
                        words.text("ceremony.held.overruled", said.overruled(item)),
                        Tone.NEUTRAL))
                .forEach(card.getChildren()::add);
        card.getChildren().addAll(new HBox(12, save, done), new SavedNote(saving, words));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        now.getChildren().setAll(card);
    }

    private Node foot(List<Button> on) {
        var pause = new Button(words.text("ceremony.pause.button"));
        pause.setOnAction(_ -> director.end());
        var foot = new HBox(12, pause);
        foot.getChildren().addAll(on);
        foot.getChildren().forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
        return foot;
    }
}
