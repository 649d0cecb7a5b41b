package org.hearthkey.app.preference;

/// Whether the window is light or dark.
public enum Appearance {
    /// As the system is set.
    SYSTEM,
    LIGHT,
    DARK
}
