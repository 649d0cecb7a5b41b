package org.hearthkey.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.home.Home;

/// Records which devices were seen to work, and says so.
final class SeenTelling {
    private final Session session;
    private final Home home;

    SeenTelling(Session session, Home home) {
        this.session = session;
        this.home = home;
    }

    /// The owner saw this device work. Only the first time counts.
    void saw(Device device) {
        var known = device.seen().isPresent();
        var seen = home.sightings().saw(device, Sighting.Source.OWNER);
        var at = session.dates().dayAndTime(seen.seen().orElseThrow().at());
        var sentence = known ? "seen.before" : "seen.now";
        session.answers()
                .give(
                        () -> Map.of("device", Documents.device(seen, session.now())),
                        () -> Stream.of(
                                session.words().text(sentence, seen.name().text(), at)));
    }

    /// Looks for devices in a hub's log.
    void read(Path log) throws StoppedException, IOException {
        try (var lines = LogLines.of(log)) {
            var seen = home.sightings().readLog(lines);
            session.answers()
                    .give(
                            () -> Map.of(
                                    "seen",
                                    seen.stream()
                                            .map(device -> Documents.device(device, session.now()))
                                            .toList()),
                            () -> lines(seen));
        } catch (LogLines.TooLongException tooLong) {
            throw new StoppedException(Exit.FAILED, session.words().text("seen.too-long", log));
        }
    }

    private Stream<String> lines(List<Device> seen) {
        var words = session.words();
        var lines = new ArrayList<String>();
        seen.forEach(device -> lines.add(
                words.text("seen.in-log", device.name().text(), device.zone().display())));
        lines.add(words.text("seen.count", seen.size()));
        return lines.stream();
    }
}
