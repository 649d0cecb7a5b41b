package org.hearthkey.app.ui.approve;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.hearthkey.core.certificate.OneTimePassword;
import org.jspecify.annotations.Nullable;

/// A one-time password, drawn letter by letter so that no string of it is kept.
final class ShownPassword extends HBox {
    private final OneTimePassword password;

    /// @param name what the screen reader says before it
    ShownPassword(OneTimePassword password, String name) {
        this.password = password;
        getStyleClass().add("hk-password");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription(name);
        password.use(letters -> {
            for (char letter : letters) {
                var drawn = new Text(String.valueOf(letter));
                drawn.getStyleClass().add("text");
                getChildren().add(drawn);
            }
            return letters.length;
        });
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? password.use(String::valueOf)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
