package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import org.hearthkey.app.ui.screen.Destination;

/// Something that falls due on a day.
///
/// @param what what is due, such as `Make list 10`
/// @param urgency what happens if nothing is done by then
public record Due(Instant at, String name, String what, Urgency urgency, Destination opens) {
    /// What happens if nothing is done by then.
    public enum Urgency {
        /// It works on, with less time left.
        CAN_WAIT,
        /// From then on something is turned away.
        TURNED_AWAY
    }
}
