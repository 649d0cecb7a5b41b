package org.hearthkey.core.revoke;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.policy.Lifetimes;

/// One issuer's revocation list.
///
/// @param number its CRL number; each is higher than all before
/// @param thisUpdate from when on it is in force; in the future for a list that was signed in advance
/// @param nextUpdate when it lapses: after that every device under this issuer is turned away
/// @param entries how many certificates it names that the home took back
/// @param canaries how many canaries it names beside these
public record SignedList(
        Role issuer, BigInteger number, Instant thisUpdate, Instant nextUpdate, int entries, int canaries) {
    /// When it is due to be signed anew: after 14 days, or for the root's long list, in the last 30.
    public Instant dueFrom() {
        return issuer instanceof Role.Root ? nextUpdate.minus(Lifetimes.SOON) : thisUpdate.plus(Lifetimes.LIST_DUE);
    }
}
