package org.hearthkey.app.ui.shell;

/// Whether the window is light or dark.
public enum Appearance {
    /// As the system is set.
    SYSTEM,
    LIGHT,
    DARK
}
