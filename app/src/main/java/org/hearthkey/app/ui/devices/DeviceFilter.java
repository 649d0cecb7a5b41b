package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;

/// What the owner wants to see.
///
/// @param text part of what is known of a device
/// @param zone one zone only
public record DeviceFilter(String text, Optional<ZoneName> zone, Standing standing, DeviceQuery.Order order) {
    static final DeviceFilter ALL = new DeviceFilter("", Optional.empty(), Standing.ALL, DeviceQuery.Order.NAME);

    /// Which devices by how they stand.
    public enum Standing {
        ALL,
        /// Not ended yet, and less than 30 days left.
        ENDING,
        /// Approved, and nobody has seen it yet.
        UNSEEN,
        ENDED,
        REVOKED,
        RETIRED
    }

    DeviceFilter text(String wanted) {
        return new DeviceFilter(wanted, zone, standing, order);
    }

    DeviceFilter zone(Optional<ZoneName> wanted) {
        return new DeviceFilter(text, wanted, standing, order);
    }

    DeviceFilter standing(Standing wanted) {
        return new DeviceFilter(text, zone, wanted, order);
    }

    DeviceFilter by(DeviceQuery.Order wanted) {
        return new DeviceFilter(text, zone, standing, wanted);
    }

    DeviceQuery query(Instant now) {
        var named = DeviceQuery.all(now).matching(text).by(order);
        var placed = zone.map(named::inZone).orElse(named);
        return switch (standing) {
            case ALL -> placed;
            case ENDING -> placed.in(DeviceState.ENDS_SOON).endingBefore(now.plus(Lifetimes.SOON));
            case UNSEEN -> placed.notSeen();
            case ENDED -> placed.in(DeviceState.ENDED);
            case REVOKED -> placed.in(DeviceState.REVOKED);
            case RETIRED -> placed.in(DeviceState.RETIRED);
        };
    }
}
