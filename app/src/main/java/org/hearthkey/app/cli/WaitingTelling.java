package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearthkey.app.label.Expected;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.Scan;
import org.jspecify.annotations.Nullable;

/// The devices that came with the house and wait to be set up again.
final class WaitingTelling {
    private final Session session;
    private final Home home;

    WaitingTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    void tell() {
        var waiting = home.waitingDevices().all();
        session.answers()
                .give(() -> waiting.stream().map(WaitingTelling::document).toList(), () -> {
                    var words = session.words();
                    var table = new Table(
                            words.text("device.name"),
                            words.text("device.zone"),
                            words.text("device.type"),
                            words.text("device.location"),
                            words.text("waiting.code"));
                    waiting.forEach(device -> table.add(
                            device.listing().name().text(),
                            device.listing().zone().text(),
                            device.listing().type(),
                            device.listing().location(),
                            device.kind().orElse("")));
                    return waiting.isEmpty() ? Stream.of(words.text("waiting.none")) : table.lines();
                });
    }

    private static Map<String, @Nullable Object> document(WaitingDevice device) {
        var listing = device.listing();
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("name", listing.name().text());
        document.put("zone", listing.zone().text());
        document.put("type", listing.type());
        document.put("location", listing.location());
        document.put("address", listing.address().text());
        document.put("codeKind", device.kind().orElse(null));
        document.put("photo", device.hasPhoto());
        document.put(
                "accounts",
                listing.accounts().stream()
                        .map(account -> Map.of(
                                "sort", account.sort(),
                                "name", account.name().map(Object::toString).orElse("")))
                        .toList());
        return document;
    }

    void dismiss(DeviceName name) throws StoppedException {
        var device = home.waitingDevices()
                .find(name)
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("waiting.unknown", name)));
        home.waitingDevices().dismiss(device);
        session.answers()
                .give(
                        () -> Map.of("dismissed", name.text()),
                        () -> Stream.of(session.words().text("waiting.dismissed", name)));
    }

    /// Fills in what came with the house, where nothing else was given: the code from the box, and what the device is.
    Application complete(Application application) {
        var found = home.waitingDevices().find(application.name());
        if (found.isEmpty() || application.label().isPresent()) {
            return application;
        }
        var device = found.get();
        var told = application.particulars().equals(Particulars.NONE)
                ? application.particulars(device.listing().particulars())
                : application;
        var code = device.kind().flatMap(kind -> read(device, kind));
        code.ifPresent(_ -> session.answers().remark(session.words().text("waiting.used", application.name())));
        return code.map(told::label).orElse(told);
    }

    private Optional<Code> read(WaitingDevice device, String kind) {
        try (var text = home.waitingDevices().openCode(device)) {
            var scan = text.use(
                    bytes -> Expected.parse(kind).orElse(Expected.ANYTHING).read(new String(bytes, UTF_8)));
            return scan instanceof Scan.Read(var code) ? Optional.of(code) : Optional.empty();
        }
    }
}
