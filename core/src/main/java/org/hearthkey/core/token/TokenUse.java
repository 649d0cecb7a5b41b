package org.hearthkey.core.token;

import org.hearthkey.core.key.KeyProfile;

/// What a key on a token is for. One key is for one thing.
public enum TokenUse {
    /// Signs as the root.
    ROOT(KeyProfile.P384, Attribute.SIGN),
    /// Agrees on what unlocks a home, or the root's key in its file.
    UNLOCK(KeyProfile.P256, Attribute.DERIVE);

    private final KeyProfile profile;
    private final Attribute leave;

    TokenUse(KeyProfile profile, Attribute leave) {
        this.profile = profile;
        this.leave = leave;
    }

    /// Of which kind such a key is made.
    public KeyProfile profile() {
        return profile;
    }

    /// Whether a key that is there may be of this kind.
    boolean takes(KeyProfile there) {
        return there == KeyProfile.P384 || (this == UNLOCK && there == KeyProfile.P256);
    }

    /// What a key must be allowed to do.
    Attribute leave() {
        return leave;
    }
}
