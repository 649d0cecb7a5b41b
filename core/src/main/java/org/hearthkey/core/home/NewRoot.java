package org.hearthkey.core.home;

import java.util.List;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.key.SigningKey;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.token.TokenUri;

/// Where the root key of a new home will live.
public sealed interface NewRoot {
    /// Made here and sealed in the home's file, under secrets of its own.
    ///
    /// @param ways 1 to 8, any of which will open it
    record InFile(List<LockPlan> ways) implements NewRoot {
        public InFile {
            ways = List.copyOf(ways);
        }
    }

    /// On a token, which never lets it out: the file keeps the certificate and where the key is.
    ///
    /// @param uri names the key on its token
    record OnToken(SigningKey key, TokenUri uri) implements NewRoot {}

    /// Made by another program, and sealed in the home's file.
    ///
    /// @param key of `found`
    /// @param ways 1 to 8, any of which will open it
    record Adopted(FoundAuthority found, SoftwareKey key, List<LockPlan> ways) implements NewRoot {
        public Adopted {
            ways = List.copyOf(ways);
        }
    }
}
