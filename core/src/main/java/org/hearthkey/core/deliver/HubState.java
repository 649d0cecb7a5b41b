package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.Outcome;

/// How far the home's newest lists have come at one hub, with the evidence.
///
/// @param since when it came so far; empty where the lists only are signed
/// @param listeners those of the hub that are tried, with what became of it
public record HubState(HubName hub, DeliveryState state, Optional<Instant> since, List<ListenerState> listeners) {
    public HubState {
        listeners = List.copyOf(listeners);
    }

    /// Whether some listener lets in who is revoked: the owner must be told.
    public boolean letsRevokedIn() {
        return saw(Outcome.NOT_ENFORCED);
    }

    /// Whether some listener lets nobody in.
    public boolean locksOut() {
        return saw(Outcome.LOCKED_OUT);
    }

    private boolean saw(Outcome outcome) {
        return listeners.stream().anyMatch(one -> one.outcome().equals(Optional.of(outcome)));
    }

    /// A listener and what became of trying it.
    ///
    /// @param newest empty if it was never tried
    /// @param current whether it was tried since the zone's lists were signed; what went before proves nothing of them
    public record ListenerState(Listener listener, Optional<Trying> newest, boolean current) {
        /// What is proven of the zone's newest lists.
        public Optional<Outcome> outcome() {
            return newest.filter(_ -> current).map(Trying::outcome);
        }
    }
}
