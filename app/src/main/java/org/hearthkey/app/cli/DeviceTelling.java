package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.home.Home;

/// Says what devices there are, and all about one.
final class DeviceTelling {
    private static final int PAGE = 1_000;

    private final Session session;
    private final Home home;

    DeviceTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    void tell(DeviceQuery query) {
        var devices = wanted(query);
        session.answers()
                .give(
                        () -> devices.stream()
                                .map(device -> Documents.device(device, query.at()))
                                .toList(),
                        () -> Stream.concat(table(devices), waiting()));
    }

    /// A line on the devices that came with the house: they are none of this home's yet.
    private Stream<String> waiting() {
        long count = home.waitingDevices().all().size();
        return count == 0 ? Stream.of() : Stream.of("", session.words().text("device.waiting", count));
    }

    /// Says all about one device and, if asked for, writes its newest certificate again.
    void tell(Device device, Optional<Path> out) throws StoppedException, IOException {
        var files = write(device, out);
        var history = home.devices().history(device.id());
        session.answers()
                .give(
                        () -> {
                            var document = Documents.wholeDevice(device, history, session.now());
                            var note = home.devices().attestation(device.id());
                            document.put(
                                    "grade",
                                    note.map(AttestationNote::grade)
                                            .orElse(Grade.NONE)
                                            .code());
                            document.put(
                                    "gradeReason",
                                    note.map(AttestationNote::reason).orElse("nothing-shown"));
                            document.put(
                                    "files", files.stream().map(Path::toString).toList());
                            return document;
                        },
                        () -> lines(device, history, files));
    }

    /// Who asks for the revoked gets the retired as well, as before there were any.
    private List<Device> wanted(DeviceQuery query) {
        if (query.state().filter(state -> state == DeviceState.REVOKED).isEmpty()) {
            return all(home, query);
        }
        return Stream.concat(all(home, query).stream(), all(home, query.in(DeviceState.RETIRED)).stream())
                .sorted(Comparator.comparing(device -> device.name().text().toLowerCase(Locale.ROOT)))
                .toList();
    }

    static List<Device> all(Home home, DeviceQuery query) {
        var all = new ArrayList<Device>();
        for (var page = home.devices().page(query, 0, PAGE);
                !page.isEmpty();
                page = home.devices().page(query, all.size(), PAGE)) {
            all.addAll(page);
        }
        return all;
    }

    private List<Path> write(Device device, Optional<Path> out) throws IOException {
        try (var handOver = session.handOver(home, device.name(), out, KeySource.DEVICE)) {
            if (device.certified().isEmpty()) {
                return List.of();
            }
            var held = device.certified().get();
            var certificate = home.devices().certificate(held.serial()).orElseThrow();
            var zone = home.issuers().zone(held.issuer()).orElseThrow();
            var files = handOver.write(certificate, zone.issuer().certificate(), Optional.empty());
            session.handed(home, device, handOver);
            return files;
        }
    }

    private Stream<String> table(List<Device> devices) {
        var words = session.words();
        var table = new Table(
                words.text("device.name"),
                words.text("device.zone"),
                words.text("device.state"),
                words.text("device.ends"),
                words.text("device.type"),
                words.text("device.owner"),
                words.text("device.location"));
        for (var device : devices) {
            var told = device.particulars();
            table.add(
                    device.name().text(),
                    device.zone().text(),
                    session.words().text("state." + state(device)),
                    end(device),
                    told.type(),
                    told.owner(),
                    told.location());
        }
        return devices.isEmpty() ? Stream.of(words.text("device.none")) : table.lines();
    }

    private Stream<String> lines(Device device, List<Credential.Certified> history, List<Path> files) {
        var words = session.words();
        var told = device.particulars();
        var lines = new ArrayList<String>();
        lines.add(words.text(
                "device.is",
                device.name().text(),
                device.zone().display(),
                words.text("state." + state(device)),
                end(device)));
        lines.add(words.text("device.address", device.address().text(), device.id()));
        lines.add(words.text("device.told", told.type(), told.owner(), told.location()));
        lines.add("");
        var table = new Table(words.text("certificate.serial"), words.text("device.state"), words.text("device.ends"));
        for (var certified : history) {
            table.add(
                    certified.serial().hex(),
                    words.text("state." + certified.stateAt(session.now()).code()),
                    session.dates().day(certified.notAfter()));
        }
        var written = files.stream().map(file -> words.text("written", file));
        return Stream.of(lines.stream(), table.lines(), written).flatMap(all -> all);
    }

    private String state(Device device) {
        return device.stateAt(session.now()).code();
    }

    private String end(Device device) {
        return device.credential()
                .end()
                .map(session.dates()::day)
                .orElseGet(() -> session.words().text("device.no-end"));
    }
}
