package org.hearthkey.app.ui.recovery;

import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Says where something was saved, or why not.
final class SavedNote extends VBox {
    SavedNote(TranscriptSaving saving, Words words) {
        managedProperty().bind(visibleProperty());
        saving.stateProperty().subscribe(state -> {
            setVisible(!(state instanceof TranscriptSaving.State.Resting));
            switch (state) {
                case TranscriptSaving.State.Resting _ -> getChildren().clear();
                case TranscriptSaving.State.Saved(var folder) ->
                    getChildren()
                            .setAll(new Note(
                                    MaterialDesignC.CHECK_CIRCLE,
                                    words.text("ceremony.save.done", folder.toString()),
                                    Tone.SUCCESS));
                case TranscriptSaving.State.Failed(var cause) ->
                    getChildren().setAll(new TroubleNote(new Troubles(words).of(cause)));
            }
        });
    }
}
