package org.hearthkey.app.cli;

import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.authority.Withdrawn;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.home.Home;

/// Tells of zones: their issuers, anchors and devices.
final class ZoneTelling {
    private final Session session;

    ZoneTelling(Session session) {
        this.session = session;
    }

    void tellAll(Home home) {
        var zones = home.issuers().zones();
        session.answers()
                .give(() -> zones.stream().map(zone -> document(home, zone)).toList(), () -> {
                    var words = session.words();
                    var table = new Table(words.text("zone.name"), words.text("zone.devices"), words.text("zone.ends"));
                    for (var zone : zones) {
                        table.add(
                                zone.name().text(),
                                Long.toString(devices(home, zone)),
                                home.reissues().isDue(zone.name()) ? words.text("zone.withdrawn") : ends(zone));
                    }
                    return table.lines();
                });
    }

    void tell(Home home, Zone zone) {
        session.answers()
                .give(
                        () -> {
                            var document = document(home, zone);
                            document.put("policyNumber", zone.policyNumber());
                            document.put("dnsName", zone.name().dnsName().text());
                            zone.issuer()
                                    .twin()
                                    .ifPresent(twin -> document.put(
                                            "anchorFingerprint",
                                            twin.fingerprint().hex()));
                            document.put("devices", devices(home, zone));
                            return document;
                        },
                        () -> Stream.concat(
                                Stream.of(
                                        session.words()
                                                .text(
                                                        "zone.is",
                                                        zone.name().display(),
                                                        devices(home, zone),
                                                        zone.name().dnsName().text()),
                                        session.words().text("zone.issuer", ends(zone), fingerprint(zone))),
                                home.issuers().withdrawn(zone.name()).stream()
                                        .map(taken -> session.words()
                                                .text(
                                                        "zone.withdrawn.is",
                                                        session.dates().day(taken.at())))));
    }

    private static Map<String, Object> document(Home home, Zone zone) {
        var document = Documents.zone(zone);
        home.issuers()
                .withdrawn(zone.name())
                .map(Withdrawn::at)
                .ifPresent(at -> document.put("withdrawn", at.toString()));
        return document;
    }

    private long devices(Home home, Zone zone) {
        return home.devices().count(DeviceQuery.all(session.now()).inZone(zone.name()));
    }

    private String ends(Zone zone) {
        return session.dates().day(zone.issuer().certificate().notAfter());
    }

    private static String fingerprint(Zone zone) {
        return zone.issuer().certificate().fingerprint().hex();
    }
}
