package org.hearthkey.app.ui.recovery;

import java.util.List;
import javafx.scene.control.Button;
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
    private final StepColumn steps;
    private final VBox now = new VBox(16);

    CeremonyPane(CeremonyDirector director, HomeContext context, SheetWays ways) {
        super(16);
        this.director = director;
        this.context = context;
        this.ways = ways;
        files = ways.files();
        words = context.words();
        saving = new TranscriptSaving(context.background());
        steps = new StepColumn(director.script());
        trouble.managedProperty().bind(trouble.visibleProperty());
        now.setMinWidth(0);
        HBox.setHgrow(now, Priority.ALWAYS);
        var root = Labels.second("");
        director.rootWords()
                .subscribe(found -> root.setText(found.map(four -> words.text("ceremony.root.words", four))
                        .orElse("")));
        var head = new VBox(2, Labels.section(director.script().title()), root);
        getChildren().setAll(head, trouble, new HBox(24, steps, now));
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
                steps.show(0);
                reading();
            }
            case CeremonyState.Preparing _ -> {
                steps.show(0);
                now.getChildren()
                        .setAll(
                                new PreparingPane(director.preparation(), director::prepare, director::begin, words),
                                new StepFoot(pause()));
            }
            case CeremonyState.AtStep(var ceremony, var step) -> {
                steps.show(step.number());
                var acts = new StepActs(director, ceremony, step, context, files);
                now.getChildren()
                        .setAll(
                                new StepPane(director.script(), step, director.form(), acts, words),
                                new StepFoot(pause()));
            }
            case CeremonyState.Printing(var ceremony, var step, var making) -> {
                steps.show(step.number());
                printing(ceremony, step, making);
            }
            case CeremonyState.ReadingBack(var _, var step, var making) -> {
                steps.show(step.number());
                now.getChildren().setAll(new MakingPane(making, words, ways));
            }
            case CeremonyState.Drilling(var _, var step, var drill) -> {
                steps.show(step.number());
                now.getChildren().setAll(new DrillPane(drill, context, ways));
            }
            case CeremonyState.Ending(var ceremony) -> {
                steps.show(StepColumn.ALL_BEHIND);
                ending(ceremony);
            }
            case CeremonyState.Held(var transcript) -> {
                steps.show(StepColumn.ALL_BEHIND);
                held(transcript);
            }
        }
    }

    private void reading() {
        var script = director.script();
        if (OutsideCeremony.fits(script)) {
            var hold = new Button(words.text("ceremony.elsewhere.button"));
            hold.getStyleClass().add("accent");
            hold.setOnAction(_ -> director.holdOutside());
            var why = new Note(MaterialDesignI.INFORMATION_OUTLINE, words.text(elsewhere(script)), Tone.NEUTRAL);
            now.getChildren()
                    .setAll(new ReadingPane(script, saving, files, pause(), List.of(hold), List.of(why), words));
            return;
        }
        var begin = new Button(words.text("ceremony.prepare.button"));
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> director.prepare());
        now.getChildren().setAll(new ReadingPane(script, saving, files, pause(), List.of(begin), List.of(), words));
    }

    /// Why this script is not followed while this home is open.
    private static String elsewhere(Script script) {
        if (OutsideCeremony.isRehearsal(script)) {
            return "ceremony.elsewhere.rehearse";
        }
        return script.acts().contains(Act.CREATE_HOME) ? "ceremony.elsewhere.create" : "ceremony.elsewhere.recover";
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
                        new StepFoot(pause(), on));
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
                        new StepFoot(pause(), sign));
    }

    private void held(Transcript transcript) {
        var save = new Button(words.text("ceremony.save.button"), Icons.button(MaterialDesignF.FILE_SIGN));
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> files.folder(words.text("ceremony.save.chooser"))
                .ifPresent(folder -> saving.save(folder, transcript, context)));
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

    private Button pause() {
        var pause = new Button(words.text("ceremony.pause.button"));
        pause.setOnAction(_ -> director.end());
        return pause;
    }
}
