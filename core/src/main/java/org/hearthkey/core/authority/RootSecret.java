package org.hearthkey.core.authority;

import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.secret.Passphrase;

/// What lets one act use the root key. Unlocking the home is never enough. Closing secrets stays with whoever made them.
public sealed interface RootSecret {
    /// The root key is sealed in the home's file, and this opens it there.
    record Opening(LockSecret secret) implements RootSecret {}

    /// The root key was made on a token, which has accepted its PIN.
    record OnToken(SigningKey key) implements RootSecret {}

    static RootSecret of(Passphrase rootPassphrase) {
        return new Opening(new LockSecret.Remembered(rootPassphrase));
    }
}
