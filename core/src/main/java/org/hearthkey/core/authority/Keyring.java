package org.hearthkey.core.authority;

import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;

/// Lends private keys for one act. Whoever opens a key closes it, and it is wiped.
public interface Keyring {
    /// The key of the services or of a zone. The unlocked home is enough.
    ///
    /// @throws IllegalArgumentException for the root, which needs its passphrase
    SoftwareKey open(Role role);

    /// The key that signs bundles.
    SoftwareKey openManifestSigner();

    /// The root's key.
    ///
    /// @throws RefusedException `wrong-secret` if this is not the root's passphrase, `damaged` if the key does not open
    SoftwareKey openRoot(Passphrase rootPassphrase) throws RefusedException;

    /// Keeps the key of the services or of a zone. Only inside a commit.
    void keep(Role role, SoftwareKey key);

    /// Keeps the key that signs bundles, in place of the one before. Only inside a commit.
    void keepManifestSigner(SoftwareKey key);
}
