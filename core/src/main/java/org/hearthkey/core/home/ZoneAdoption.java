package org.hearthkey.core.home;

import java.io.IOException;
import org.hearthkey.core.adopt.FoundAuthority;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.RefusedException;

/// Makes the issuer of another program the issuer of a new zone: its devices go on, and its lists go on.
public final class ZoneAdoption {
    private final IssuerMaker maker;
    private final Lists lists;
    private final Signatory signatory;
    private final Commits commits;

    ZoneAdoption(IssuerMaker maker, Lists lists, Signatory signatory, Commits commits) {
        this.maker = maker;
        this.lists = lists;
        this.signatory = signatory;
        this.commits = commits;
    }

    /// Adds the zone, keeps the key, and signs its first list here: with what was revoked there, and a higher number. The
    /// root signs the issuer.
    ///
    /// @param key of `found`; stays the caller's
    /// @throws IllegalArgumentException if there is such a zone
    /// @throws RehearsalException if what the zone will issue would not pass below it
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Zone add(ZoneName name, FoundAuthority found, SoftwareKey key, RootSecret rootSecret)
            throws RefusedException, IOException {
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                var zone = maker.adoptZone(name, found, key, rootKey);
                lists.sign(zone.issuer().role());
                return zone;
            });
        }
    }
}
