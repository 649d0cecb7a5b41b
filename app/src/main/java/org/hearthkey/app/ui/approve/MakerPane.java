package org.hearthkey.app.ui.approve;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.attest.Judgment;
import org.hearthkey.core.attest.Shown;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What a device's maker says of it: the files that were shown, how far they prove anything, and the place to choose or
/// drop more of them.
public final class MakerPane extends VBox {
    private static final List<String> ENDINGS = List.of(
            "*.pem", "*.der", "*.crt", "*.cer", "*.p7", "*.p7b", "*.p7s", "*.cms", "*.vcj", "*.b64", "*.bin", "*.txt");

    private final Words words;
    private final Acts acts;

    /// What the owner can do with such files.
    public interface Acts {
        void choose();

        void take(List<Path> files);

        void leaveOut(Shown file);
    }

    public MakerPane(List<Shown> shown, Judgment judgment, Acts acts, Words words) {
        this.words = words;
        this.acts = acts;
        var sentence = words.text(reason(shown, judgment));
        var place = new VBox(12, Labels.body(sentence));
        if (shown.isEmpty()) {
            place.getChildren().getFirst().getStyleClass().add("text-muted");
        } else {
            var files = new VBox();
            shown.forEach(file -> files.getChildren().add(row(file)));
            place.getChildren().add(files);
        }
        place.getChildren().add(choosing());
        place.getStyleClass().addAll("hk-card-part", "hk-maker-place");
        takeDrops(place);
        var band = DecisionCard.band(
                MaterialDesignC.CERTIFICATE_OUTLINE,
                tone(shown, judgment),
                words.text("approve.maker.band"),
                words.text(grade(shown, judgment)));
        getChildren().setAll(band, place);
    }

    /// Asks for such files.
    public static List<Path> choose(FileChoice choice, Words words) {
        return choice.openSeveral(words.text("approve.maker.chooser"), words.text("approve.maker.kind"), ENDINGS);
    }

    /// Which sentence says what the files prove.
    private static String reason(List<Shown> shown, Judgment judgment) {
        if (shown.isEmpty()) {
            return "approve.maker-absent.reason";
        }
        return switch (judgment.grade()) {
            case ATTESTED -> "approve.maker-attested.reason";
            case CLAIMED ->
                judgment.reason().equals("declaration-missing")
                        ? "approve.maker-uncertified.reason"
                        : "approve.maker-claimed.reason";
            case NONE ->
                judgment.reason().equals("contradicted")
                        ? "approve.maker-contradicted.reason"
                        : "approve.maker-none.reason";
        };
    }

    private static String grade(List<Shown> shown, Judgment judgment) {
        if (shown.isEmpty()) {
            return "approve.maker.absent";
        }
        return switch (judgment.grade()) {
            case ATTESTED -> "approve.maker.attested";
            case CLAIMED -> "approve.maker.claimed";
            case NONE -> "approve.maker.none";
        };
    }

    private static Tone tone(List<Shown> shown, Judgment judgment) {
        if (shown.isEmpty()) {
            return Tone.NEUTRAL;
        }
        return switch (judgment.grade()) {
            case ATTESTED -> Tone.SUCCESS;
            case CLAIMED -> Tone.ACCENT;
            case NONE -> judgment.reason().equals("contradicted") ? Tone.DANGER : Tone.WARNING;
        };
    }

    private Node row(Shown file) {
        var name = Labels.of(file.name(), "hk-medium");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var leaveOut = new Button(words.text("approve.maker.leave-out"), Icons.pill(MaterialDesignC.CLOSE));
        leaveOut.getStyleClass().addAll("flat", "small");
        leaveOut.setMinWidth(USE_PREF_SIZE);
        leaveOut.setAccessibleText(words.text("approve.maker.leave-out-one", file.name()));
        leaveOut.setOnAction(_ -> acts.leaveOut(file));
        var row = new HBox(8, Icons.pill(MaterialDesignF.FILE_CERTIFICATE_OUTLINE), name, leaveOut);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node choosing() {
        var choose =
                new Button(words.text("approve.maker.button"), Icons.button(MaterialDesignF.FILE_CERTIFICATE_OUTLINE));
        choose.setOnAction(_ -> acts.choose());
        choose.setMinWidth(USE_PREF_SIZE);
        var box = new HBox(12, choose, Labels.second(words.text("approve.maker.drop")));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// What is dropped here is its maker's; what is dropped elsewhere is a label or a request.
    private void takeDrops(Node place) {
        place.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        place.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            acts.take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
