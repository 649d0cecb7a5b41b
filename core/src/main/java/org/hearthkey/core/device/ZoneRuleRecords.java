package org.hearthkey.core.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.ZoneName;

/// What the zones ask for, and when the home is open for pairing. Changes only inside a commit.
public interface ZoneRuleRecords {
    /// What the zone asks for.
    ZoneRules rules(ZoneName zone);

    void keep(ZoneName zone, ZoneRules rules);

    /// The home's word on every kind of key, in a steady order.
    List<NamedProfile> profiles();

    void keep(NamedProfile profile);

    /// When the pairing window that was opened last closes, or has closed.
    Optional<Instant> windowCloses();

    void openWindow(Instant closes);
}
