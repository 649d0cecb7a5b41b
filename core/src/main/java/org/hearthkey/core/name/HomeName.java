package org.hearthkey.core.name;

import java.util.Optional;

/// What the family calls its home, for example `Maple Street`. It stays inside: no certificate ever carries it.
///
/// @param text 1 to 64 visible characters, NFC, no space at either end
public record HomeName(String text) {
    public HomeName {
        if (!SpokenText.isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a home");
        }
    }

    /// Reads what somebody typed; space around it is not part of it.
    public static Optional<HomeName> parse(String typed) {
        return Optional.of(SpokenText.tidied(typed))
                .filter(SpokenText::isWellFormed)
                .map(HomeName::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
