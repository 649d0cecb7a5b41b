package org.hearthkey.app.ui.zones;

import javafx.scene.control.TextField;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.name.ZoneName;

/// Asks for a new zone's name, and for the root.
final class AddZoneDialog {
    private final ZonesViewModel model;
    private final HomeContext context;

    AddZoneDialog(ZonesViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
    }

    void open() {
        var words = context.words();
        var act = model.addition(this::done);
        var name = new TextField();
        name.setPromptText(words.text("zones.name.prompt"));
        name.textProperty().bindBidirectional(model.nameProperty());
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("zones.add.title"),
                        words.text("zones.add.why"),
                        words.text("zones.sign.button"),
                        new Field(words.text("zones.name.field"), name),
                        model.lack().map(lack -> lack.map(this::sentence).orElse("")));
        FirstFocus.on(name);
    }

    private String sentence(ZonesViewModel.Lack lack) {
        return context.words()
                .text(
                        switch (lack) {
                            case NOTHING_TYPED -> "zones.nothing.lack";
                            case NO_NAME -> "zones.name.lack";
                            case TAKEN -> "zones.taken.lack";
                        });
    }

    private void done(ZoneName zone) {
        context.navigation().done(context.words().text("zones.added.done", zone.display()));
    }
}
