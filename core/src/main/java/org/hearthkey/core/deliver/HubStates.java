package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.HubState.ListenerState;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.revoke.Lifeline;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;

/// How far the newest lists have come, at every hub. Signing a list anew takes back what was proven of those before.
public final class HubStates {
    private final HubBook hubs;
    private final DeliveryBook deliveries;
    private final SeenListeners listeners;
    private final ReceiptBook receipts;
    private final Lists lists;

    public HubStates(HubBook hubs, DeliveryBook deliveries, ListenerBook listeners, ReceiptBook receipts, Lists lists) {
        this.hubs = hubs;
        this.deliveries = deliveries;
        this.listeners = new SeenListeners(listeners, receipts);
        this.receipts = receipts;
        this.lists = lists;
    }

    /// All hubs, by their names.
    public List<HubState> all() {
        return hubs.hubs().stream().map(this::of).toList();
    }

    /// How far the newest lists have come at this hub.
    public HubState of(Hub hub) {
        var tried = states(seen -> seen.listener().hub().equals(hub.name()));
        var unproven = tried.stream()
                .filter(one -> one.outcome()
                        .filter(outcome -> outcome != Outcome.ENFORCED)
                        .isPresent())
                .map(one -> one.newest().orElseThrow().at())
                .max(Comparator.naturalOrder());
        if (unproven.isPresent()) {
            return new HubState(hub.name(), DeliveryState.UNPROVEN, unproven, tried);
        }
        if (!tried.isEmpty() && tried.stream().allMatch(one -> one.outcome().isPresent())) {
            var proven =
                    tried.stream().map(one -> one.newest().orElseThrow().at()).max(Comparator.naturalOrder());
            return new HubState(hub.name(), DeliveryState.ENFORCED, proven, tried);
        }
        var acknowledged = acknowledged(hub.name());
        if (acknowledged.isPresent()) {
            return new HubState(hub.name(), DeliveryState.ACKNOWLEDGED, acknowledged, tried);
        }
        var delivered = delivered(hub);
        return new HubState(
                hub.name(), delivered.isPresent() ? DeliveryState.DELIVERED : DeliveryState.SIGNED, delivered, tried);
    }

    /// How far the newest list of `issuer` has come, at all hubs together.
    public ListState of(Role issuer) {
        var known = hubs.hubs();
        var first = lists.lifeline(issuer).map(HubStates::first);
        var words = known.stream()
                .flatMap(hub -> newestReceipt(hub.name()).stream()
                        .filter(said -> first.filter(list -> runs(said, list)).isPresent())
                        .map(said -> new ListState.Word(hub.name(), said.time())))
                .toList();
        var tried = states(seen -> issuer.equals(new Role.Zone(seen.listener().zone())));
        return new ListState(words, known.size(), tried);
    }

    /// What only hubs know of counts while it is of the newest lists: nobody says that they will try it again.
    private List<ListenerState> states(Predicate<SeenListeners.Seen> which) {
        return listeners.all().stream()
                .filter(which)
                .filter(seen -> seen.own() || state(seen).current())
                .map(this::state)
                .toList();
    }

    private ListenerState state(SeenListeners.Seen seen) {
        var newest = seen.newest();
        var current = newest.isPresent()
                && signedTogether(seen.listener().zone())
                        .filter(first -> newest.get().list().compareTo(first.number()) >= 0)
                        .isPresent();
        return new ListenerState(seen.listener(), newest, current);
    }

    /// The first of the lists that were signed last.
    private Optional<SignedList> signedTogether(ZoneName zone) {
        return lists.lifeline(new Role.Zone(zone)).map(HubStates::first);
    }

    private static SignedList first(Lifeline lifeline) {
        return lifeline.lists().getFirst();
    }

    private Stream<SignedList> newest() {
        return lists.lifelines().stream().map(HubStates::first);
    }

    private Optional<Instant> acknowledged(HubName hub) {
        return newestReceipt(hub)
                .filter(said -> newest().allMatch(list -> runs(said, list)))
                .map(Receipt::time);
    }

    private Optional<Receipt> newestReceipt(HubName hub) {
        return receipts.believed(hub).stream().findFirst().map(ReceiptBook.Kept::receipt);
    }

    /// Whether the hub runs this list or one after it.
    private static boolean runs(Receipt said, SignedList list) {
        return said.lists().stream()
                .anyMatch(run -> run.issuer().equals(list.issuer().code())
                        && run.number().compareTo(list.number()) >= 0);
    }

    /// Goes by time: a bundle holds the newest lists of the moment in which it was begun.
    private Optional<Instant> delivered(Hub hub) {
        return deliveries.newest(Integer.MAX_VALUE).stream()
                .filter(delivery -> delivery.target().equals(hub.target()))
                .filter(delivery -> newest().noneMatch(list -> delivery.begun().isBefore(list.thisUpdate())))
                .flatMap(delivery -> delivery.delivered().stream())
                .findFirst();
    }

    /// Whether a revoked device is turned away, as far as it was tried.
    ///
    /// @throws IllegalArgumentException if the device is not revoked
    public Refusal refusal(Device device) {
        if (!(device.credential() instanceof Credential.Certified certified)
                || certified.revoked().isEmpty()) {
            throw new IllegalArgumentException("It is not revoked");
        }
        var first = firstList(device.zone(), certified.revoked().get().at());
        var seen = listeners.all().stream()
                .filter(one -> one.listener().zone().equals(device.zone()))
                .toList();
        if (first.isEmpty()) {
            return new Refusal.NotProven();
        }
        var letIn = seen.stream()
                .flatMap(one -> one.newest().stream())
                .filter(result -> result.outcome() == Outcome.NOT_ENFORCED)
                .max(Comparator.comparing(Trying::at));
        if (letIn.isPresent()) {
            return new Refusal.StillLetIn(
                    letIn.get().at(), letIn.get().listener().hub());
        }
        var tried = seen.stream()
                .filter(one -> one.own()
                        || one.newest()
                                .filter(result -> isOf(first.get(), result))
                                .isPresent())
                .toList();
        var since = tried.stream().map(one -> refusedSince(one, first.get())).toList();
        return !since.isEmpty() && since.stream().allMatch(Optional::isPresent)
                ? new Refusal.Since(
                        since.stream()
                                .flatMap(Optional::stream)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        tried.stream()
                                .map(one -> one.listener().hub())
                                .distinct()
                                .toList())
                : new Refusal.NotProven();
    }

    /// Whether a result is of this list or a later one.
    private static boolean isOf(BigInteger first, Trying result) {
        return result.list().compareTo(first) >= 0;
    }

    /// The number of the first list that can name what was revoked then.
    private Optional<BigInteger> firstList(ZoneName zone, Instant revoked) {
        return lists.history(new Role.Zone(zone)).stream()
                .filter(list -> !list.thisUpdate().isBefore(revoked))
                .map(SignedList::number)
                .findFirst();
    }

    private static Optional<Instant> refusedSince(SeenListeners.Seen seen, BigInteger first) {
        return seen.results().stream()
                .filter(result -> result.outcome() == Outcome.ENFORCED)
                .filter(result -> isOf(first, result))
                .map(Trying::at)
                .min(Comparator.naturalOrder());
    }

    /// Whether a revoked device is turned away.
    public sealed interface Refusal {
        /// Every listener of its zone that is tried goes by a list that names it.
        ///
        /// @param hubs whose listeners those are
        record Since(Instant at, List<HubName> hubs) implements Refusal {
            public Since {
                hubs = List.copyOf(hubs);
            }
        }

        /// Nobody has tried, or it could not be said.
        record NotProven() implements Refusal {}

        /// A listener was seen to let in who is revoked.
        record StillLetIn(Instant seen, HubName hub) implements Refusal {}
    }
}
