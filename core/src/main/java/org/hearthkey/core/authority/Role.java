package org.hearthkey.core.authority;

import org.hearthkey.core.name.ZoneName;

/// What an issuer of the home signs.
public sealed interface Role {
    /// The issuers below it.
    record Root() implements Role {}

    /// Servers of the home itself and the signer of its bundles.
    record Services() implements Role {}

    /// The devices of one zone.
    record Zone(ZoneName name) implements Role {}

    /// The issuer's name in folders and addresses; no two issuers share one.
    default String code() {
        return switch (this) {
            case Root _ -> "root";
            case Services _ -> "services";
            case Zone(var name) -> name.text();
        };
    }
}
