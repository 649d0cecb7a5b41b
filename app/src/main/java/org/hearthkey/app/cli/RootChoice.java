package org.hearthkey.app.cli;

import java.util.Optional;
import org.hearthkey.core.token.TokenUri;

/// Where the root key of a new home is to live.
sealed interface RootChoice {
    /// Sealed in the home's file.
    record InFile() implements RootChoice {}

    /// On a token: the key that is named, or a new one.
    record OnToken(TokenUri uri) implements RootChoice {}

    /// Reads `software` or a token's URI.
    static Optional<RootChoice> parse(String typed) {
        return typed.equals("software")
                ? Optional.of(new InFile())
                : TokenUri.parse(typed).map(OnToken::new);
    }
}
