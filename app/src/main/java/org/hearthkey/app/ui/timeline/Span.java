package org.hearthkey.app.ui.timeline;

import java.time.Duration;

/// How much time the window shows at once.
public enum Span {
    THREE_MONTHS(91),
    ONE_YEAR(365),
    FIVE_YEARS(1_826),
    TWENTY_FIVE_YEARS(9_131);

    private final Duration length;

    Span(int days) {
        length = Duration.ofDays(days);
    }

    public Duration length() {
        return length;
    }
}
