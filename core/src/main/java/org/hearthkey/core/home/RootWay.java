package org.hearthkey.core.home;

import java.util.Optional;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Lock;

/// One way to the root key, where it is sealed in the home's file.
///
/// @param cost what one guess at its passphrase costs; nothing if it has none
public record RootWay(Factors factors, Optional<Argon2Cost> cost) {
    static RootWay of(Lock lock) {
        return new RootWay(lock.factors(), lock.cost());
    }
}
