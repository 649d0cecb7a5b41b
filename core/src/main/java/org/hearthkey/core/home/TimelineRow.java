package org.hearthkey.core.home;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.ZoneName;

/// One bar of the timeline.
///
/// @param name what the row is called: a device's name, an issuer's role; a list has its issuer's role and its number, a kind of
///     key what `profile list` calls it
/// @param zone the zone it belongs to; none for the root, the services, intermediates and kinds of key
/// @param dueFrom when its renewal window begins; of a kind of key, when the first warning came
/// @param end its own end
/// @param effectiveEnd the earliest end in its chain; before `end` where an issuer ends first
/// @param revoked when it was revoked
public record TimelineRow(
        Subject subject,
        String name,
        Optional<ZoneName> zone,
        Instant from,
        Instant dueFrom,
        Instant end,
        Instant effectiveEnd,
        Optional<Instant> revoked) {

    /// What a row is about, in the order from top to bottom.
    public enum Subject {
        ROOT,
        ISSUER,
        LIST,
        KEYS,
        DEVICE
    }

    /// How it stands at `now`; lists and issuers have a renewal window like devices.
    public DeviceState stateAt(Instant now) {
        if (revoked.isPresent()) {
            return DeviceState.REVOKED;
        }
        if (!now.isBefore(effectiveEnd)) {
            return DeviceState.ENDED;
        }
        return now.isBefore(dueFrom) ? DeviceState.TRUSTED : DeviceState.ENDS_SOON;
    }
}
