package org.hearthkey.core.probe;

import java.time.Duration;
import java.util.Optional;

/// A session that a listener let in and that stays, to see when it is thrown out.
public interface LiveSession {
    /// Waits for the listener to end the session.
    ///
    /// @return how long that took from now; empty if the session lasts longer than that
    Optional<Duration> endsWithin(Duration most);

    /// Ends it from this side.
    void leave();
}
