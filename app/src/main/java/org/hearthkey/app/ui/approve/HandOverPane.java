package org.hearthkey.app.ui.approve;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.LastStep.Step;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.SecretLetters;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.core.approve.MadeKey;
import org.hearthkey.core.certificate.OneTimePassword;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The last step: the certificate goes into a folder, and a password is shown once.
final class HandOverPane extends VBox {
    private static final double MOST_WIDTH = 720;

    private final LastStep lastStep;
    private final Acts acts;
    private final Words words;
    private final Button save;
    private final Button done = new Button();
    private final Button show = new Button();
    private final VBox outcome = new VBox(8);
    private final Label reason = Labels.second("");

    /// What the buttons do.
    interface Acts {
        void chooseFolder(LastStep lastStep);

        void copy(OneTimePassword password);

        void showDevice(String name);

        void done();
    }

    HandOverPane(LastStep lastStep, Acts acts, Words words, Dates dates) {
        super(20);
        this.lastStep = lastStep;
        this.acts = acts;
        this.words = words;
        setMaxWidth(MOST_WIDTH);
        var issued = lastStep.issued();
        var name = issued.device().name().text();
        save = new Button(words.text("approve.save.button"), Icons.button(MaterialDesignF.FOLDER_OUTLINE));
        save.setOnAction(_ -> acts.chooseFolder(lastStep));
        getChildren()
                .add(head(words.text(
                        "approve.approved.title",
                        name,
                        dates.nearDay(issued.certificate().notAfter()))));
        getChildren().add(files());
        issued.madeKey().ifPresent(key -> getChildren().add(password(key)));
        getChildren().add(foot(name));
        lastStep.stepProperty().subscribe(this::show);
    }

    private Node head(String title) {
        var sentence = Labels.title(title);
        sentence.setWrapText(true);
        var text = new VBox(4, sentence, Labels.second(words.text("approve.approved.reason")));
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(16, Disc.large(MaterialDesignS.SHIELD_CHECK, Tone.SUCCESS), text);
    }

    private Node files() {
        var madeHere = lastStep.issued().madeKey().isPresent();
        var card = new VBox(
                12,
                Labels.section(words.text("approve.files.title")),
                Labels.body(words.text(madeHere ? "approve.files-key.reason" : "approve.files.reason")),
                save,
                outcome);
        lastStep.asCode().ifPresent(codes -> card.getChildren().add(new ShowAsCodePane(codes, words)));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private Node password(MadeKey key) {
        var password = key.password();
        var shown = password.use(letters ->
                new SecretLetters(letters, () -> password.use(String::valueOf), words.text("approve.password.title")));
        var copy = new Button(words.text("approve.copy.button"), Icons.button(MaterialDesignC.CONTENT_COPY));
        copy.setOnAction(_ -> acts.copy(password));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        var row = new HBox(12, shown, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(
                12,
                Labels.section(words.text("approve.password.title")),
                Labels.body(words.text("approve.password.reason")),
                row,
                new Note(MaterialDesignA.ALERT_OUTLINE, words.text("approve.password.note"), Tone.WARNING));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private Node foot(String name) {
        done.setText(words.text("approve.next-device.button"));
        done.setOnAction(_ -> acts.done());
        show.setText(words.text("approve.show-device.button"));
        show.setOnAction(_ -> acts.showDevice(name));
        var row = new HBox(12, show, done, reason);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Step step) {
        boolean written = step instanceof Step.Written;
        save.setDisable(step instanceof Step.Writing);
        emphasize(save, !written);
        emphasize(done, written);
        done.setDisable(lastStep.holdsTheOnlyKey());
        show.setDisable(lastStep.holdsTheOnlyKey());
        reason.setText(lastStep.holdsTheOnlyKey() ? words.text("approve.only-key.blocker") : "");
        save.setText(words.text(written ? "approve.save-again.button" : "approve.save.button"));
        outcome.getChildren().setAll(said(step).stream().toList());
        outcome.setManaged(!outcome.getChildren().isEmpty());
    }

    private Optional<Node> said(Step step) {
        return switch (step) {
            case Step.Waiting _ -> Optional.empty();
            case Step.Writing _ -> Optional.of(Labels.second(words.text("approve.writing.progress")));
            case Step.Written(var folder, var files, var withRoots) -> {
                var box = new VBox(6, Labels.of(words.text("approve.written.title", folder.toString()), "hk-medium"));
                files.forEach(file -> box.getChildren().add(written(String.valueOf(file.getFileName()))));
                if (withRoots) {
                    box.getChildren().add(Labels.second(words.text("approve.roots.reason")));
                }
                yield Optional.of(box);
            }
            case Step.Failed(var cause) -> Optional.of(new TroubleNote(new Troubles(words).of(cause)));
        };
    }

    private static Node written(String name) {
        var row = new HBox(8, Icons.toned(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS), Labels.code(name));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void emphasize(Button button, boolean emphasized) {
        button.getStyleClass().remove("accent");
        if (emphasized) {
            button.getStyleClass().add("accent");
        }
    }
}
