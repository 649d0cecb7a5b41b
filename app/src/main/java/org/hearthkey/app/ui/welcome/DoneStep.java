package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What was made, and the root's four words to write down.
final class DoneStep extends VBox {
    private static final int HEX_GROUP = 4;

    DoneStep(CreateState.Made made, CreateViewModel model, Words words) {
        super(16);
        var heading = new Heading(
                words.text("create.done.title", model.nameProperty().get().strip()),
                words.text("create.done.lead", model.zones().size()));

        var fourWords = Labels.sentence(made.root().words().toString());
        fourWords.getStyleClass().add("hk-root-words");
        var hex = Labels.code(made.root().hex().replaceAll("(.{" + HEX_GROUP + "})(?!$)", "$1 "));
        hex.setWrapText(true);
        var cardHeading = new VBox(
                2, Labels.section(words.text("create.done.words")), Labels.second(words.text("create.done.why")));
        var head = new HBox(12, Disc.of(MaterialDesignF.FINGERPRINT, Tone.ACCENT), cardHeading);
        head.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(head, fourWords, hex);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");

        getChildren()
                .setAll(
                        heading,
                        card,
                        new Note(
                                MaterialDesignC.CONTENT_COPY,
                                words.text(
                                        "create.done.copy",
                                        model.fileProperty().get().toString()),
                                Tone.WARNING),
                        new Note(
                                MaterialDesignL.LIFEBUOY,
                                words.text(model.isInCeremony() ? "create.done.ceremony" : "create.done.sheets"),
                                Tone.WARNING),
                        new Note(MaterialDesignS.SHIELD_KEY_OUTLINE, words.text("create.done.asleep"), Tone.SUCCESS));
        if (model.isOfBuyer()) {
            getChildren()
                    .add(
                            2,
                            new Note(
                                    MaterialDesignF.FILE_CERTIFICATE_OUTLINE,
                                    words.text("create.done.house"),
                                    Tone.ACCENT));
        }
    }
}
