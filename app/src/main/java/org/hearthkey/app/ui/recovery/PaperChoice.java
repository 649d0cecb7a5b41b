package org.hearthkey.app.ui.recovery;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Words;

/// A choice of the sizes of paper.
final class PaperChoice {
    private PaperChoice() {}

    static ComboBox<Paper> of(Words words, Paper now) {
        var choice = new ComboBox<Paper>();
        choice.getItems().setAll(Paper.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Paper paper) {
                return switch (paper) {
                    case null -> "";
                    case A4 -> words.text("recovery.paper.a-four");
                    case LETTER -> words.text("recovery.paper.letter");
                };
            }

            @Override
            public Paper fromString(String typed) {
                throw new IllegalStateException("Nobody types here");
            }
        });
        choice.setValue(now);
        choice.setAccessibleText(words.text("recovery.paper.accessible"));
        return choice;
    }
}
