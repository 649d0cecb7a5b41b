package org.hearthkey.core.home;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.store.KeptSlots;

/// What may become of a home's slots: never none, never more than the format has, and no two of one name.
final class SlotRules {
    private static final String CLAUSE = "hearth-file, section 2";

    private SlotRules() {}

    static Optional<Finding> refusalToAdd(List<UnlockSlot> slots, NewSlot wanted) {
        return Stream.<Function<List<UnlockSlot>, Optional<Finding>>>of(
                        SlotRules::tooMany,
                        present -> nameTaken(present, wanted.name()),
                        present -> tooCostly(present, wanted.plan()))
                .flatMap(rule -> rule.apply(slots).stream())
                .findFirst();
    }

    /// @param others all slots but the one that changes
    static Optional<Finding> refusalToChange(List<UnlockSlot> others, LockPlan plan) {
        return tooCostly(others, plan);
    }

    /// @param others all slots but the one that gets the name
    static Optional<Finding> refusalToName(List<UnlockSlot> others, SlotName name) {
        return nameTaken(others, name);
    }

    /// @param others all slots but the one that goes
    static Optional<Finding> refusalToRemove(List<UnlockSlot> others) {
        return others.isEmpty() ? refusal("slot.last") : Optional.empty();
    }

    static Finding unknown(long id) {
        return finding("slot.unknown", Long.toString(id));
    }

    private static Optional<Finding> tooMany(List<UnlockSlot> slots) {
        return slots.size() < KeptSlots.MOST
                ? Optional.empty()
                : refusal("slot.too-many", Integer.toString(KeptSlots.MOST));
    }

    private static Optional<Finding> nameTaken(List<UnlockSlot> slots, SlotName name) {
        return slots.stream().anyMatch(slot -> slot.name().equals(Optional.of(name)))
                ? refusal("slot.name-taken", name.text())
                : Optional.empty();
    }

    /// Whoever opens the home with one passphrase tries it on all slots that take one.
    private static Optional<Finding> tooCostly(List<UnlockSlot> slots, LockPlan plan) {
        long work = slots.stream()
                .flatMap(slot -> slot.cost().stream())
                .mapToLong(Argon2Cost::work)
                .sum();
        return work + plan.guessCost().map(Argon2Cost::work).orElse(0L) <= Argon2Cost.MOST_WORK
                ? Optional.empty()
                : refusal("slot.too-costly");
    }

    private static Optional<Finding> refusal(String code, String... facts) {
        return Optional.of(finding(code, facts));
    }

    private static Finding finding(String code, String... facts) {
        return new Finding(code, Weight.REFUSAL, List.of(facts), CLAUSE);
    }
}
