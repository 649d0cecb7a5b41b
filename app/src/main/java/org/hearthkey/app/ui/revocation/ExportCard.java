package org.hearthkey.app.ui.revocation;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.DriveWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Dialogs;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.DrivesViewModel.Removing;
import org.hearthkey.app.ui.revocation.RevocationViewModel.Export;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.core.deliver.Deliveries.Delivered;
import org.hearthkey.core.deliver.HubPrograms;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.Removal;
import org.hearthkey.core.transport.ReadBack;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Hands everything out: where to, how it goes, and what was proven.
final class ExportCard extends VBox {
    static final double WIDTH = 300;
    private static final int CHECK_ROWS = 12;

    private final RevocationViewModel model;
    private final DrivesViewModel drives;
    private final FileChoice files;
    private final Dialogs dialogs;
    private final Words words;
    private final Dates dates;
    private final DriveWords driveWords;
    private final DriveList list;
    private final Button write = new Button();
    private final CheckBox program = new CheckBox();
    private final Label programReason;
    private final VBox changing = new VBox(12);
    private final VBox removal = new VBox(12);

    ExportCard(
            RevocationViewModel model,
            DrivesViewModel drives,
            FileChoice files,
            Dialogs dialogs,
            Words words,
            Dates dates) {
        super(12);
        this.model = model;
        this.drives = drives;
        this.files = files;
        this.dialogs = dialogs;
        this.words = words;
        this.dates = dates;
        driveWords = DriveWords.in(words.locale());
        list = new DriveList(drives, words);
        write.setGraphic(Icons.button(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE));
        write.getStyleClass().addAll("accent", "hk-deliberate");
        write.setMaxWidth(Double.MAX_VALUE);
        write.setOnAction(_ -> drives.chosenProperty().get().ifPresent(drive -> ask(drive.folder())));
        write.managedProperty().bind(write.visibleProperty());
        drives.chosenProperty().subscribe(_ -> offer());
        drives.stateProperty().subscribe(_ -> offer());
        drives.removingProperty().subscribe(this::show);
        program.setText(words.text("revocation.program.box"));
        program.setWrapText(true);
        program.selectedProperty().bindBidirectional(model.withProgramProperty());
        programReason = Labels.second(words.text("revocation.program.reason"));
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
        files.folder(words.text("revocation.export.chooser")).ifPresent(this::ask);
    }

    private void ask(Path folder) {
        drives.forgetRemoval();
        model.ask(folder);
    }

    /// The owner confirms name and size by pressing the button that says them.
    private void offer() {
        var chosen = drives.chosenProperty().get();
        write.setDisable(chosen.isEmpty());
        write.setVisible(!(drives.stateProperty().get() instanceof DrivesViewModel.State.Failed));
        write.setText(chosen.map(drive -> words.text("revocation.drive-write.button", driveWords.title(drive)))
                .orElseGet(() ->
                        words.text(hasNone() ? "revocation.drive-plug.button" : "revocation.drive-choose.button")));
    }

    /// Whether there is no drive that could be chosen.
    private boolean hasNone() {
        return drives.stateProperty().get() instanceof DrivesViewModel.State.Found(var offers)
                && offers.stream().allMatch(offer -> offer.objection().isPresent());
    }

    private void show(Export export) {
        changing.getChildren().clear();
        switch (export) {
            case Export.Resting(var last) -> choices(last);
            case Export.Looking(var folder) ->
                changing.getChildren().add(Labels.second(words.text("revocation.looking.progress", folder.toString())));
            case Export.Asking(var folder, var forecast) -> {
                choices(Optional.of(folder));
                new ForecastDialog(dialogs, words, dates).ask(folder.toString(), forecast, new Answers(folder));
            }
            case Export.Writing(var folder) -> {
                var bar = new ProgressBar();
                bar.progressProperty().bind(model.progressProperty());
                bar.setMaxWidth(Double.MAX_VALUE);
                var stop = new Button(words.text("revocation.stop.button"));
                stop.setMaxWidth(Double.MAX_VALUE);
                stop.setOnAction(_ -> {
                    stop.setDisable(true);
                    model.stop();
                });
                changing.getChildren()
                        .addAll(bar, Labels.second(words.text("revocation.writing.progress", folder.toString())), stop);
            }
            case Export.Written(var folder, var delivered, var beside) -> {
                changing.getChildren().add(new Note(MaterialDesignC.CHECK_CIRCLE, proven(delivered), Tone.SUCCESS));
                beside.map(this::toCheck).ifPresent(changing.getChildren()::add);
                drives.carrying(folder)
                        .ifPresentOrElse(
                                drive -> changing.getChildren().addAll(remove(drive), removal),
                                () -> changing.getChildren().add(Labels.second(words.text("revocation.written.next"))));
                choices(Optional.of(folder));
            }
            case Export.Failed(var folder, var cause) -> {
                choices(Optional.of(folder));
                dialogs.show(failed(folder, cause));
            }
        }
    }

    private final class Answers implements ForecastDialog.Answers {
        private final Path folder;

        Answers(Path folder) {
            this.folder = folder;
        }

        @Override
        public void yes() {
            model.export(folder);
        }

        @Override
        public RootAct meant(TypedWord word) {
            return model.exportAsRoot(folder, word);
        }

        @Override
        public void no() {
            model.decline();
        }
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
            ask(folder);
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

    private Button toCheck(Path beside) {
        var check = new Button(words.text("revocation.program-check.button"));
        check.setMaxWidth(Double.MAX_VALUE);
        check.setOnAction(_ -> dialogs.show(checking(beside)));
        return check;
    }

    /// What to type where the program is to run: a swapped stick cannot say it itself.
    private DialogCard checking(Path beside) {
        var commands = new TextArea(String.join("\n", HubPrograms.CHECK));
        commands.setEditable(false);
        commands.setWrapText(true);
        commands.setPrefRowCount(CHECK_ROWS);
        commands.getStyleClass().add("hk-code");
        commands.setAccessibleText(words.text("revocation.program-check.accessible"));
        var close = new Button(words.text("revocation.program-close.button"));
        close.setCancelButton(true);
        close.setOnAction(_ -> dialogs.hide());
        return new DialogCard(
                        MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                        Tone.ACCENT,
                        words.text("revocation.program-check.title"),
                        words.text("revocation.program-check.reason", name(beside)))
                .with(commands)
                .safeButton(close);
    }

    private Button remove(FoundDrive drive) {
        var remove = new Button(words.text("revocation.remove.button"), Icons.button(MaterialDesignE.EJECT_OUTLINE));
        remove.setMaxWidth(Double.MAX_VALUE);
        remove.setOnAction(_ -> drives.remove(drive));
        remove.disableProperty()
                .bind(drives.removingProperty()
                        .map(now -> now instanceof Removing.Busy
                                || now instanceof Removing.Done(var _, Removal.Outcome.Safe())));
        return remove;
    }

    private void show(Removing removing) {
        switch (removing) {
            case Removing.Resting() -> removal.getChildren().clear();
            case Removing.Busy(var drive) ->
                removal.getChildren()
                        .setAll(
                                new ProgressBar(),
                                Labels.second(words.text("revocation.removing.progress", drive.name())));
            case Removing.Done(var drive, var outcome) ->
                removal.getChildren()
                        .setAll(new Note(
                                MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                                driveWords.sentence(outcome, drive),
                                outcome instanceof Removal.Outcome.Safe ? Tone.SUCCESS : Tone.WARNING));
            case Removing.Failed(var cause) ->
                removal.getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
        }
    }

    /// The drives, and the folder that was written to last where that is on none of them.
    private void choices(Optional<Path> last) {
        changing.getChildren().addAll(list, program, programReason, write);
        last.filter(folder -> drives.carrying(folder).isEmpty())
                .ifPresent(folder -> changing.getChildren().add(again(folder)));
        var elsewhere = new Button(words.text("revocation.elsewhere.button"));
        elsewhere.setMaxWidth(Double.MAX_VALUE);
        elsewhere.setOnAction(_ -> choose());
        changing.getChildren().add(elsewhere);
    }

    private Button again(Path folder) {
        var again = new Button(words.text("revocation.again.button", name(folder)));
        again.setMaxWidth(Double.MAX_VALUE);
        again.setTooltip(new Tooltip(folder.toString()));
        again.setOnAction(_ -> ask(folder));
        return again;
    }

    private static String name(Path folder) {
        var name = folder.getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
