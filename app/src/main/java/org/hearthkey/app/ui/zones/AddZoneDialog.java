package org.hearthkey.app.ui.zones;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.zones.ZonesViewModel.Adding;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Asks for a new zone's name and for the root's passphrase.
final class AddZoneDialog {
    private final ZonesViewModel model;
    private final HomeContext context;
    private final Words words;
    private final VBox state = new VBox();

    AddZoneDialog(ZonesViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        this.words = context.words();
    }

    DialogCard card() {
        var name = new TextField();
        name.setPromptText(words.text("zones.name.prompt"));
        name.textProperty().bindBidirectional(model.nameProperty());
        var passphrase = new PassphraseField(model.rootPassphrase(), words.text("zones.root.field"), words);
        state.managedProperty().bind(state.visibleProperty());
        model.addingProperty().subscribe(this::show);

        var later = new Button(words.text("zones.later.button"));
        later.setCancelButton(true);
        later.setOnAction(_ -> {
            model.wipe();
            context.dialogs().hide();
        });
        var add = new Button(words.text("zones.sign.button"), Icons.button(MaterialDesignS.SHIELD_KEY_OUTLINE));
        add.setDefaultButton(true);
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.wanted().isEmpty()
                                || model.rootPassphrase().isEmpty()
                                || model.addingProperty().get() instanceof Adding.Signing,
                        model.nameProperty(),
                        model.rootPassphrase().revisionProperty(),
                        model.addingProperty()));
        add.setOnAction(_ -> model.add());
        Platform.runLater(name::requestFocus);

        return new DialogCard(
                        MaterialDesignS.SHIELD_KEY_OUTLINE,
                        Tone.ACCENT,
                        words.text("zones.add.title"),
                        words.text("zones.add.why"))
                .with(new Field(words.text("zones.name.field"), name))
                .with(new Field(words.text("zones.root.field"), passphrase))
                .with(Labels.second(words.text("zones.root.hint")))
                .with(state)
                .button(later)
                .button(add);
    }

    private void show(Adding adding) {
        var troubles = new Troubles(words);
        state.setVisible(!(adding instanceof Adding.Deciding));
        switch (adding) {
            case Adding.Deciding _, Adding.Added _ -> state.getChildren().clear();
            case Adding.Signing _ -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                state.getChildren().setAll(new VBox(8, bar, Labels.second(words.text("zones.signing.progress"))));
            }
            case Adding.Refused(var refusal) -> state.getChildren().setAll(new TroubleNote(troubles.of(refusal)));
            case Adding.Failed(var cause) -> state.getChildren().setAll(new TroubleNote(troubles.of(cause)));
        }
    }
}
