package org.hearthkey.app.ui.devices;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.RetireWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.devices.RetireViewModel.State;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.retire.Retirement;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The guide by which a device leaves: what it means, step after step, and the proof sheet at the end.
final class RetireDialog {
    private final RetireViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final RetireWords said;

    RetireDialog(RetireViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
        said = new RetireWords(words, context.dates());
    }

    void open() {
        model.stateProperty().subscribe(this::show);
        model.look();
    }

    private void show(State state) {
        switch (state) {
            case State.Looking _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                context.dialogs()
                        .show(card("devices.retire.title", "devices.looking.progress")
                                .with(bar));
            }
            case State.Asking(var retirement) -> context.dialogs().show(asking(retirement));
            case State.Going(var retirement) -> context.dialogs().show(going(retirement));
            case State.Retired(var retirement, var sheet) -> context.dialogs().show(retired(retirement, sheet));
            case State.Failed(var cause) ->
                context.dialogs()
                        .show(card("devices.retire.title", "devices.retire-failed.reason")
                                .with(new TroubleNote(new Troubles(words).of(cause)))
                                .safeButton(later("devices.later.button")));
        }
    }

    private DialogCard card(String title, String reason) {
        var name = model.device().name().text();
        return new DialogCard(
                MaterialDesignA.ARCHIVE_OUTLINE, Tone.ACCENT, words.text(title, name), words.text(reason, name));
    }

    private Button later(String key) {
        var later = new Button(words.text(key));
        later.setCancelButton(true);
        later.setOnAction(_ -> context.dialogs().hide());
        return later;
    }

    private DialogCard asking(Retirement retirement) {
        var steps = new VBox(6, Labels.of(words.text("devices.retire.steps"), "hk-strong"));
        int number = 1;
        for (var standing : retirement.steps()) {
            steps.getChildren()
                    .add(Labels.second(words.text("devices.retire.step", number++, said.step(standing.step()))));
        }
        var begin = new Button(words.text("devices.retire-begin.button"));
        begin.getStyleClass().add("danger");
        begin.setOnAction(_ -> model.begin());
        return card("devices.retire.title", "devices.retire.reason")
                .with(steps)
                .with(new Note(MaterialDesignA.ALERT_OUTLINE, words.text("devices.retire.for-good"), Tone.WARNING))
                .safeButton(later("devices.later.button"))
                .button(begin);
    }

    private DialogCard going(Retirement retirement) {
        var finish = new Button(words.text("devices.retire-finish.button"));
        finish.getStyleClass().add("accent");
        finish.setDisable(!retirement.open().isEmpty());
        finish.setOnAction(_ -> model.finish());
        return card("devices.retire.title", "devices.retiring.reason")
                .with(new RetireSteps(retirement, model, words, said, this::destroyCode))
                .button(later("devices.retire-later.button"))
                .button(finish);
    }

    private DialogCard retired(Retirement retirement, Optional<Path> sheet) {
        var save = new Button(words.text("devices.proof-save.button"), Icons.button(MaterialDesignF.FOLDER_OUTLINE));
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> files.folder(words.text("devices.proof.chooser")).ifPresent(model::saveSheet));
        var anew = new Button(words.text("devices.repurpose.button"));
        anew.setOnAction(_ -> repurpose());
        var card =
                card("devices.retired-now.title", "devices.retired-now.reason").with(proven(retirement));
        sheet.ifPresent(file -> card.with(new Note(
                MaterialDesignC.CHECK_CIRCLE, words.text("devices.proof.written", file.toString()), Tone.SUCCESS)));
        return card.button(later("devices.done.button")).button(anew).button(save);
    }

    private Node proven(Retirement retirement) {
        var lines = List.of(
                said.list(retirement), said.delivered(retirement), said.receipt(retirement), said.probe(retirement));
        var box = new VBox(6, Labels.of(words.text("devices.proof.section"), "hk-strong"));
        lines.stream().distinct().map(Labels::second).forEach(box.getChildren()::add);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void destroyCode() {
        ask(model.destroyCode(), "devices.destroy-code.title", "devices.destroy-code.why", "devices.destroy-code.act");
    }

    private void repurpose() {
        ask(model.repurpose(), "devices.repurpose.title", "devices.repurpose.why", "devices.repurpose.act");
    }

    private void ask(RootAct act, String title, String why, String verb) {
        var name = model.device().name().text();
        new RootDialog(act, context.dialogs(), words)
                .open(words.text(title, name), words.text(why, name), words.text(verb));
    }
}
