package org.hearthkey.core.revoke;

import java.math.BigInteger;
import java.time.Instant;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.policy.Lifetimes;

/// One issuer's revocation list.
///
/// @param number its CRL number; each is higher than all before
/// @param entries how many certificates it names
/// @param nextUpdate when it lapses: after that every device under this issuer is turned away
public record SignedList(Role issuer, BigInteger number, Instant thisUpdate, Instant nextUpdate, int entries) {
    /// When it is due to be signed anew: after 14 days, or for the root's long list, in the last 30.
    public Instant dueFrom() {
        return issuer instanceof Role.Root ? nextUpdate.minus(Lifetimes.SOON) : thisUpdate.plus(Lifetimes.LIST_DUE);
    }
}
