package org.hearthkey.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How somebody makes sure that the device that asks is the one in front of them.
enum ConfirmBy {
    /// They have it in hand.
    PRESENCE,
    /// It answers six digits with six others.
    DIGITS;

    static Optional<ConfirmBy> parse(String typed) {
        return Arrays.stream(values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst();
    }
}
