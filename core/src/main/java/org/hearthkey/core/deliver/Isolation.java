package org.hearthkey.core.deliver;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.BrokerControl;
import org.hearthkey.core.probe.ControlException;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.LiveSession;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Trial;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.revoke.Revocations;
import org.hearthkey.core.secret.SecretBytes;

/// Cuts a compromised device off now, in this order: its certificates are revoked and the list is signed; hubs get the list,
/// with the order to cut it off; once it is in force there, brokers that this home administers remove the client, which ends
/// its session; and then the listeners are tried. A client that only is removed could connect again, and one that only is
/// revoked stays connected.
public final class Isolation {
    /// A session that was removed has ended by then, or was not removed.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /// A hub that looks for new bundles once a minute does not make it; one that is told of them does.
    private static final Duration TAKING = Duration.ofSeconds(20);

    private static final TimeUnit PAUSE = TimeUnit.SECONDS;

    private final BrokerAdminBook admins;
    private final HubBook hubs;
    private final DeviceBook devices;
    private final Revocations revocations;
    private final Probing probing;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Isolation(
            BrokerAdminBook admins,
            HubBook hubs,
            DeviceBook devices,
            Revocations revocations,
            Probing probing,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.admins = admins;
        this.hubs = hubs;
        this.devices = devices;
        this.revocations = revocations;
        this.probing = probing;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
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

    /// Cuts a device off. It blocks until all was done and tried; `told` learns of each step when it is over.
    ///
    /// @param handing takes the new list to each hub
    /// @throws IllegalArgumentException if the device holds no certificate
    public List<Step> isolate(Device device, Handing handing, Consumer<Step> told) {
        if (device.certified().isEmpty()) {
            throw new IllegalArgumentException("It holds no certificate");
        }
        var steps = new ArrayList<Step>();
        Consumer<Step> taken = step -> {
            steps.add(step);
            told.accept(step);
        };
        var watched = watch(device);
        try {
            revoke(device).ifPresent(taken);
            for (var hub : hubs.hubs()) {
                taken.accept(handing.hand(hub));
            }
            awaitTaking(device);
            for (var hub : hubs.hubs()) {
                cutOff(device, hub.name(), watched).ifPresent(taken);
            }
        } finally {
            watched.forEach(one -> one.session().leave());
        }
        for (var listener : listeners(device)) {
            probing.ready(listener).ifPresent(ready -> {
                try (ready) {
                    taken.accept(new Step.Tried(probing.keep(ready.run())));
                }
            });
        }
        return steps;
    }

    private List<Listener> listeners(Device device) {
        return probing.listeners().stream()
                .filter(listener -> listener.zone().equals(device.zone()))
                .toList();
    }

    /// Gives hubs a moment to take what they were handed. One that is not reached, or that refuses already, is not waited for.
    private void awaitTaking(Device device) {
        long until = System.nanoTime() + TAKING.toNanos();
        for (var listener : listeners(device)) {
            probing.ready(listener).ifPresent(ready -> {
                try (ready) {
                    while (ready.run().outcome() == Outcome.NOT_ENFORCED && System.nanoTime() < until) {
                        PAUSE.sleep(1);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    /// Sessions of our own at the brokers that are to cut the device off, by which we see that they do.
    private List<Watched> watch(Device device) {
        var watched = new ArrayList<Watched>();
        for (var listener : listeners(device)) {
            if (listener.address().kind() == ListenerAddress.Kind.MQTT
                    && admins.find(listener.hub()).isPresent()) {
                probing.watch(listener).ifPresent(watched::add);
            }
        }
        return watched;
    }

    private Optional<Step> revoke(Device device) {
        if (device.stateAt(clock.instant()) == DeviceState.REVOKED) {
            return Optional.empty();
        }
        var review = revocations.review(device, Reason.KEY_COMPROMISE);
        var list = revocations.revoke(new RevocationApproval(review));
        return Optional.of(new Step.Revoked(now(), list.number()));
    }

    /// @return empty where the hub does it by itself, as it was ordered to
    private Optional<Step> cutOff(Device device, HubName hub, List<Watched> watched) {
        return admins.find(hub).map(admin -> {
            var step = cutOff(device, admin, watched);
            commits.commit(() -> {
                journal.append(Note.of("order.send")
                        .fact("device", device.id().toString())
                        .fact("done", Boolean.toString(step instanceof Step.CutOff))
                        .detail("hub", hub.text())
                        .detail("name", device.name().text()));
                return step;
            });
            return step;
        });
    }

    private Step cutOff(Device device, BrokerAdmin admin, List<Watched> watched) {
        var services = signatory.issuers().services().certificate();
        try (var password = admins.openPassword(admin.hub());
                var broker = BrokerControl.open(admin.address(), services, admin.user(), password, Trial.PATIENCE)) {
            for (var certificate : certificates(device)) {
                broker.remove(certificate.subjectAtBroker());
            }
            var ours = watched.stream()
                    .filter(one -> one.listener().hub().equals(admin.hub()))
                    .findFirst();
            if (ours.isEmpty()) {
                return new Step.CutOff(now(), admin.hub(), Optional.empty());
            }
            broker.remove(ours.get().identity().subjectAtBroker());
            return ours.get()
                    .session()
                    .endsWithin(AT_ONCE)
                    .<Step>map(took -> new Step.CutOff(now(), admin.hub(), Optional.of(took)))
                    .orElseGet(() -> new Step.StillConnected(now(), admin.hub()));
        } catch (ControlException failed) {
            return new Step.NotCutOff(now(), admin.hub(), failed.trouble());
        }
    }

    /// Those that may still be in use: a renewed device can be connected with the one before.
    private List<Certificate> certificates(Device device) {
        var at = clock.instant();
        return devices.history(device.id()).stream()
                .filter(certified -> at.isBefore(certified.notAfter()))
                .map(Credential.Certified::serial)
                .flatMap(serial -> devices.certificate(serial).stream())
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// A session of our own.
    ///
    /// @param identity the certificate by which the broker knows it
    record Watched(Listener listener, Certificate identity, LiveSession session) {}

    /// Takes the newest list and the orders to a hub.
    @FunctionalInterface
    public interface Handing {
        Step hand(Hub hub);
    }

    /// What was done, and when.
    public sealed interface Step {
        Instant at();

        /// The device was revoked and the list with that number signed.
        record Revoked(Instant at, BigInteger list) implements Step {}

        /// The list and the orders lie where the hub takes them.
        record Handed(Instant at, HubName hub, DeliveryState state) implements Step {}

        /// They do not.
        record NotHanded(Instant at, HubName hub, String why) implements Step {}

        /// The broker removed the client.
        ///
        /// @param seen how long a session of our own took to end that was removed with it; empty if we had none
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
