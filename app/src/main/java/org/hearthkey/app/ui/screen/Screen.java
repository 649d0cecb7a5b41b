package org.hearthkey.app.ui.screen;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/// One screen of an open home. Made when first shown, kept until the home is locked.
public interface Screen {
    /// What is laid out beside the sidebar.
    Parent view();

    /// Called each time the screen comes to the front, and when the home has changed while it is there.
    ///
    /// @param destination where the owner wanted to go; its subject may name what to show
    void arrived(Destination destination);

    /// Puts the focus into the screen's search, if it has one (Ctrl+F).
    default void find() {}

    /// A key that no part of the window itself knows, wherever the focus is, as after a click into the sidebar.
    ///
    /// @return whether it meant something here
    default boolean pressed(KeyEvent key) {
        return false;
    }

    /// Called once, when the home is locked: ends subscriptions and wipes what was typed.
    default void left() {}
}
