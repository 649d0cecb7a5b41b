package org.hearthkey.core.revoke;

import java.time.Instant;
import java.util.List;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.policy.Lifetimes;

/// The lists of one issuer that were signed together: one for now, and one after the other for the time to come. Each takes
/// the place of the one before at its own moment, so that nobody is locked out while the issuer's key sleeps.
///
/// @param lists at least one; each begins after the one before, and before that one lapses
public record Lifeline(List<SignedList> lists) {
    public Lifeline {
        lists = List.copyOf(lists);
        if (lists.isEmpty()) {
            throw new IllegalArgumentException("A lifeline has at least one list");
        }
    }

    public Role issuer() {
        return lists.getFirst().issuer();
    }

    /// The list in force: the last one that has begun. The first has begun whatever the clock says, or a clock set back
    /// would bring back the list before, and let in whom the first turns away.
    public SignedList inForce(Instant at) {
        return lists.stream()
                .filter(list -> !list.thisUpdate().isAfter(at))
                .reduce(lists.getFirst(), (_, later) -> later);
    }

    /// The lists that are yet to begin, the next one first.
    public List<SignedList> toCome(Instant at) {
        return lists.subList(lists.indexOf(inForce(at)) + 1, lists.size());
    }

    /// When the last of them lapses: from then on everything under this issuer is turned away.
    public Instant end() {
        return lists.getLast().nextUpdate();
    }

    /// When they are due to be signed anew: after 14 days, or for the root's, in the last 30.
    public Instant dueFrom() {
        return issuer() instanceof Role.Root
                ? end().minus(Lifetimes.SOON)
                : lists.getFirst().thisUpdate().plus(Lifetimes.LIST_DUE);
    }
}
