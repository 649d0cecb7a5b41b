package org.hearthkey.core.revoke;

import org.hearthkey.core.key.PublicKeyInfo;

/// Who tries whether a list is in force, with certificates for its own key.
public sealed interface Prober {
    PublicKeyInfo key();

    /// This home, with a key of its own for each zone.
    record Own(PublicKeyInfo key) implements Prober {}

    /// A hub, with one key for all zones, which it never gives out.
    ///
    /// @param name a DNS label
    record Hub(String name, PublicKeyInfo key) implements Prober {}

    /// The prober's name in tables; no two share one.
    default String code() {
        return switch (this) {
            case Own _ -> OWN;
            case Hub(var name, var _) -> name;
        };
    }

    /// The code of this home. No hub is called so.
    String OWN = "";
}
