package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceCard;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// The two ways to recover a home: with its file, or without.
final class RecoverChoice extends VBox {
    /// @param chooseFile lets the owner pick a home's file
    /// @param back to the other choices
    RecoverChoice(WelcomeViewModel model, Supplier<Optional<Path>> chooseFile, Runnable back, Words words) {
        super(12);
        var withFile = new ChoiceCard(
                MaterialDesignF.FILE_LOCK_OUTLINE,
                Tone.ACCENT,
                words.text("recover.file.button"),
                words.text("recover.file.reason"));
        withFile.setOnAction(_ -> chooseFile.get().ifPresent(model::restore));
        var withCore = new ChoiceCard(
                MaterialDesignQ.QRCODE,
                Tone.NEUTRAL,
                words.text("recover.core.button"),
                words.text("recover.core.reason"));
        withCore.setOnAction(_ -> model.rebuild());
        var leave = new Button(words.text("create.back.button"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> back.run());
        VBox.setMargin(leave, new Insets(10, 0, 0, 0));
        getChildren()
                .setAll(
                        Labels.title(words.text("recover.choice.title")),
                        Labels.second(words.text("recover.choice.lead")),
                        withFile,
                        withCore,
                        leave);
    }
}
