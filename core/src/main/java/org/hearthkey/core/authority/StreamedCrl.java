package org.hearthkey.core.authority;

import java.math.BigInteger;
import java.time.Instant;

/// What a revocation list will say that is too long to hold: as [CrlDraft], but its entries are read one by one.
///
/// @param entries asked several times; each time they are the same in the same order, each once
public record StreamedCrl(BigInteger number, Instant thisUpdate, Instant nextUpdate, Iterable<RevokedEntry> entries) {
    public StreamedCrl {
        thisUpdate = Validity.wholeSeconds(thisUpdate);
        nextUpdate = Validity.wholeSeconds(nextUpdate);
    }
}
