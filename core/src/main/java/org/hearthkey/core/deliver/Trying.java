package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Verdict;

/// What became of trying a listener, by this home or by a hub that has signed what it saw.
public sealed interface Trying permits ProbeResult, SaidResult {
    Listener listener();

    /// When it was over.
    Instant at();

    /// The number of the list whose canary was shown; what it proves, it proves of this list and not of a later one.
    BigInteger list();

    Verdict canary();

    Verdict control();

    default Outcome outcome() {
        return Outcome.of(canary(), control());
    }
}
