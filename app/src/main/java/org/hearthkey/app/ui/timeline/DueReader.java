package org.hearthkey.app.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.KeyKinds;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.timeline.Due.Urgency;
import org.hearthkey.app.ui.zones.ZonesView;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceQuery.Order;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Lifetimes;
import org.hearthkey.core.revoke.SignedList;

/// Finds what falls due next. Works on the home's thread.
final class DueReader {
    private static final int MOST_DEVICES = 50;
    private static final int MOST = 12;
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Home home;
    private final Words words;
    private final Dates dates;

    DueReader(Home home, Words words, Dates dates) {
        this.home = home;
        this.words = words;
        this.dates = dates;
    }

    private record ZoneDay(String day, ZoneName zone) {}

    /// The earliest first. What is late already comes before what is ahead.
    List<Due> read(Instant now) {
        var due = new ArrayList<Due>();
        due.addAll(lists());
        issuers(due);
        intermediates(due);
        home.keyProfiles().ending().forEach(use -> due.add(keysEnd(use)));
        devices(DeviceState.ENDED, now).forEach(device -> due.add(ends(device, "timeline.ended.due")));
        devices(DeviceState.ENDS_SOON, now).forEach(device -> due.add(ends(device, "timeline.ends.due")));
        due.addAll(renewals(now));
        return due.stream()
                .filter(one -> one.at().isBefore(now.plus(AHEAD)))
                .sorted(Comparator.comparing(Due::at))
                .limit(MOST)
                .toList();
    }

    private List<Device> devices(DeviceState state, Instant now) {
        return home.devices()
                .page(DeviceQuery.all(now).withCertificates().in(state).by(Order.END), 0, MOST_DEVICES);
    }

    /// Lists that are due on the same day are signed together.
    private List<Due> lists() {
        var together = new LinkedHashMap<String, List<SignedList>>();
        for (var list : home.lists().newest()) {
            together.computeIfAbsent(dates.day(list.dueFrom()), _ -> new ArrayList<>())
                    .add(list);
        }
        return together.values().stream().map(this::listsOfOneDay).toList();
    }

    private Due listsOfOneDay(List<SignedList> lists) {
        var first = lists.getFirst();
        return new Due(
                first.dueFrom(),
                lists.size() == 1
                        ? words.text("device.list.name", IssuerNames.of(first.issuer(), words))
                        : words.text("timeline.lists.name", lists.size()),
                lists.size() == 1 ? words.text("timeline.list.due") : words.text("timeline.lists.due"),
                Urgency.CAN_WAIT,
                Destination.to(Place.REVOCATION));
    }

    private void issuers(List<Due> due) {
        for (var zone : home.issuers().zones()) {
            due.add(new Due(
                    Lifetimes.issuerDueFrom(home.issuers().chainEnd(new Role.Zone(zone.name()))),
                    words.text("timeline.issuer.name", zone.name().display()),
                    words.text("timeline.issuer.due"),
                    Urgency.CAN_WAIT,
                    Destination.to(Place.ZONES)));
        }
    }

    private void intermediates(List<Due> due) {
        home.intermediates().all().stream()
                .filter(each -> each.revoked().isEmpty())
                .map(each -> new Due(
                        Lifetimes.issuerDueFrom(each.certificate().notAfter()),
                        words.text("timeline.intermediate.name", each.name().display()),
                        words.text("timeline.issuer.due"),
                        Urgency.CAN_WAIT,
                        Destination.to(Place.ZONES)))
                .forEach(due::add);
    }

    private Due keysEnd(ProfileUse use) {
        return new Due(
                use.profile().notAfter().orElseThrow(),
                words.text("timeline.keys.name", KeyKinds.name(use.profile().kind())),
                words.text("timeline.keys.due", use.devices().size()),
                Urgency.CAN_WAIT,
                ZonesView.KEYS);
    }

    private Due ends(Device device, String key) {
        return new Due(
                device.credential().end().orElseThrow(),
                device.name().text(),
                words.text(key),
                Urgency.TURNED_AWAY,
                Destination.to(Place.DEVICES, device.id().toString()));
    }

    /// Devices of one zone that come into their renewal window on the same day are one line.
    private List<Due> renewals(Instant now) {
        var together = new LinkedHashMap<ZoneDay, List<Device>>();
        for (var state : List.of(DeviceState.TRUSTED, DeviceState.UNSEEN, DeviceState.LAPSED)) {
            for (var device : devices(state, now)) {
                together.computeIfAbsent(
                                new ZoneDay(dates.day(renewFrom(device)), device.zone()), _ -> new ArrayList<>())
                        .add(device);
            }
        }
        return together.values().stream().map(this::renewal).toList();
    }

    private static Instant renewFrom(Device device) {
        return device.certified().orElseThrow().renewFrom();
    }

    private Due renewal(List<Device> devices) {
        var first = devices.getFirst();
        var zone = first.zone().display();
        return new Due(
                renewFrom(first),
                devices.size() == 1 ? first.name().text() : words.text("timeline.several.name", devices.size(), zone),
                words.text("timeline.renewal.due"),
                Urgency.CAN_WAIT,
                devices.size() == 1
                        ? Destination.to(Place.DEVICES, first.id().toString())
                        : Destination.to(Place.DEVICES));
    }
}
