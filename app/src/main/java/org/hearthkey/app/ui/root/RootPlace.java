package org.hearthkey.app.ui.root;

import org.hearthkey.core.token.TokenUri;

/// A place where the root's key can be woken.
public sealed interface RootPlace {
    /// Sealed in the home's file, under the root's passphrase.
    record InFile() implements RootPlace {}

    /// On a token, behind its PIN.
    record OnToken(TokenUri uri) implements RootPlace {
        /// What the token is called.
        public String label() {
            return uri.token().or(uri::serial).orElseGet(uri::text);
        }
    }
}
