package org.hearthkey.app.ui.recovery;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.ceremony.AirFinding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What lies ready, who takes part, and what the computer says of itself, before the first step.
final class PreparingPane extends VBox {
    private final CeremonyPreparation preparation;
    private final Words words;

    /// @param look has the computer looked at once more
    /// @param on begins with the first step
    PreparingPane(CeremonyPreparation preparation, Runnable look, Runnable on, Words words) {
        super(16);
        this.preparation = preparation;
        this.words = words;
        var begin = new Button(words.text("ceremony.begin.button"));
        begin.getStyleClass().add("accent");
        begin.disableProperty().bind(preparation.isDone().not());
        begin.setOnAction(_ -> on.run());
        var why = Labels.second(words.text("ceremony.begin.lack"));
        why.visibleProperty().bind(begin.disableProperty());
        var air = card("ceremony.air.title");
        getChildren().setAll(ready(), people(), air);
        if (preparation.advisesRehearsal()) {
            getChildren().add(rehearsal());
        }
        getChildren().add(new VBox(6, begin, why));
        preparation.airProperty().subscribe(found -> show(air, found, look));
    }

    private Node ready() {
        var card = card("ceremony.ready.title");
        preparation.script().ready().forEach(thing -> card.getChildren().add(Labels.body("•  " + thing)));
        return card;
    }

    private Node people() {
        var card = card("ceremony.people.title");
        for (int i = 0; i < preparation.people().size(); i++) {
            var role = preparation.script().roles().get(i);
            var name = new TextField();
            name.setPromptText(words.text("ceremony.people.prompt"));
            name.textProperty().bindBidirectional(preparation.people().get(i));
            if (i == 0) {
                FirstFocus.on(name);
            }
            card.getChildren().add(new Field(words.text("ceremony.people.field", role.name(), role.task()), name));
        }
        return card;
    }

    private void show(VBox card, Optional<List<AirFinding>> air, Runnable look) {
        card.getChildren().remove(1, card.getChildren().size());
        if (air.isEmpty()) {
            card.getChildren().addAll(new ProgressBar(), Labels.second(words.text("ceremony.air.progress")));
            return;
        }
        var said = CeremonyWords.in(words.locale());
        if (air.get().isEmpty()) {
            card.getChildren().add(new Note(MaterialDesignC.CHECK_CIRCLE, said.quietAir(), Tone.SUCCESS));
        } else {
            air.get().stream()
                    .map(finding -> new Note(MaterialDesignA.ALERT_OUTLINE, said.sentence(finding), Tone.WARNING))
                    .forEach(card.getChildren()::add);
            var again = new Button(words.text("ceremony.air.again"));
            again.setOnAction(_ -> look.run());
            card.getChildren().addAll(again, over("ceremony.air.overrule", preparation.overrulingProperty()));
        }
        card.getChildren().add(Labels.second(said.unseen()));
    }

    private Node rehearsal() {
        var card = card("create.rehearse.title");
        card.getChildren()
                .addAll(
                        Labels.second(words.text("create.rehearse.why")),
                        over("create.rehearse.without", preparation.unrehearsedProperty()));
        return card;
    }

    private CheckBox over(String key, BooleanProperty over) {
        var box = new CheckBox(words.text(key));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(over);
        return box;
    }

    private VBox card(String title) {
        var card = new VBox(8, Labels.section(words.text(title)));
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }
}
