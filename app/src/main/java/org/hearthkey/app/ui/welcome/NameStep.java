package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What the home is called, and where its file goes.
final class NameStep extends VBox {
    NameStep(CreateViewModel model, Function<Path, Optional<Path>> chooseFile, Words words) {
        super(16);

        var name = new TextField();
        name.setPromptText(words.text("create.name.prompt"));
        name.textProperty().bindBidirectional(model.nameProperty());
        FirstFocus.on(name);
        var nameCard = new VBox(
                new Field(words.text("create.name.field"), name), Labels.second(words.text("create.name.hint")));
        nameCard.getStyleClass().addAll("hk-card", "hk-card-padded");

        var path = Labels.of("", "hk-code");
        path.setWrapText(true);
        model.fileProperty().subscribe(file -> path.setText(file.toString()));
        var text = new VBox(
                2,
                Labels.rowTitle(words.text("create.file.title")),
                path,
                Labels.second(words.text("create.file.hint")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var change = new Button(words.text("create.file.button"));
        change.setMinWidth(USE_PREF_SIZE);
        change.setVisible(!model.isRehearsal());
        change.managedProperty().bind(change.visibleProperty());
        change.setOnAction(_ -> chooseFile.apply(model.fileProperty().get()).ifPresent(model::chooseFile));
        var file = new HBox(16, Disc.of(MaterialDesignF.FILE_LOCK_OUTLINE, Tone.NEUTRAL), text, change);
        file.setAlignment(Pos.CENTER_LEFT);
        file.getStyleClass().addAll("hk-card", "hk-card-padded");

        getChildren()
                .setAll(new Heading(words.text("create.name.title"), words.text("create.name.lead")), nameCard, file);
        if (model.asksForRehearsal()) {
            getChildren().add(rehearsal(model, words));
        }
    }

    private static Node rehearsal(CreateViewModel model, Words words) {
        var rehearse = new Button(words.text("create.rehearse.button"));
        rehearse.setOnAction(_ -> model.rehearse());
        var without = new CheckBox(words.text("create.rehearse.without"));
        without.setWrapText(true);
        without.selectedProperty().bindBidirectional(model.withoutProperty());
        var card = new VBox(
                Labels.rowTitle(words.text("create.rehearse.title")),
                Labels.second(words.text("create.rehearse.why")),
                rehearse,
                without);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }
}
