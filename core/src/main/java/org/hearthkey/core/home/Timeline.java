package org.hearthkey.core.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.Intermediate;
import org.hearthkey.core.authority.Issuer;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.home.TimelineRow.Subject;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.SignedList;

/// What ends when: the root, the issuers, the lists, the devices, and the kinds of key that become too weak.
public final class Timeline {
    private final DeviceBook devices;
    private final IssuerBook issuers;
    private final Lists lists;
    private final KeyProfiles profiles;

    Timeline(DeviceBook devices, IssuerBook issuers, Lists lists, KeyProfiles profiles) {
        this.devices = devices;
        this.issuers = issuers;
        this.lists = lists;
        this.profiles = profiles;
    }

    /// The root, then the issuers, then the lists of each: from the one in force to the end of the last that is signed; then
    /// the kinds of key of which the owner is warned by now, since devices have such keys.
    public List<TimelineRow> home() {
        var rows = new ArrayList<TimelineRow>();
        rows.add(row(Subject.ROOT, issuers.root()));
        rows.add(row(Subject.ISSUER, issuers.services()));
        issuers.zones().forEach(zone -> rows.add(row(Subject.ISSUER, zone.issuer())));
        issuers.intermediates().forEach(each -> rows.add(row(each)));
        lists.newest()
                .forEach(list -> rows.add(
                        row(list, lists.lifeline(list.issuer()).orElseThrow().end())));
        profiles.ending().forEach(use -> rows.add(row(use.profile())));
        return rows;
    }

    /// One page of a zone's devices with certificates, by name. A pairing key does not end.
    public List<TimelineRow> devices(ZoneName zone, Instant now, long offset, int limit) {
        var certified = DeviceQuery.all(now).inZone(zone).withCertificates();
        return devices.page(certified, offset, limit).stream()
                .map(device -> row(device, device.certified().orElseThrow()))
                .toList();
    }

    private TimelineRow row(Subject subject, Issuer issuer) {
        var certificate = issuer.certificate();
        var effective = issuers.chainEnd(issuer.role());
        return new TimelineRow(
                subject,
                issuer.role().code(),
                zone(issuer.role()),
                certificate.notBefore(),
                Lifetimes.issuerDueFrom(effective),
                certificate.notAfter(),
                effective,
                zone(issuer.role()).flatMap(issuers::withdrawn).map(Withdrawn::at));
    }

    private static TimelineRow row(Intermediate intermediate) {
        var certificate = intermediate.certificate();
        return new TimelineRow(
                Subject.ISSUER,
                intermediate.name().text(),
                Optional.empty(),
                certificate.notBefore(),
                Lifetimes.issuerDueFrom(certificate.notAfter()),
                certificate.notAfter(),
                certificate.notAfter(),
                intermediate.revoked().map(Credential.Revoked::at));
    }

    private static TimelineRow row(SignedList list, Instant end) {
        return new TimelineRow(
                Subject.LIST,
                list.issuer().code() + " " + list.number(),
                zone(list.issuer()),
                list.thisUpdate(),
                end.minus(Lifetimes.LISTS_END_SOON),
                end,
                end,
                Optional.empty());
    }

    private static TimelineRow row(NamedProfile profile) {
        var from = profile.warnFrom().orElseThrow();
        var end = profile.notAfter().orElseThrow();
        return new TimelineRow(Subject.KEYS, profile.name(), Optional.empty(), from, from, end, end, Optional.empty());
    }

    private static TimelineRow row(Device device, Credential.Certified certified) {
        return new TimelineRow(
                Subject.DEVICE,
                device.name().text(),
                Optional.of(device.zone()),
                certified.notBefore(),
                certified.renewFrom(),
                certified.notAfter(),
                certified.effectiveNotAfter(),
                certified.revoked().map(Credential.Revoked::at));
    }

    private static Optional<ZoneName> zone(Role role) {
        return role instanceof Role.Zone(var name) ? Optional.of(name) : Optional.empty();
    }
}
