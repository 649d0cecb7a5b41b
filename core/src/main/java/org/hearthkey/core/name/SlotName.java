package org.hearthkey.core.name;

import java.util.Optional;

/// What the owner calls one way to unlock the home, for example `Anna's passphrase`. Stays inside the sealed file.
///
/// @param text 1 to 64 visible characters, NFC, no space at either end
public record SlotName(String text) {
    public SlotName {
        if (!SpokenText.isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a slot");
        }
    }

    /// Reads what somebody typed; space around it is not part of it.
    public static Optional<SlotName> parse(String typed) {
        return Optional.of(SpokenText.tidied(typed))
                .filter(SpokenText::isWellFormed)
                .map(SlotName::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
