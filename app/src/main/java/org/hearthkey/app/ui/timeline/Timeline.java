package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.name.ZoneName;

/// What the timeline shows of a home at one instant. The rows of zones are read page by page.
///
/// @param home the rows of the home itself: root, issuers, lists
/// @param due what falls due next, the earliest first
record Timeline(Instant now, List<TimelineRow> home, List<Zone> zones, List<Due> due) {
    Timeline {
        home = List.copyOf(home);
        zones = List.copyOf(zones);
        due = List.copyOf(due);
    }

    /// @param issuerEnd when nothing below this zone's issuer works any more
    record Zone(ZoneName name, int devices, Instant issuerEnd) {}
}
