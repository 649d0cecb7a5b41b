package org.hearthkey.core.home;

import java.io.IOException;
import org.hearthkey.core.authority.Keyring;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;

/// A keyring whose root key is tried only as often as [RootTries] allows.
final class CountedKeyring implements Keyring {
    private final Keyring keys;
    private final RootTries tries;

    CountedKeyring(Keyring keys, RootTries tries) {
        this.keys = keys;
        this.tries = tries;
    }

    @Override
    public SoftwareKey open(Role role) {
        return keys.open(role);
    }

    @Override
    public SoftwareKey openManifestSigner() {
        return keys.openManifestSigner();
    }

    @Override
    public SoftwareKey openRoot(LockSecret secret) throws RefusedException, IOException {
        return tries.count(secret, () -> keys.openRoot(secret));
    }

    @Override
    public void keep(Role role, SoftwareKey key) {
        keys.keep(role, key);
    }

    @Override
    public void keepManifestSigner(SoftwareKey key) {
        keys.keepManifestSigner(key);
    }

    @Override
    public SoftwareKey openProber(ZoneName zone) {
        return keys.openProber(zone);
    }

    @Override
    public void keepProber(ZoneName zone, SoftwareKey key) {
        keys.keepProber(zone, key);
    }
}
