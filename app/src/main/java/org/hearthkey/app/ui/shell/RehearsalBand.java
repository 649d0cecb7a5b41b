package org.hearthkey.app.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// Stands above every screen during a rehearsal: that nothing is real, and what comes next.
final class RehearsalBand extends HBox {
    private final ShellViewModel model;
    private final Words words;
    private final Label next = Labels.body("");

    RehearsalBand(ShellViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("hk-note", "hk-banner", Tone.WARNING.styleClass());
        var icon = Icons.disc(MaterialDesignD.DRAMA_MASKS);
        icon.getStyleClass().add(Tone.WARNING.styleClass());
        var title = Labels.body(words.text("rehearsal.band.title"));
        title.getStyleClass().add("hk-strong");
        var text = new VBox(2, title, next);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var end = new Button(words.text("rehearsal.end.button"));
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(_ -> model.endRehearsal());
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        getChildren().setAll(icon, text, end);
        model.stateProperty().subscribe(this::show);
        model.practiceProperty().subscribe(this::show);
        show();
    }

    private void show() {
        var practice = model.practiceProperty().get();
        setVisible(practice.isPresent());
        practice.ifPresent(now -> next.setText(words.text(now.broughtBack() ? "rehearsal.back.next" : key())));
    }

    private String key() {
        return switch (model.stateProperty().get()) {
            case ShellViewModel.State.Welcome _, ShellViewModel.State.Creating _, ShellViewModel.State.Receiving _ ->
                "rehearsal.create.next";
            case ShellViewModel.State.Holding _ -> "rehearsal.script.next";
            case ShellViewModel.State.Open(var _, var _, var _, var arrival) ->
                arrival instanceof Arrival.InCeremony ? "rehearsal.script.next" : "rehearsal.open.next";
            case ShellViewModel.State.Locked _ -> "rehearsal.locked.next";
            case ShellViewModel.State.Restoring _, ShellViewModel.State.Rebuilding _ -> "rehearsal.restore.next";
        };
    }
}
