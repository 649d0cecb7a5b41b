package org.hearthkey.app.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;

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

        var file = new PlaceCard(model.fileProperty(), chooseFile, model::chooseFile, words);
        if (model.isRehearsal()) {
            file.fix();
        }

        getChildren()
                .setAll(new Heading(words.text("create.name.title"), words.text("create.name.lead")), nameCard, file);
        if (model.asksForRehearsal()) {
            getChildren().add(rehearsal(model, words));
        }
        if (model.mayBeCeremony()) {
            getChildren().add(ceremony(model, words));
        }
    }

    private static Node ceremony(CreateViewModel model, Words words) {
        var read = new Button(words.text("create.ceremony.button"));
        read.setOnAction(_ -> model.holdCeremony());
        var card = new VBox(
                Labels.rowTitle(words.text("create.ceremony.title")),
                Labels.second(words.text("create.ceremony.why")),
                read);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
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
