package org.hearthkey.core.name;

import java.util.Optional;

/// What the owner calls an access token or a cloud account of a device, for example `Acme account of Ida`. Stays inside the
/// sealed file.
///
/// @param text 1 to 64 visible characters, NFC, no space at either end
public record AccountName(String text) {
    public AccountName {
        if (!SpokenText.isWellFormed(text)) {
            throw new IllegalArgumentException("Not a name for an account");
        }
    }

    /// Reads what somebody typed; space around it is not part of it.
    public static Optional<AccountName> parse(String typed) {
        return Optional.of(SpokenText.tidied(typed))
                .filter(SpokenText::isWellFormed)
                .map(AccountName::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
