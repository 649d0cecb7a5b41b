package org.hearthkey.core.revoke;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.policy.Weight;

/// Revokes devices. The revocation and the list that tells of it are one commit.
public final class Revocations {
    private final DeviceRecords devices;
    private final Lists lists;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Revocations(DeviceRecords devices, Lists lists, Journal journal, Commits commits, InstantSource clock) {
        this.devices = devices;
        this.lists = lists;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Says what revoking would do. Changes nothing.
    public RevocationReview review(Device device, Reason reason) {
        return new RevocationReview(device, reason, refusal(device));
    }

    /// Revokes every certificate of the device that has not ended, takes its pairing back, and signs its zone's next list.
    ///
    /// @return the new list
    /// @throws IllegalStateException if the approval was used before, or the device was revoked meanwhile
    public SignedList revoke(RevocationApproval approval) {
        var review = approval.redeem();
        return commits.commit(() -> {
            var device = devices.find(review.device().name())
                    .filter(found -> found.id().equals(review.device().id()))
                    .filter(found -> refusal(found).isEmpty())
                    .orElseThrow(() -> new IllegalStateException("This device was revoked meanwhile"));
            return revoke(device, review.reason());
        });
    }

    /// Revokes a device that leaves for good, what has ended by itself included: nothing of it comes back. Only inside a
    /// commit. What was revoked before stays as it is.
    ///
    /// @return the list that tells of it
    public SignedList revokeForGood(Device device) {
        return revoke(device, Reason.CESSATION_OF_OPERATION, _ -> true);
    }

    private SignedList revoke(Device device, Reason reason) {
        var at = now();
        return revoke(device, reason, certified -> at.isBefore(certified.notAfter()));
    }

    private SignedList revoke(Device device, Reason reason, Predicate<Credential.Certified> wanted) {
        var at = now();
        var revoked = new Credential.Revoked(at, reason);
        var otherZones = new LinkedHashSet<ZoneName>();
        for (var certified : devices.history(device.id())) {
            if (certified.revoked().isEmpty() && wanted.test(certified)) {
                devices.revoke(certified.serial(), revoked);
                otherZones.add(certified.issuer());
                journal.append(note("device.revoke", device, reason)
                        .fact("serial", certified.serial().hex()));
            }
        }
        if (device.credential() instanceof Credential.Paired paired
                && paired.revoked().isEmpty()) {
            devices.unpair(device.id(), revoked);
            journal.append(note("device.unpair", device, reason));
        }
        otherZones.remove(device.zone());
        otherZones.forEach(zone -> lists.sign(new Role.Zone(zone)));
        return lists.sign(new Role.Zone(device.zone()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Note note(String act, Device device, Reason reason) {
        return Note.of(act)
                .fact("device", device.id().toString())
                .fact("reason", reason.text())
                .detail("name", device.name().text())
                .detail("zone", device.zone().text());
    }

    private Optional<Finding> refusal(Device device) {
        return switch (device.stateAt(clock.instant())) {
            case REVOKED, RETIRED -> refused("device.already-revoked", device);
            case ENDED -> refused("device.already-ended", device);
            case TRUSTED, UNSEEN, LAPSED, ENDS_SOON -> Optional.empty();
        };
    }

    private static Optional<Finding> refused(String code, Device device) {
        return Optional.of(
                new Finding(code, Weight.REFUSAL, List.of(device.name().text()), "RFC 5280, section 5"));
    }
}
