package org.hearthkey.core.probe;

import java.time.Duration;
import java.util.Optional;

/// Comes to a listener as a device would, and completes a whole exchange. It blocks for as long as the listener takes, at
/// most for the time that it was given.
public interface Trial {
    /// Longer than a healthy listener takes, shorter than people wait.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// Tries to come in.
    Verdict attempt(ProbeIdentity identity);

    /// Comes in and stays, to see when it is thrown out.
    ///
    /// @return what became of the attempt, and the session if it was let in
    default Stay stay(ProbeIdentity identity) {
        return new Stay(attempt(identity), Optional.empty());
    }

    /// What became of coming in to stay.
    ///
    /// @param session empty where we were not let in, or nobody stays at a listener of that kind
    record Stay(Verdict verdict, Optional<LiveSession> session) {}
}
