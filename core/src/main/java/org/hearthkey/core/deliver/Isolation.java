package org.hearthkey.core.deliver;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ControlException;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.LiveSession;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HubAddress;

/// Cuts a compromised device off now, in this order: its certificates are revoked and the list is signed; brokers
/// get urgent orders, and hubs the list with the order to cut it off; once it is in force there, brokers that this home
/// administers remove the client, which ends its session; and then the listeners are tried. A client that only is removed
/// could connect again, and one that only is revoked stays connected.
public final class Isolation {
    private final BrokerAdminBook admins;
    private final HubBook hubs;
    private final HubDeliveries deliveries;
    private final Revocations revocations;
    private final Probing probing;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;
    private final BrokerCutOff brokers;

    public Isolation(
            BrokerAdminBook admins,
            HubBook hubs,
            HubDeliveries deliveries,
            DeviceBook devices,
            Revocations revocations,
            Probing probing,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.admins = admins;
        this.hubs = hubs;
        this.deliveries = deliveries;
        this.revocations = revocations;
        this.probing = probing;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
        brokers = new BrokerCutOff(admins, devices, signatory, journal, commits, clock);
    }

    /// How this home comes to a hub's broker as its administrator.
    public Optional<BrokerAdmin> admin(HubName hub) {
        return admins.find(hub);
    }

    /// Comes to a hub's broker like this from now on.
    ///
    /// @param password in UTF-8; stays the caller's
    public BrokerAdmin keepAdmin(HubName hub, ListenerAddress address, String user, SecretBytes password) {
        var admin = new BrokerAdmin(hub, address, user, now());
        return commits.commit(() -> {
            admins.keep(admin, password);
            journal.append(Note.of("broker.admin")
                    .detail("hub", hub.text())
                    .detail("address", address.text())
                    .detail("user", user));
            return admin;
        });
    }

    /// Forgets how to come to a hub's broker.
    public void forgetAdmin(HubName hub) {
        commits.commit(() -> {
            admins.remove(hub);
            journal.append(Note.of("broker.forget").detail("hub", hub.text()));
            return hub;
        });
    }

    /// Cuts a device off. It blocks until all was done and tried, or until `watcher` wants it to stop.
    ///
    /// @param turns while it waits for hubs, others may work on the home
    /// @return what was done, in order; what is missing was not done
    /// @throws IllegalArgumentException if the device holds no certificate
    public List<Step> isolate(Device device, Watcher watcher, Turns turns) {
        if (device.certified().isEmpty()) {
            throw new IllegalArgumentException("It holds no certificate");
        }
        return new Work(device, watcher, turns).steps();
    }

    /// Whether this was seen: at least one listener was tried, none of which lets the device in, and no session is left.
    public static boolean isProven(List<Step> steps) {
        boolean tried = false;
        for (var step : steps) {
            switch (step) {
                case Step.Tried(var result) when result.outcome() == Outcome.ENFORCED -> tried = true;
                case Step.Tried _, Step.StillConnected _, Step.NotCutOff _ -> {
                    return false;
                }
                case Step.Revoked _, Step.Handed _, Step.NotHanded _, Step.CutOff _ -> {}
            }
        }
        return tried;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// One device that is cut off.
    private final class Work {
        private final Device device;
        private final Watcher watcher;
        private final Turns turns;
        private final List<Step> steps = new ArrayList<>();

        Work(Device device, Watcher watcher, Turns turns) {
            this.device = device;
            this.watcher = watcher;
            this.turns = turns;
        }

        List<Step> steps() {
            var watched = watch();
            try {
                if (goesOn()) {
                    turns.take(this::revoke).ifPresent(this::over);
                }
                var all = brokersFirst(turns.take(hubs::hubs));
                for (var hub : all) {
                    if (goesOn()) {
                        over(hand(hub));
                    }
                }
                awaitTaking();
                for (var hub : all) {
                    if (goesOn()) {
                        brokers.cutOff(device, hub.name(), watched, turns).ifPresent(this::over);
                    }
                }
            } finally {
                watched.forEach(one -> one.session().leave());
            }
            for (var listener : turns.take(this::listeners)) {
                if (goesOn()) {
                    turns.take(() -> probing.ready(listener)).ifPresent(this::attempt);
                }
            }
            return List.copyOf(steps);
        }

        /// Whoever listens at a broker hears its orders at once, whatever the bundle's way is.
        private static List<Hub> brokersFirst(List<Hub> hubs) {
            return hubs.stream()
                    .sorted(Comparator.comparingInt(hub -> hub.address() instanceof HubAddress.Mqtts ? 0 : 1))
                    .toList();
        }

        private Step hand(Hub hub) {
            try {
                if (hub.address() instanceof HubAddress.Mqtts) {
                    deliveries.order(hub, turns);
                    return new Step.Handed(now(), hub.name(), DeliveryState.DELIVERED);
                }
                var handed = deliveries.deliver(hub, Confirmed.NOTHING, (_, _) -> watcher.going(), turns);
                return new Step.Handed(now(), hub.name(), handed.state());
            } catch (IOException failed) {
                return new Step.NotHanded(now(), hub.name(), failed);
            }
        }

        private boolean goesOn() {
            return watcher.going() == Going.ON;
        }

        private void over(Step step) {
            steps.add(step);
            watcher.over(step);
        }

        private List<Listener> listeners() {
            return probing.listeners().stream()
                    .filter(listener -> listener.zone().equals(device.zone()))
                    .toList();
        }

        /// Gives hubs a moment to take what they were handed. One that is not reached, or that refuses already, is not
        /// waited for.
        private void awaitTaking() {
            long until = System.nanoTime() + ReadyProbe.TAKING.toNanos();
            for (var listener : turns.take(this::listeners)) {
                if (goesOn()) {
                    turns.take(() -> probing.ready(listener)).ifPresent(ready -> {
                        try (ready) {
                            ready.runUntilTaken(until, this::goesOn);
                        }
                    });
                }
            }
        }

        /// Sessions of our own at the brokers that are to cut the device off, by which we see that they do.
        private List<Watched> watch() {
            var watched = new ArrayList<Watched>();
            for (var listener : turns.take(this::administered)) {
                if (goesOn()) {
                    probing.watch(listener, turns).ifPresent(watched::add);
                }
            }
            return watched;
        }

        private List<Listener> administered() {
            return listeners().stream()
                    .filter(listener -> listener.address().kind() == ListenerAddress.Kind.MQTT)
                    .filter(listener -> admins.find(listener.hub()).isPresent())
                    .toList();
        }

        private Optional<Step> revoke() {
            if (device.stateAt(clock.instant()) == DeviceState.REVOKED) {
                return Optional.empty();
            }
            var review = revocations.review(device, Reason.KEY_COMPROMISE);
            var list = revocations.revoke(new RevocationApproval(review));
            return Optional.of(new Step.Revoked(now(), list.number()));
        }

        private void attempt(ReadyProbe ready) {
            try (ready) {
                var result = ready.run();
                over(new Step.Tried(turns.take(() -> probing.keep(result))));
            }
        }
    }

    /// A session of our own.
    ///
    /// @param identity the certificate by which the broker knows it
    record Watched(Listener listener, Certificate identity, LiveSession session) {}

    /// Is told of each step when it is over, and may stop before the next one.
    @FunctionalInterface
    public interface Watcher {
        void over(Step step);

        default Going going() {
            return Going.ON;
        }
    }

    /// What was done, and when.
    public sealed interface Step {
        Instant at();

        /// The device was revoked and the list with that number signed.
        record Revoked(Instant at, BigInteger list) implements Step {}

        /// The list and the orders lie where the hub takes them.
        record Handed(Instant at, HubName hub, DeliveryState state) implements Step {}

        /// They do not.
        record NotHanded(Instant at, HubName hub, IOException cause) implements Step {}

        /// The broker removed the client.
        ///
        /// @param seen how long, from the order on, a session of our own took to end that was removed with it; empty if
        ///     none of ours was open
        record CutOff(Instant at, HubName hub, Optional<Duration> seen) implements Step {}

        /// The broker said that it removed the client, but a session of our own that was removed with it goes on.
        record StillConnected(Instant at, HubName hub) implements Step {}

        /// The broker did not do it.
        record NotCutOff(Instant at, HubName hub, ControlException.Trouble trouble) implements Step {}

        /// A listener of the device's zone was tried.
        record Tried(ProbeResult result) implements Step {
            @Override
            public Instant at() {
                return result.at();
            }
        }
    }
}
