package org.hearthkey.app.ui.recovery;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.text.CeremonyWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.core.ceremony.Script;
import org.hearthkey.core.ceremony.ScriptException;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Asks the owner for a script of their own.
///
/// @param found told of it
/// @param said told what is wrong with the file
record ScriptChoice(FileChoice files, Words words, Consumer<Script> found, Consumer<Node> said) {
    void ask() {
        files.open(words.text("ceremony.file.chooser"), words.text("ceremony.file.kind"), List.of("*.txt"))
                .ifPresent(file -> {
                    try {
                        found.accept(ShippedScripts.find(file.toString()));
                    } catch (ScriptException refused) {
                        said.accept(warning(CeremonyWords.in(words.locale()).sentence(refused)));
                    } catch (IOException failed) {
                        said.accept(new TroubleNote(new Troubles(words).of(failed)));
                    }
                });
    }

    static Node warning(String sentence) {
        return new Note(MaterialDesignA.ALERT_OUTLINE, sentence, Tone.WARNING);
    }
}
