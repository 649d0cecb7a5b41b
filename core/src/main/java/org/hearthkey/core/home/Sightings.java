package org.hearthkey.core.home;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.device.DeviceRecords;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.journal.Commits;
import org.hearthkey.core.journal.Journal;
import org.hearthkey.core.journal.Note;

/// Remembers which devices were seen to use their credential. Until then they are approved and no more.
public final class Sightings {
    /// A line of a log is read no further than this.
    private static final int LONGEST_LINE = 4096;

    /// A certificate's subject as a hub logs it holds the device's own number.
    private static final Pattern NUMBER = Pattern.compile(
            "serialNumber ?= ?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])");

    /// What brokers and RADIUS servers write of a connection that was let in.
    private static final Pattern LET_IN =
            Pattern.compile("New client connected|Access-Accept|Login OK", Pattern.CASE_INSENSITIVE);

    private final DeviceRecords devices;
    private final Journal journal;
    private final Commits commits;
    private final InstantSource clock;

    Sightings(DeviceRecords devices, Journal journal, Commits commits, InstantSource clock) {
        this.devices = devices;
        this.journal = journal;
        this.commits = commits;
        this.clock = clock;
    }

    /// Records that the device was seen now. Only the first time counts.
    ///
    /// @return the device as it is now
    public Device saw(Device device, Sighting.Source source) {
        return commits.commit(() -> {
            record(device, source);
            return devices.find(device.id()).orElseThrow();
        });
    }

    /// Looks through a hub's log for devices of this home that were let in with their certificate: Mosquitto with
    /// `use_subject_as_username`, or whatever else writes the subject in one line with the connection. A log can be forged
    /// by whoever writes it: it shows that a device works, not who it is.
    ///
    /// @return the devices that were seen for the first time
    /// @throws IOException if the log cannot be read
    public List<Device> readLog(BufferedReader log) throws IOException {
        var numbers = new LinkedHashSet<DeviceId>();
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            var read = line.substring(0, Math.min(line.length(), LONGEST_LINE));
            if (LET_IN.matcher(read).find()) {
                NUMBER.matcher(read)
                        .results()
                        .map(found -> new DeviceId(UUID.fromString(found.group(1))))
                        .forEach(numbers::add);
            }
        }
        var seen = new ArrayList<Device>();
        for (var number : numbers) {
            devices.find(number).filter(device -> device.seen().isEmpty()).ifPresent(seen::add);
        }
        if (!seen.isEmpty()) {
            commits.commit(() -> {
                seen.forEach(device -> record(device, Sighting.Source.HUB_LOG));
                return seen;
            });
        }
        return List.copyOf(seen);
    }

    private void record(Device device, Sighting.Source source) {
        if (device.seen().isEmpty()) {
            devices.saw(device.id(), new Sighting(clock.instant().truncatedTo(ChronoUnit.SECONDS), source));
            journal.append(Note.of("device.seen")
                    .fact("device", device.id().toString())
                    .fact("by", source.code())
                    .detail("name", device.name().text()));
        }
    }
}
