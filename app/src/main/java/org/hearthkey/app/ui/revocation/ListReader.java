package org.hearthkey.app.ui.revocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearthkey.app.ui.revocation.Consequences.Refused;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.revoke.SignedList;

/// Reads the lists and what each would bring about. Works on the home's thread.
final class ListReader {
    private static final int LATEST_DELIVERIES = 100;
    /// Who is let in, whether or not anybody saw it happen.
    private static final Set<DeviceState> GOING_ON =
            EnumSet.of(DeviceState.TRUSTED, DeviceState.UNSEEN, DeviceState.LAPSED, DeviceState.ENDS_SOON);

    private static final int NAMED_REFUSED = 3;
    private static final int NAMED_GOING_ON = 8;

    private final Home home;

    ListReader(Home home) {
        this.home = home;
    }

    /// The zones' lists first: they name devices. Then those of the services and of the root.
    List<ListRow> rows() {
        var deliveries = home.deliveries().newest(LATEST_DELIVERIES);
        var rows = new ArrayList<>(home.lists().newest().stream()
                .map(list -> row(list, deliveries))
                .toList());
        rows.sort(Comparator.comparingInt(row -> rank(row.issuer())));
        return rows;
    }

    private static int rank(Role issuer) {
        return switch (issuer) {
            case Role.Zone _ -> 0;
            case Role.Services _ -> 1;
            case Role.Root _ -> 2;
        };
    }

    private ListRow row(SignedList list, List<Delivery> deliveries) {
        var carried = deliveries.stream()
                .filter(delivery -> delivery.delivered().isPresent())
                .filter(delivery -> !delivery.begun().isBefore(list.thisUpdate()))
                .findFirst();
        var end = home.lists().lifeline(list.issuer()).orElseThrow().end();
        return new ListRow(list, end, carried, home.hubStates().of(list.issuer()));
    }

    Consequences consequences(ListRow row, Instant now) {
        if (!(row.issuer() instanceof Role.Zone(var zone))) {
            return new Consequences(row, List.of(), 0, List.of(), 0, row.end());
        }
        var refused = refused(zone, now, row.list().entries());
        var goingOn = GOING_ON.stream()
                .flatMap(state -> page(zone, state, now, NAMED_GOING_ON))
                .map(device -> device.name().text())
                .limit(NAMED_GOING_ON)
                .toList();
        return new Consequences(
                row,
                refused,
                Math.max(0, row.list().entries() - refused.size()),
                goingOn,
                GOING_ON.stream().mapToLong(state -> count(zone, state, now)).sum() - goingOn.size(),
                row.end());
    }

    /// A device may have more than one certificate on the list, and devices whose certificates have ended are on it no more.
    private List<Refused> refused(ZoneName zone, Instant now, int entries) {
        return page(zone, DeviceState.REVOKED, now, entries)
                .filter(device -> device.certified()
                        .filter(certified -> now.isBefore(certified.notAfter()))
                        .isPresent())
                .flatMap(device -> device.credential().revoked().stream()
                        .map(revoked -> new Refused(device.name().text(), revoked.at(), revoked.reason())))
                .sorted(Comparator.comparing(Refused::since).reversed())
                .limit(NAMED_REFUSED)
                .toList();
    }

    private Stream<Device> page(ZoneName zone, DeviceState state, Instant now, int limit) {
        return home
                .devices()
                .page(DeviceQuery.all(now).inZone(zone).in(state), 0, Math.clamp(limit, 1, 1_000))
                .stream();
    }

    private long count(ZoneName zone, DeviceState state, Instant now) {
        return home.devices().count(DeviceQuery.all(now).inZone(zone).in(state));
    }
}
