package org.hearthkey.core.home;

import java.io.IOException;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.seal.RefusedException;

/// New issuers in the place of those that the root took back: the zone can have devices again. Those of the old issuer stay
/// revoked, and each needs a new identity.
public final class Reissues {
    private final IssuerBook issuers;
    private final IssuerMaker maker;
    private final Lists lists;
    private final Signatory signatory;
    private final Commits commits;

    Reissues(IssuerBook issuers, IssuerMaker maker, Lists lists, Signatory signatory, Commits commits) {
        this.issuers = issuers;
        this.maker = maker;
        this.lists = lists;
        this.signatory = signatory;
        this.commits = commits;
    }

    /// Whether the zone has an issuer that the root took back, and no other yet.
    public boolean isDue(ZoneName zone) {
        return issuers.withdrawn(zone).isPresent();
    }

    /// Makes a new issuer with a new key, the same name and the same constraints, its twin and its first lists, whose numbers
    /// go on from those before. The old issuer stays in the root's list.
    ///
    /// @throws IllegalArgumentException if the zone's issuer is not withdrawn
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public Zone zone(ZoneName name, RootSecret rootSecret) throws RefusedException, IOException {
        var withdrawn = issuers.zone(name)
                .filter(zone -> isDue(zone.name()))
                .orElseThrow(() -> new IllegalArgumentException("No issuer to replace"));
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                var zone = maker.remakeZone(withdrawn, rootKey);
                lists.sign(zone.issuer().role());
                return zone;
            });
        }
    }
}
