package org.hearthkey.core.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.deliver.Isolation.Watched;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.BrokerControl;
import org.hearthkey.core.probe.ControlException;
import org.hearthkey.core.probe.Trial;

/// Removes a device from the brokers that this home administers, which ends its session.
final class BrokerCutOff {
    /// A session that was removed has ended by then, or was not removed.
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /// A session that was over before shows it within that.
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final BrokerAdminBook admins;
    private final DeviceBook devices;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    BrokerCutOff(
            BrokerAdminBook admins,
            DeviceBook devices,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.admins = admins;
        this.devices = devices;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Removes it at one hub's broker, and notes that.
    ///
    /// @return empty where the hub does it by itself, as it was ordered to
    Optional<Step> cutOff(Device device, HubName hub, List<Watched> watched, Turns turns) {
        return turns.take(() -> admins.find(hub)).map(admin -> {
            var step = cutOff(device, admin, watched, turns);
            return turns.take(() -> noted(step, device, hub));
        });
    }

    private Step noted(Step step, Device device, HubName hub) {
        return commits.commit(() -> {
            journal.append(Note.of("order.send")
                    .fact("device", device.id().toString())
                    .fact("done", Boolean.toString(step instanceof Step.CutOff))
                    .detail("hub", hub.text())
                    .detail("name", device.name().text()));
            return step;
        });
    }

    private Step cutOff(Device device, BrokerAdmin admin, List<Watched> watched, Turns turns) {
        var services = turns.take(() -> signatory.issuers().services().certificate());
        var theirs = turns.take(() -> certificates(device));
        try (var password = turns.take(() -> admins.openPassword(admin.hub()));
                var broker = BrokerControl.open(admin.address(), services, admin.user(), password, Trial.PATIENCE)) {
            for (var certificate : theirs) {
                broker.remove(certificate.subjectAtBroker());
            }
            var ours = watched.stream()
                    .filter(one -> one.listener().hub().equals(admin.hub()))
                    .filter(one -> one.session().endsWithin(A_MOMENT).isEmpty())
                    .findFirst();
            if (ours.isEmpty()) {
                return new Step.CutOff(now(), admin.hub(), Optional.empty());
            }
            long ordered = System.nanoTime();
            broker.remove(ours.get().identity().subjectAtBroker());
            return ours.get()
                    .session()
                    .endsWithin(AT_ONCE)
                    .map(_ -> Duration.ofNanos(System.nanoTime() - ordered))
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
}
