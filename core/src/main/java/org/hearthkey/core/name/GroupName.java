package org.hearthkey.core.name;

import java.util.Optional;

/// Who holds a group of recovery sheets, for example `The family`. It stands on those sheets and in the sealed file.
///
/// @param text 1 to 64 visible characters, NFC, no space at either end
public record GroupName(String text) {
    public GroupName {
        if (!SpokenText.isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a group");
        }
    }

    /// Reads what somebody typed; space around it is not part of it.
    public static Optional<GroupName> parse(String typed) {
        return Optional.of(SpokenText.tidied(typed))
                .filter(SpokenText::isWellFormed)
                .map(GroupName::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
