package org.hearthkey.core.witness;

import java.time.Instant;
import java.util.List;

/// How the home's file stands to its witnesses and to the clock. A home that stands badly opens for reading and signs
/// nothing.
public sealed interface Standing {
    /// It agrees with every witness that could be asked.
    ///
    /// @param witnesses empty if there was none
    record Current(List<Seen> witnesses) implements Standing {
        public Current {
            witnesses = List.copyOf(witnesses);
        }
    }

    /// A witness could not be read; none speaks against the file.
    record Unproven(Witness witness, Comparison.Why why) implements Standing {}

    /// When the home was opened, the clock was more than 400 days past the last entry. It is in the journal.
    record ClockAhead(Instant lastEntry, Instant now) implements Standing {}

    /// Nothing is signed until this is put right.
    sealed interface Blocking extends Standing {}

    /// The file is older than its witness.
    record Older(Witness witness, long size, long ours) implements Blocking {}

    /// The witness saw another history.
    record Forked(Witness witness, long size, long ours) implements Blocking {}

    /// The house was handed over, and this home has ended.
    record HandedOver(Instant at) implements Blocking {}

    /// The clock is more than five minutes behind the last entry.
    record ClockBehind(Instant lastEntry, Instant now) implements Blocking {}
}
