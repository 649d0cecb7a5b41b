package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.probe.Verdict;

/// What became of trying a listener here, with the evidence: which certificates were shown, and what it did with each.
///
/// @param at when it was over
/// @param list the number of the list whose canary was shown; what it proves, it proves of this list and not of a later one
public record ProbeResult(
        Listener listener,
        Instant at,
        BigInteger list,
        SerialNumber canarySerial,
        Verdict canary,
        SerialNumber controlSerial,
        Verdict control)
        implements Trying {}
