package org.hearthkey.app.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.witness.Standing;

/// Works out how a home stands. Runs on the home's thread.
final class OverviewReader {
    /// Up to this many devices a zone draws one mark for each.
    static final int MOST_MARKS = 24;

    private static final int MOST_NAMED = 4;

    private final Home home;
    private final Optional<WrongTries> tries;

    /// @param tries what was tried in vain before the home was unlocked
    OverviewReader(Home home, Optional<WrongTries> tries) {
        this.home = home;
        this.tries = tries;
    }

    Overview read(Instant at) {
        var states = states(at, query -> query);
        var lists = home.lists().newest();
        var last = home.lists().lifelines().stream()
                .map(lifeline -> lifeline.lists().getLast())
                .toList();
        var handedOut = handedOut();
        var sheets = home.recoverySheets().issued();
        return new Overview(
                at,
                due(at, states, lists, last, handedOut, sheets),
                states,
                nextToEnd(at),
                last.stream().min(Comparator.comparing(SignedList::nextUpdate)),
                handedOut,
                home.journal().verifyNew(),
                sheets,
                home.watch().standing(),
                home.issuers().zones().stream().map(zone -> zone(zone, at)).toList());
    }

    private List<Due> due(
            Instant at,
            Map<DeviceState, Long> states,
            List<SignedList> lists,
            List<SignedList> last,
            Optional<Overview.HandedOut> handedOut,
            Optional<IssuedSheets> sheets) {
        var due = new ArrayList<Due>();
        tries.map(Due.TriedInVain::new).ifPresent(due::add);
        if (home.watch().standing() instanceof Standing.HandedOver) {
            return due;
        }
        long devices = states.values().stream().mapToLong(Long::longValue).sum();
        home.alarms().unseen().stream()
                .map(alarm -> new Due.Alarmed(
                        alarm, alarm.device().flatMap(id -> home.devices().find(id))))
                .forEach(due::add);
        if (handedOut.isPresent()) {
            those(
                            lists,
                            list -> list.entries() > 0
                                    && list.thisUpdate().isAfter(handedOut.get().at()))
                    .map(Due.ListsKeptBack::new)
                    .ifPresent(due::add);
        } else if (devices > 0) {
            due.add(new Due.NothingHandedOut(devices));
        }
        those(last, list -> !at.isBefore(list.nextUpdate()))
                .map(Due.ListsLapsed::new)
                .ifPresent(due::add);
        those(last, list -> at.isBefore(list.nextUpdate()) && endsWithin(list, at, Lifetimes.LISTS_END_NOW))
                .map(Due.ListsEndNow::new)
                .ifPresent(due::add);
        backup(at, sheets).ifPresent(due::add);
        devices(at, DeviceState.ENDED).map(Due.DeviceEnded::new).forEach(due::add);
        devices(at, DeviceState.LAPSED).map(Due.DeviceUnseen::new).forEach(due::add);
        devices(at, DeviceState.ENDS_SOON).map(Due.DeviceEnds::new).forEach(due::add);
        long unnamed = Stream.of(DeviceState.ENDED, DeviceState.LAPSED, DeviceState.ENDS_SOON)
                .mapToLong(state -> Math.max(0, states.getOrDefault(state, 0L) - MOST_NAMED))
                .sum();
        if (unnamed > 0) {
            due.add(new Due.MoreDevices(unnamed));
        }
        those(
                        last,
                        list -> endsWithin(list, at, Lifetimes.LISTS_END_SOON)
                                && !endsWithin(list, at, Lifetimes.LISTS_END_NOW))
                .map(Due.ListsEndSoon::new)
                .ifPresent(due::add);
        home.keyProfiles().ending().stream().map(Due.KeysEnd::new).forEach(due::add);
        issuersDue(at).forEach(due::add);
        var waiting = home.waitingDevices().all();
        waiting.stream().limit(MOST_NAMED).map(Due.DeviceWaits::new).forEach(due::add);
        if (waiting.size() > MOST_NAMED) {
            due.add(new Due.MoreWait(waiting.size() - (long) MOST_NAMED));
        }
        if (devices == 0 && waiting.isEmpty()) {
            due.add(new Due.FirstDevice());
        }
        return due;
    }

    private static boolean endsWithin(SignedList last, Instant at, Duration time) {
        return !at.plus(time).isBefore(last.nextUpdate());
    }

    private static Optional<Due> backup(Instant at, Optional<IssuedSheets> sheets) {
        if (sheets.isEmpty()) {
            return Optional.of(new Due.NoSheets());
        }
        return sheets.filter(issued -> !at.isBefore(issued.drillDue())).map(Due.DrillDue::new);
    }

    /// The lists that fit, the first to lapse first; nothing if none does.
    private static Optional<List<SignedList>> those(List<SignedList> lists, Predicate<SignedList> fits) {
        var found = lists.stream()
                .filter(fits)
                .sorted(Comparator.comparing(SignedList::nextUpdate))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private Stream<Device> devices(Instant at, DeviceState state) {
        var query = DeviceQuery.all(at).in(state).by(DeviceQuery.Order.END);
        return home.devices().page(query, 0, MOST_NAMED).stream();
    }

    private List<Due> issuersDue(Instant at) {
        var roles = new ArrayList<Role>(List.of(new Role.Services()));
        home.issuers().zones().forEach(zone -> roles.add(new Role.Zone(zone.name())));
        return roles.stream()
                .<Due>map(role -> new Due.IssuerEnds(role, home.issuers().chainEnd(role)))
                .filter(due -> !at.isBefore(Lifetimes.issuerDueFrom(((Due.IssuerEnds) due).end())))
                .toList();
    }

    private Optional<Device> nextToEnd(Instant at) {
        var ending = DeviceQuery.all(at).withCertificates().by(DeviceQuery.Order.END);
        return Stream.of(DeviceState.ENDS_SOON, DeviceState.TRUSTED, DeviceState.UNSEEN, DeviceState.LAPSED)
                .flatMap(state -> home.devices().page(ending.in(state), 0, 1).stream())
                .min(Comparator.comparing(device -> device.credential().end().orElseThrow()));
    }

    private Optional<Overview.HandedOut> handedOut() {
        return home.deliveries().newest(MOST_MARKS).stream()
                .flatMap(delivery -> delivery.delivered().stream()
                        .map(at -> new Overview.HandedOut(delivery.bundleNumber(), at, delivery.place())))
                .findFirst();
    }

    private Overview.ZoneOverview zone(Zone zone, Instant at) {
        var states = states(at, query -> query.inZone(zone.name()));
        long count = states.values().stream().mapToLong(Long::longValue).sum();
        var marks = count > MOST_MARKS
                ? List.<DeviceState>of()
                : home.devices().page(DeviceQuery.all(at).inZone(zone.name()), 0, MOST_MARKS).stream()
                        .map(device -> device.stateAt(at))
                        .toList();
        return new Overview.ZoneOverview(zone.name(), states, marks);
    }

    private Map<DeviceState, Long> states(Instant at, UnaryOperator<DeviceQuery> narrowed) {
        var states = new EnumMap<DeviceState, Long>(DeviceState.class);
        for (var state : DeviceState.values()) {
            states.put(
                    state,
                    home.devices().count(narrowed.apply(DeviceQuery.all(at)).in(state)));
        }
        return states;
    }
}
