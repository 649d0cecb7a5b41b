package org.hearthkey.core.authority;

import java.io.IOException;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// Lends private keys for one act. Whoever opens a key closes it, and it is wiped.
public interface Keyring {
    /// The key of the services or of a zone. The unlocked home is enough.
    ///
    /// @throws IllegalArgumentException for the root, which needs its passphrase
    SoftwareKey open(Role role);

    /// The key that signs bundles.
    SoftwareKey openManifestSigner();

    /// The root's key, where it is sealed in the home's file. See [Signatory#openRoot].
    ///
    /// @throws RefusedException `wrong-secret` if this secret does not open it or it is on a token, `damaged` if it does
    ///     not open although the secret is right
    /// @throws IOException if a token does not answer
    SoftwareKey openRoot(LockSecret secret) throws RefusedException, IOException;

    /// The key with which this home tries the listener of a zone.
    ///
    /// @throws IllegalArgumentException if none was made yet
    SoftwareKey openProber(ZoneName zone);

    /// Keeps the key of the services or of a zone, in place of the one before. Only inside a commit.
    void keep(Role role, SoftwareKey key);

    /// Keeps the key that signs bundles, in place of the one before. Only inside a commit.
    void keepManifestSigner(SoftwareKey key);

    /// Keeps the key with which this home tries the listener of a zone. Only inside a commit.
    void keepProber(ZoneName zone, SoftwareKey key);
}
