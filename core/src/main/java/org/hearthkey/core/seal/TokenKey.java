package org.hearthkey.core.seal;

import java.io.IOException;
import org.hearthkey.core.secret.SecretBytes;

/// A key pair on a token that agrees on a secret with another key, and whose private half never leaves the token.
public interface TokenKey {
    TokenPoint point();

    /// The X coordinate of the product of the token's private key and `ephemeral` (SP 800-56A): 32 or 48 bytes. The token
    /// may wait for a touch meanwhile.
    ///
    /// @param ephemeral on the curve of [#point()]
    /// @throws IOException if the token does not answer, such as one that was pulled out
    SecretBytes agree(TokenPoint ephemeral) throws IOException;
}
