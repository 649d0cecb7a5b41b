package org.hearthkey.core.name;

import java.util.Locale;
import java.util.Optional;

/// What a hub is called in its receipts, in folders of the bundle and on the command line, for example `pantry`.
///
/// @param text 1 to 30 lower-case letters, digits and inner hyphens, starting with a letter; nothing that Windows takes for
///     a printer
public record HubName(String text) {
    public HubName {
        if (!FolderLabel.isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for a hub: " + text);
        }
    }

    /// Reads what somebody typed; capitals and space around it do not matter.
    public static Optional<HubName> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(FolderLabel::isWellFormed)
                .map(HubName::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
