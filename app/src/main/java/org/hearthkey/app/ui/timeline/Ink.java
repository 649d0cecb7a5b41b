package org.hearthkey.app.ui.timeline;

import java.util.Locale;

/// The colors that the chart is drawn with. The stylesheet sets each from the theme's tokens.
enum Ink {
    PAPER,
    GRID,
    HEAD,
    HEAD_LINE,
    CHOSEN,
    TEXT,
    MUTED,
    TODAY,
    TODAY_TEXT,
    ROOT_FILL,
    ROOT_LINE,
    ROOT_TEXT,
    ISSUER_FILL,
    ISSUER_LINE,
    ISSUER_TEXT,
    GOOD_FILL,
    GOOD_LINE,
    SOON_FILL,
    SOON_LINE,
    SOON_TEXT,
    PAST_FILL,
    PAST_LINE,
    REVOKED_FILL,
    REVOKED_LINE,
    REVOKED_TEXT;

    /// The name of this color in the stylesheet, such as `-hk-ink-good-fill`.
    String property() {
        return "-hk-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
