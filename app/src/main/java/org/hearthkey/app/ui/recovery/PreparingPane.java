package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.ceremony.AirFinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What lies ready, who takes part, and what the computer says of itself, before the first step.
final class PreparingPane extends VBox {
    private final CeremonyDirector director;
    private final Words words;

    PreparingPane(CeremonyDirector director, Optional<List<AirFinding>> air, Words words) {
        super(16);
        this.director = director;
        this.words = words;
        var begin = new Button(words.text("ceremony.begin.button"));
        begin.getStyleClass().add("accent");
        begin.disableProperty().bind(director.mayBegin().not());
        begin.setOnAction(_ -> director.begin());
        var why = Labels.second(words.text("ceremony.begin.lack"));
        why.visibleProperty().bind(begin.disableProperty());
        getChildren().setAll(ready(), people(), air(air), new VBox(6, begin, why));
    }

    private Node ready() {
        var card = card("ceremony.ready.title");
        director.script().ready().forEach(thing -> card.getChildren().add(Labels.body("•  " + thing)));
        return card;
    }

    private Node people() {
        var card = card("ceremony.people.title");
        for (int i = 0; i < director.people().size(); i++) {
            var role = director.script().roles().get(i);
            var name = new TextField();
            name.setPromptText(words.text("ceremony.people.prompt"));
            name.textProperty().bindBidirectional(director.people().get(i));
            card.getChildren().add(new Field(words.text("ceremony.people.field", role.name(), role.task()), name));
        }
        return card;
    }

    private Node air(Optional<List<AirFinding>> air) {
        var card = card("ceremony.air.title");
        if (air.isEmpty()) {
            card.getChildren().addAll(new ProgressBar(), Labels.second(words.text("ceremony.air.progress")));
            return card;
        }
        var said = CeremonyWords.in(words.locale());
        if (air.get().isEmpty()) {
            card.getChildren().add(new Note(MaterialDesignC.CHECK_CIRCLE, said.quietAir(), Tone.SUCCESS));
        } else {
            air.get().stream()
                    .map(finding -> new Note(MaterialDesignA.ALERT_OUTLINE, said.sentence(finding), Tone.WARNING))
                    .forEach(card.getChildren()::add);
            var again = new Button(words.text("ceremony.air.again"));
            again.setOnAction(_ -> director.prepare());
            var over = new CheckBox(words.text("ceremony.air.overrule"));
            over.setWrapText(true);
            over.selectedProperty().bindBidirectional(director.overrulingProperty());
            card.getChildren().addAll(again, over);
        }
        card.getChildren().add(Labels.second(said.unseen()));
        return card;
    }

    private VBox card(String title) {
        var card = new VBox(8, Labels.section(words.text(title)));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }
}
