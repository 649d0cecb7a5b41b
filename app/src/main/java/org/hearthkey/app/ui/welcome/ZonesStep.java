package org.hearthkey.app.ui.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.name.ZoneName;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The zones of the home: four to begin with, more to add, any to take out.
final class ZonesStep extends VBox {
    private final CreateViewModel model;
    private final Words words;
    private final VBox chosen = new VBox();
    private final FlowPane suggestions = new FlowPane(8, 8);
    private final Note refused;

    ZonesStep(CreateViewModel model, Words words) {
        super(16);
        this.model = model;
        this.words = words;
        chosen.getStyleClass().add("hk-card");
        refused = new Note(MaterialDesignF.FLOOR_PLAN, words.text("create.zone.refused"), Tone.WARNING);
        refused.managedProperty().bind(refused.visibleProperty());
        refused.setVisible(false);
        var more = new VBox(12, new Field(words.text("create.zone.field"), adding()), refused, suggestions);
        more.getStyleClass().addAll("hk-card", "hk-card-padded");
        getChildren()
                .setAll(new Heading(words.text("create.zones.title"), words.text("create.zones.lead")), chosen, more);
        model.zones().subscribe(this::show);
        show();
    }

    private Node adding() {
        var typed = new TextField();
        typed.setPromptText(words.text("create.zone.prompt"));
        HBox.setHgrow(typed, Priority.ALWAYS);
        var add = new Button(words.text("create.zone.add"), Icons.button(MaterialDesignP.PLUS));
        add.disableProperty().bind(typed.textProperty().map(String::isBlank));
        Runnable act = () -> {
            refused.setVisible(!model.addZone(typed.getText()));
            if (!refused.isVisible()) {
                typed.clear();
            }
        };
        add.setOnAction(_ -> act.run());
        typed.setOnAction(event -> {
            act.run();
            event.consume();
        });
        return new HBox(8, typed, add);
    }

    private void show() {
        chosen.getChildren().setAll(model.zones().stream().map(this::row).toList());
        suggestions
                .getChildren()
                .setAll(model.suggestions().stream().map(this::chip).toList());
    }

    private Node row(ZoneName zone) {
        var about =
                Labels.second(words.text("create.zone.address", zone.dnsName().text()));
        var name = Labels.of(zone.display(), "hk-strong");
        name.setMinWidth(140);
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        var remove = new Button("", Icons.button(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(words.text("create.zone.remove", zone.display()));
        remove.setTooltip(new Tooltip(words.text("create.zone.remove", zone.display())));
        remove.setOnAction(_ -> model.removeZone(zone));
        var row = new HBox(12, Icons.button(MaterialDesignF.FLOOR_PLAN), name, about, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-zone-row");
        return row;
    }

    private Node chip(ZoneName zone) {
        var chip = new Button(zone.display(), Icons.pill(MaterialDesignP.PLUS));
        chip.getStyleClass().addAll("small", "hk-suggestion");
        chip.setAccessibleText(words.text("create.zone.suggestion", zone.display()));
        chip.setOnAction(_ -> model.addZone(zone.text()));
        return chip;
    }
}
