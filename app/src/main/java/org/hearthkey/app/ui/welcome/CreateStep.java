package org.hearthkey.app.ui.welcome;

import java.util.Arrays;

/// The steps of the wizard that makes a home, in their order.
public enum CreateStep {
    NAME,
    PASSPHRASES,
    ZONES,
    DONE;

    CreateStep next() {
        return values()[Math.min(Arrays.asList(values()).indexOf(this) + 1, values().length - 1)];
    }

    CreateStep back() {
        return values()[Math.max(Arrays.asList(values()).indexOf(this) - 1, 0)];
    }
}
