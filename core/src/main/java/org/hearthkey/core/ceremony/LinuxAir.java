package org.hearthkey.core.ceremony;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.AirFacts.Cover;
import org.hearthkey.core.ceremony.AirFacts.Swap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Linux says of itself.
///
/// @param proc `/proc`
/// @param sys `/sys`
record LinuxAir(Path proc, Path sys) implements Air {
    private static final Logger LOG = LoggerFactory.getLogger(LinuxAir.class);
    private static final String LOOPBACK_TYPE = "772";

    @Override
    public AirFacts look() throws IOException {
        return new AirFacts(links(), swaps(), Optional.of(programs()));
    }

    private List<String> links() throws IOException {
        var up = new ArrayList<String>();
        var links = sys.resolve("class/net");
        if (!Files.isDirectory(links)) {
            return up;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(links)) {
            for (var link : all) {
                if (!line(link.resolve("type")).equals(LOOPBACK_TYPE) && isUp(link)) {
                    up.add(String.valueOf(link.getFileName()));
                }
            }
        }
        Collections.sort(up);
        return up;
    }

    /// Some drivers never say `up`: where a cable or a radio carries something, the link counts as up.
    private static boolean isUp(Path link) {
        var state = line(link.resolve("operstate"));
        return state.equals("up")
                || (state.equals("unknown") && line(link.resolve("carrier")).equals("1"));
    }

    private List<Swap> swaps() throws IOException {
        var swaps = new ArrayList<Swap>();
        for (var line : Files.readAllLines(proc.resolve("swaps"))) {
            var name = line.split("\\s+", 2)[0];
            if (name.startsWith("/") && !name.startsWith("/dev/zram")) {
                swaps.add(new Swap(name, cover(name)));
            }
        }
        return swaps;
    }

    /// The device mapper names what it encrypts; a file says nothing of the disk below it.
    private Cover cover(String name) {
        if (!name.startsWith("/dev/")) {
            return Cover.UNKNOWN;
        }
        var device = name.substring(name.lastIndexOf('/') + 1);
        var uuid = sys.resolve("class/block").resolve(device).resolve("dm/uuid");
        return line(uuid).startsWith("CRYPT-") ? Cover.ENCRYPTED : Cover.OPEN;
    }

    private List<String> programs() throws IOException {
        var names = new LinkedHashSet<String>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var process : all) {
                var name = line(process.resolve("comm"));
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /// The first line of a file that may be gone by now, or that only others may read.
    private static String line(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException | java.io.UncheckedIOException silent) {
            LOG.debug("{} says nothing", file, silent);
            return "";
        }
    }
}
