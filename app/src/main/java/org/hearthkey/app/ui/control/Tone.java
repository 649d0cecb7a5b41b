package org.hearthkey.app.ui.control;

import java.util.Locale;

/// How good or bad something is. Always beside a word and a shape, never the only sign.
public enum Tone {
    NEUTRAL,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    /// The style class which the stylesheet knows this tone by.
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
