package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Rollover;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.revoke.Lists;
import org.hearthkey.core.revoke.ProbeSet;
import org.hearthkey.core.revoke.SignedList;

/// Puts together what a hub needs to know of the home as it stands.
public final class BundleMaker {
    private final HomeId home;
    private final Lists lists;
    private final DeviceBook devices;
    private final IssuerBook issuers;

    public BundleMaker(HomeId home, Lists lists, DeviceBook devices, IssuerBook issuers) {
        this.home = home;
        this.lists = lists;
        this.devices = devices;
        this.issuers = issuers;
    }

    Bundle make(long number, Instant at) {
        var published = lists.newest().stream().map(this::published).toList();
        return Bundle.of(number, home, at, published, orders(at), rollover(at));
    }

    private Optional<Rollover> rollover(Instant at) {
        return issuers.rollover().filter(change -> at.isBefore(change.oldRoot().notAfter()));
    }

    private Published published(SignedList list) {
        var role = list.issuer();
        return new Published(issuers.issuer(role), lists.crl(role).orElseThrow(), lists.toCome(role), probes(role));
    }

    private List<ProbeSet> probes(Role role) {
        return role instanceof Role.Zone(var zone) ? lists.canaries().ofHubs(zone) : List.of();
    }

    private Orders orders(Instant at) {
        return new Orders(issuers.zones().stream()
                .map(Zone::name)
                .<Orders.Order>flatMap(zone -> devices.listed(zone, at).stream()
                        .flatMap(listed -> devices.certificate(listed.serial()).stream())
                        .map(certificate -> Orders.RemoveClient.of(zone, certificate)))
                .toList());
    }
}
