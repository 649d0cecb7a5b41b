package org.hearthkey.core.seal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What it takes to open a lock.
public enum Factors {
    PASSPHRASE(1),
    TOKEN(2),
    PASSPHRASE_AND_TOKEN(3),
    RECOVERY_SECRET(4);

    private final int number;

    Factors(int number) {
        this.number = number;
    }

    static Optional<Factors> of(long number) {
        return Stream.of(values()).filter(factors -> factors.number == number).findAny();
    }

    int number() {
        return number;
    }

    /// How the journal and scripts call it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean includePassphrase() {
        return (number & 1) != 0;
    }

    boolean includeToken() {
        return (number & 2) != 0;
    }
}
