package org.hearthkey.core.revoke;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.policy.Lifetimes;

/// From when to when one list of a lifeline is to be used.
record ListTimes(Instant thisUpdate, Instant nextUpdate) {
    /// With less than this left to its issuer, a list is of no use any more.
    private static final Duration LAST = Duration.ofDays(1);

    /// The lists that cover the time from `first` to `until` without a gap, at least two: what begins before the issuer
    /// ends, and the first in any case.
    static List<ListTimes> covering(Role issuer, Instant first, Instant until, Instant issuerEnd) {
        var life = issuer instanceof Role.Root ? Lifetimes.ROOT_LIST : Lifetimes.LIST;
        var apart = issuer instanceof Role.Root ? Lifetimes.ROOT_LIST_APART : Lifetimes.LIST_APART;
        var times = new ArrayList<>(List.of(new ListTimes(first, first.plus(life))));
        for (var next = first.plus(apart);
                next.isBefore(issuerEnd.minus(LAST))
                        && (times.size() == 1 || times.getLast().nextUpdate().isBefore(until));
                next = next.plus(apart)) {
            times.add(new ListTimes(next, next.plus(life)));
        }
        return times;
    }
}
