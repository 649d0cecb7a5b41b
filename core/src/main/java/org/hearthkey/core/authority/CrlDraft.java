package org.hearthkey.core.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/// What a revocation list will say: everything its issuer ever revoked and that has not run out.
///
/// @param number higher than that of any list of this issuer before; at most 20 octets
/// @param thisUpdate not before any entry; two lists of one issuer never share a second, for OpenSSL keeps the old one
///     then
/// @param nextUpdate the last moment at which devices may go by this list
public record CrlDraft(BigInteger number, Instant thisUpdate, Instant nextUpdate, List<RevokedEntry> entries) {
    private static final int MAX_NUMBER_BITS = 159;

    public CrlDraft {
        entries = List.copyOf(entries);
        thisUpdate = Validity.wholeSeconds(thisUpdate);
        nextUpdate = Validity.wholeSeconds(nextUpdate);
        if (number.signum() < 0 || number.bitLength() > MAX_NUMBER_BITS) {
            throw new IllegalArgumentException("Not a number for a list: " + number);
        }
        if (!thisUpdate.isBefore(nextUpdate)) {
            throw new IllegalArgumentException("The next update is not after this one");
        }
        for (var entry : entries) {
            if (entry.at().isAfter(thisUpdate)) {
                throw new IllegalArgumentException(entry.serial() + " is revoked after the list was made");
            }
        }
    }

    /// The same list with other entries.
    CrlDraft with(List<RevokedEntry> others) {
        return new CrlDraft(number, thisUpdate, nextUpdate, others);
    }
}
