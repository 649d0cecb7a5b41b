package org.hearthkey.app.ui.control;

import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A secret, drawn letter by letter so that no string of it is kept. Where it is of words, a line ends between two.
public final class SecretLetters extends FlowPane {
    private static final double ONE_LINE = 10_000;

    private final Supplier<String> whole;

    /// @param letters only read here
    /// @param whole asked by a screen reader
    /// @param name what the screen reader says before it
    public SecretLetters(char[] letters, Supplier<String> whole, String name) {
        this.whole = whole;
        getStyleClass().add("hk-password");
        setPrefWrapLength(ONE_LINE);
        setRowValignment(VPos.CENTER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription(name);
        boolean isOfWords = false;
        for (char letter : letters) {
            isOfWords |= letter == ' ';
        }
        var word = new HBox();
        for (char letter : letters) {
            if (!isOfWords || word.getChildren().isEmpty()) {
                word = new HBox();
                getChildren().add(word);
            }
            word.getChildren().add(drawn(letter));
            if (letter == ' ') {
                word = new HBox();
            }
        }
    }

    private static Text drawn(char letter) {
        var drawn = new Text(String.valueOf(letter));
        drawn.getStyleClass().add("text");
        return drawn;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? whole.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
