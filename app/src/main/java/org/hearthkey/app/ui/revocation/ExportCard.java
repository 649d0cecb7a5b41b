package org.hearthkey.app.ui.revocation;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Export;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.core.deliver.Deliveries.Delivered;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.transport.ReadBack;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Hands everything out: where to, how it goes, and what was proven.
final class ExportCard extends VBox {
    static final double WIDTH = 300;

    private final RevocationViewModel model;
    private final FileChoice files;
    private final Dialogs dialogs;
    private final Words words;
    private final Dates dates;
    private final VBox changing = new VBox(12);

    ExportCard(RevocationViewModel model, FileChoice files, Dialogs dialogs, Words words, Dates dates) {
        super(12);
        this.model = model;
        this.files = files;
        this.dialogs = dialogs;
        this.words = words;
        this.dates = dates;
        getStyleClass().addAll("hk-card", "hk-card-padded");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren()
                .setAll(
                        Labels.of(words.text("revocation.export.title"), "hk-strong"),
                        Labels.second(words.text("revocation.export.reason")),
                        changing);
        model.exportProperty().subscribe(this::show);
    }

    /// Asks where to, and writes.
    void choose() {
        files.folder(words.text("revocation.export.chooser")).ifPresent(model::ask);
    }

    private void show(Export export) {
        changing.getChildren().clear();
        switch (export) {
            case Export.Resting(var last) -> changing.getChildren().addAll(buttons(last));
            case Export.Looking(var folder) ->
                changing.getChildren()
                        .add(Labels.second(words.text("revocation.looking.progress", folder.toString())));
            case Export.Asking(var folder, var forecast) -> {
                changing.getChildren().addAll(buttons(Optional.of(folder)));
                dialogs.show(asking(folder, forecast));
            }
            case Export.Writing(var folder) -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                changing.getChildren()
                        .addAll(bar, Labels.second(words.text("revocation.writing.progress", folder.toString())));
            }
            case Export.Written(var folder, var delivered) -> {
                changing.getChildren().add(new Note(MaterialDesignC.CHECK_CIRCLE, proven(delivered), Tone.SUCCESS));
                changing.getChildren().add(Labels.second(words.text("revocation.written.next")));
                changing.getChildren().addAll(buttons(Optional.of(folder)));
            }
            case Export.Failed(var folder, var cause) -> {
                changing.getChildren().addAll(buttons(Optional.of(folder)));
                dialogs.show(failed(folder, cause));
            }
        }
    }

    private DialogCard asking(Path folder, Forecast forecast) {
        var later = new Button(words.text("revocation.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> dialogs.hide());
        var hit = !forecast.hits().isEmpty();
        var write = new Button(
                words.text(hit ? "revocation.write-hit.button" : "revocation.write.button"),
                Icons.button(
                        hit ? MaterialDesignS.SHIELD_KEY_OUTLINE : MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
        write.getStyleClass().add(hit ? "danger" : "accent");
        write.setOnAction(_ -> {
            dialogs.hide();
            if (hit) {
                new RootDialog(model.exportAsRoot(folder), dialogs, words)
                        .open(
                                words.text("revocation.write-hit.title"),
                                words.text("revocation.write-hit.why"),
                                words.text("revocation.write-hit.act"));
            } else {
                model.export(folder);
            }
        });
        return new DialogCard(
                        MaterialDesignC.CRYSTAL_BALL,
                        hit ? Tone.DANGER : Tone.ACCENT,
                        words.text("revocation.follows.title"),
                        words.text("revocation.forecast.reason", folder.toString()))
                .with(new ForecastPane(forecast, words, dates))
                .safeButton(later)
                .button(write)
                .whenGone(model::decline);
    }

    private DialogCard failed(Path folder, Exception cause) {
        var trouble = new Troubles(words).of(cause);
        var later = new Button(words.text("revocation.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> dialogs.hide());
        var again = new Button(words.text("revocation.try-again.button"));
        again.getStyleClass().add("accent");
        again.setOnAction(_ -> {
            dialogs.hide();
            model.export(folder);
        });
        return new DialogCard(
                        MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                        Tone.WARNING,
                        words.text("revocation.unwritten.title"),
                        trouble.happened())
                .stillSafe(words.text("revocation.unwritten.safe"), trouble.safe())
                .whatToDo(words.text("revocation.unwritten.next"), trouble.next())
                .safeButton(later)
                .button(again);
    }

    private String proven(Delivered delivered) {
        var key = delivered.written().readBack() == ReadBack.FROM_DRIVE
                ? "revocation.written-drive.result"
                : "revocation.written-system.result";
        return words.text(key, delivered.bundle().files().size());
    }

    private Node[] buttons(Optional<Path> last) {
        var choose = new Button(
                words.text("revocation.export.button"), Icons.button(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setOnAction(_ -> choose());
        if (last.isEmpty()) {
            choose.getStyleClass().addAll("accent", "hk-deliberate");
            return new Node[] {choose};
        }
        var again = new Button(
                words.text("revocation.again.button", name(last.get())),
                Icons.button(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
        again.getStyleClass().addAll("accent", "hk-deliberate");
        again.setMaxWidth(Double.MAX_VALUE);
        again.setTooltip(new Tooltip(last.get().toString()));
        again.setOnAction(_ -> model.ask(last.get()));
        choose.setText(words.text("revocation.elsewhere.button"));
        return new Node[] {again, choose};
    }

    private static String name(Path folder) {
        var name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
