package org.hearthkey.core.deliver;

import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Crl;

/// An issuer with its current revocation list, as a bundle carries them.
public record Published(Issuer issuer, Crl list) {
    public Published {
        if (!list.isSignedBy(issuer.certificate())) {
            throw new IllegalArgumentException(
                    "The list is not of " + issuer.role().code());
        }
    }

    /// The folder of this issuer's files. The root has none: its certificate lies at the top and its list with all
    /// others in one file.
    static String folder(Role role) {
        return switch (role) {
            case Role.Root _ -> "";
            case Role.Services _ -> "services/";
            case Role.Zone(var name) -> "zones/" + name.text() + "/";
        };
    }
}
