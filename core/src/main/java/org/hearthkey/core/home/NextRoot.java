package org.hearthkey.core.home;

import java.util.List;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.token.TokenUri;

/// Where the key of the root that is to come will live.
public sealed interface NextRoot {
    /// Made here and sealed in the home's file.
    ///
    /// @param ways 1 to 8, any of which will open it
    record InFile(KeyProfile profile, List<LockPlan> ways) implements NextRoot {
        public InFile {
            ways = List.copyOf(ways);
        }
    }

    /// On a token, which never lets it out: the file keeps the certificate and where the key is.
    ///
    /// @param key stays the caller's
    /// @param uri names the key on its token
    record OnToken(SigningKey key, TokenUri uri) implements NextRoot {}
}
