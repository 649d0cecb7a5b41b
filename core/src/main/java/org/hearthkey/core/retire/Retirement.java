package org.hearthkey.core.retire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.revoke.SignedList;

/// How far a device has left the home.
///
/// @param steps all of them, in their order
/// @param accounts by which it is, or was, known elsewhere
/// @param list the newest list of its zone, which names it for as long as its certificate would last
/// @param delivery the first bundle that told a hub or drive of it
/// @param confirmed what a hub signed of having taken that bundle or a later one
/// @param refusal whether it was tried that it is turned away
/// @param entry the number of the journal's entry that says it is retired
public record Retirement(
        Device device,
        List<Standing> steps,
        List<Account> accounts,
        Optional<SignedList> list,
        Optional<Delivery> delivery,
        Optional<Confirmed> confirmed,
        HubStates.Refusal refusal,
        Optional<Long> entry) {
    public Retirement {
        steps = List.copyOf(steps);
        accounts = List.copyOf(accounts);
    }

    /// A hub's signed word.
    ///
    /// @param bundle that it runs
    public record Confirmed(HubName hub, long bundle, Instant at) {}

    /// How a step stands.
    public record Standing(Step step, Proof proof) {
        public boolean isDone() {
            return !(proof instanceof Proof.Open);
        }
    }

    /// What says that a step is done.
    public sealed interface Proof {
        /// It is not.
        record Open() implements Proof {}

        /// This home did it itself.
        record Recorded(Instant at) implements Proof {}

        /// There was nothing to do.
        record NotNeeded() implements Proof {}

        /// The owner said so.
        record OwnersWord(Instant at) implements Proof {}
    }

    public boolean isBegun() {
        return device.leaving().isPresent();
    }

    public boolean isRetired() {
        return retired().isPresent();
    }

    /// When all was done.
    public Optional<Instant> retired() {
        return device.leaving().flatMap(leaving -> leaving.retired());
    }

    /// What is left to do.
    public List<Step> open() {
        return steps.stream()
                .filter(standing -> !standing.isDone())
                .map(Standing::step)
                .toList();
    }

    /// How this step stands.
    public Proof proof(Step step) {
        return steps.stream()
                .filter(standing -> standing.step() == step)
                .map(Standing::proof)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A step is missing"));
    }
}
