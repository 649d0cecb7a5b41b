package org.hearthkey.app.ui.revocation;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.certificate.Reason;

/// What happens once whoever checks devices has a zone's list: worked out from the home, never guessed.
///
/// @param refused devices that the list names, the last revoked first
/// @param moreRefused how many more there are
/// @param goingOn devices that go on as before
/// @param moreGoingOn how many more there are
/// @param lapses when the list lapses, and every device of the zone is turned away
public record Consequences(
        ListRow row, List<Refused> refused, long moreRefused, List<String> goingOn, long moreGoingOn, Instant lapses) {
    public Consequences {
        refused = List.copyOf(refused);
        goingOn = List.copyOf(goingOn);
    }

    /// A device that is refused.
    public record Refused(String name, Instant since, Reason reason) {}

    long refusedCount() {
        return refused.size() + moreRefused;
    }

    long goingOnCount() {
        return goingOn.size() + moreGoingOn;
    }
}
