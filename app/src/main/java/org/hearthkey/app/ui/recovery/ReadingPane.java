package org.hearthkey.app.ui.recovery;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.ceremony.Script;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// A script that is read before anything begins, and can be saved and printed.
final class ReadingPane extends VBox {
    /// @param back leaves it
    /// @param on leads on, after what is said first
    ReadingPane(
            Script script,
            TranscriptSaving saving,
            FileChoice files,
            Button back,
            List<Button> on,
            List<Node> first,
            Words words) {
        super(16);
        var text = Labels.code(script.text());
        text.setWrapText(true);
        var card = new VBox(text);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        var save = new Button(words.text("ceremony.script.save"), Icons.button(MaterialDesignP.PRINTER_OUTLINE));
        save.setOnAction(_ -> files.folder(words.text("ceremony.script.chooser"))
                .ifPresent(folder -> saving.saveScript(folder, script)));
        var foot = new StepFoot(back, save);
        on.forEach(foot::add);
        getChildren().add(Labels.body(script.purpose()));
        getChildren().addAll(first);
        getChildren()
                .addAll(
                        foot,
                        card,
                        Labels.second(words.text(
                                "ceremony.script.hash", script.fingerprint().hex())),
                        new SavedNote(saving, words));
    }
}
