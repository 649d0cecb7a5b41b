package org.hearthkey.app.ui.welcome;

import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is said above the sheets while a home is brought back.
final class Said {
    private Said() {}

    static Node progress(String sentence) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return new VBox(8, bar, Labels.second(sentence));
    }

    static Node good(String sentence) {
        return new Note(MaterialDesignC.CHECK_CIRCLE, sentence, Tone.SUCCESS);
    }

    static Node warning(String sentence) {
        return new Note(MaterialDesignA.ALERT_OUTLINE, sentence, Tone.WARNING);
    }
}
