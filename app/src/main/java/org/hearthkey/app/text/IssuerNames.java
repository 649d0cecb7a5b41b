package org.hearthkey.app.text;

import org.hearthkey.core.authority.Role;

/// What people call the issuers of a home.
public final class IssuerNames {
    private IssuerNames() {}

    /// `Root`, `Services`, or the zone's own name.
    public static String of(Role role, Words words) {
        return switch (role) {
            case Role.Root _ -> words.text("issuer.root.name");
            case Role.Services _ -> words.text("issuer.services.name");
            case Role.Zone(var zone) -> zone.display();
        };
    }
}
