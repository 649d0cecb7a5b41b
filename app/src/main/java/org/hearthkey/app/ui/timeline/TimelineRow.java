package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.Ikon;

/// One row: what it tells of, and its bars from the oldest to the newest.
///
/// @param tone of its icon and its callout
/// @param callout words behind the last bar, such as when it was revoked
/// @param state how a device stands; empty for issuers and lists
/// @param opens where Enter leads
public record TimelineRow(
        String name,
        Ikon ikon,
        Tone tone,
        List<Bar> bars,
        Optional<Callout> callout,
        Optional<DeviceState> state,
        Destination opens) {
    public TimelineRow {
        bars = List.copyOf(bars);
    }

    /// Words at an instant.
    public record Callout(Instant at, String words) {}

    /// The bar at that instant, else the newest.
    int barAt(Instant at) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).covers(at)) {
                return i;
            }
        }
        return bars.size() - 1;
    }
}
