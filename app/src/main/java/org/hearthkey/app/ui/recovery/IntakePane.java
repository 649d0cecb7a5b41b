package org.hearthkey.app.ui.recovery;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.ShareFlawWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.camera.CameraViewModel;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The ways for a sheet to come in: before the camera, as a picture, scan or PDF, or its words.
public final class IntakePane extends VBox {
    private static final int LEFT = 38;
    private static final int RIGHT = 62;
    private static final List<String> ENDINGS = List.of(
            "*.png",
            "*.jpg",
            "*.jpeg",
            "*.gif",
            "*.bmp",
            "*.pdf",
            "*.txt",
            "*.hearthcore",
            "*.PNG",
            "*.JPG",
            "*.JPEG",
            "*.PDF");

    private final SheetIntake intake;
    private final Words words;
    private final FileChoice files;
    private final CameraViewModel camera;
    private final WordsPane typing;
    private final VBox said = new VBox();

    /// @param ways how sheets come in
    public IntakePane(SheetIntake intake, Words words, SheetWays ways) {
        super(12);
        this.intake = intake;
        this.words = words;
        files = ways.files();
        camera = ways.cameras().get();
        typing = new WordsPane(intake.typing(), words);
        var columns = new GridPane(16, 0);
        columns.getColumnConstraints().setAll(percent(LEFT), percent(RIGHT));
        columns.addRow(0, pictures(), typed());
        said.managedProperty().bind(said.visibleProperty());
        getChildren().setAll(said, columns);
        camera.onSeen(intake::seen);
        intake.stateProperty().subscribe(this::show);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            intake.read(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static ColumnConstraints percent(int width) {
        var column = new ColumnConstraints();
        column.setPercentWidth(width);
        column.setFillWidth(true);
        return column;
    }

    /// Puts the caret where words are typed.
    public void focus() {
        typing.focus();
    }

    private Node pictures() {
        var choose =
                new Button(words.text("recovery.picture.button"), Icons.button(MaterialDesignF.FILE_IMAGE_OUTLINE));
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.disableProperty().bind(intake.stateProperty().map(SheetIntake.State.Looking.class::isInstance));
        choose.setOnAction(_ -> intake.read(files.openSeveral(
                words.text("recovery.picture.chooser"), words.text("recovery.picture.kind"), ENDINGS)));
        return card(
                Labels.section(words.text("recovery.picture.title")),
                Labels.second(words.text("recovery.picture.why")),
                new SheetCamera(camera, words),
                choose,
                Labels.second(words.text("recovery.picture.then")));
    }

    private Node typed() {
        return card(Labels.section(words.text("recovery.type.title")), typing);
    }

    private static Node card(Node... parts) {
        var card = new VBox(parts);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private void show(SheetIntake.State now) {
        said.setVisible(!(now instanceof SheetIntake.State.Waiting) && !(now instanceof SheetIntake.State.Taken));
        switch (now) {
            case SheetIntake.State.Waiting _, SheetIntake.State.Taken _ ->
                said.getChildren().clear();
            case SheetIntake.State.Looking _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                said.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("recovery.picture.progress"))));
            }
            case SheetIntake.State.Nothing(var file) ->
                said.getChildren()
                        .setAll(warning(words.text("recovery.picture.none", String.valueOf(file.getFileName()))));
            case SheetIntake.State.Flawed(var flaw, var file) -> {
                var sentence = ShareFlawWords.in(words.locale()).sentence(flaw);
                said.getChildren()
                        .setAll(warning(file.map(one -> words.text(
                                        "recovery.picture.flaw", String.valueOf(one.getFileName()), sentence))
                                .orElse(sentence)));
            }
            case SheetIntake.State.Failed(var cause) ->
                said.getChildren().setAll(new TroubleNote(new Troubles(words).ofSheets(cause)));
        }
    }

    private static Node warning(String sentence) {
        return new Note(MaterialDesignA.ALERT_OUTLINE, sentence, Tone.WARNING);
    }
}
