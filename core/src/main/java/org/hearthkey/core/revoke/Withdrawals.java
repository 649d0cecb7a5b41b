package org.hearthkey.core.revoke;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hearthkey.core.authority.IssuerRecords;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.authority.Signatory;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.RefusedException;

/// Takes a zone's issuer back, where its key is in other hands. A listener trusts the zone's twin, which no list of the root
/// reaches: so the bundle leaves the twin out and orders hubs to withdraw it, and every device of the zone is revoked too.
public final class Withdrawals {
    private static final int PAGE = 200;

    private final IssuerRecords issuers;
    private final DeviceRecords devices;
    private final Lists lists;
    private final Signatory signatory;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    public Withdrawals(
            IssuerRecords issuers,
            DeviceRecords devices,
            Lists lists,
            Signatory signatory,
            Journal journal,
            Commits commits,
            InstantSource clock) {
        this.issuers = issuers;
        this.devices = devices;
        this.lists = lists;
        this.signatory = signatory;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// How many devices would be revoked.
    public long hits(ZoneName zone) {
        return devices.count(all(zone));
    }

    /// Takes the issuer of a zone back, and revokes every certificate that it gave a device.
    ///
    /// @return the root's list, which names the issuer
    /// @throws IllegalArgumentException if the home has no such zone, or it is withdrawn already
    /// @throws RefusedException if this is not the root's secret
    /// @throws IOException if a token does not answer
    public SignedList withdraw(ZoneName name, Reason reason, RootSecret rootSecret)
            throws RefusedException, IOException {
        var zone = issuers.zone(name)
                .filter(_ -> issuers.withdrawn(name).isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("No zone to withdraw"));
        try (var rootKey = signatory.openRoot(rootSecret)) {
            return commits.commit(() -> {
                withdraw(zone, reason);
                lists.sign(new Role.Zone(name));
                return lists.signRoots(rootKey);
            });
        }
    }

    /// Takes the issuer of every zone back, and revokes all that they gave. Only inside a commit; signs no list.
    public void withdrawAll(Reason reason) {
        issuers.zones().stream()
                .filter(zone -> issuers.withdrawn(zone.name()).isEmpty())
                .forEach(zone -> withdraw(zone, reason));
    }

    private void withdraw(Zone zone, Reason reason) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var issuer = zone.issuer().certificate();
        issuers.withdraw(new Withdrawn(zone.name(), issuer, at, reason));
        issuers.supersedeEarlier(zone.issuer().role().code(), new Credential.Revoked(at, reason));
        journal.append(Note.of("zone.withdraw")
                .fact("serial", issuer.serial().hex())
                .fact("reason", reason.text())
                .detail("zone", zone.name().text()));
        var revoked = new Credential.Revoked(at, reason);
        var all = all(zone.name());
        for (long from = 0; from < devices.count(all); from += PAGE) {
            devices.page(all, from, PAGE).forEach(device -> revoke(device, zone.name(), revoked));
        }
    }

    private void revoke(Device device, ZoneName zone, Credential.Revoked revoked) {
        for (var certified : devices.history(device.id())) {
            if (certified.issuer().equals(zone)
                    && certified.revoked().isEmpty()
                    && revoked.at().isBefore(certified.notAfter())) {
                devices.revoke(certified.serial(), revoked);
                journal.append(Note.of("device.revoke")
                        .fact("device", device.id().toString())
                        .fact("reason", revoked.reason().text())
                        .fact("serial", certified.serial().hex())
                        .detail("name", device.name().text())
                        .detail("zone", zone.text()));
            }
        }
    }

    private DeviceQuery all(ZoneName zone) {
        return DeviceQuery.all(clock.instant()).inZone(zone).withCertificates();
    }
}
