package org.hearthkey.core.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What Linux knows beyond OSHI: which mounts show a whole file system, and which disks hang on a cable or lie in a card
/// reader. On other systems the files are not there, and nothing is added.
///
/// @param proc `/proc/self`
/// @param sys `/sys`
record LinuxFacts(Path proc, Path sys) {
    private static final int ROOT_FIELD = 3;
    private static final int MOUNT_FIELD = 4;
    private static final List<String> PLUGS = List.of("/usb", "/mmc_host/", "/firewire", "/thunderbolt");

    static LinuxFacts ofThisComputer() {
        return new LinuxFacts(Path.of("/proc/self"), Path.of("/sys"));
    }

    /// The folders in which only a part of a file system appears, as in a container.
    Set<String> parts() throws IOException {
        var table = proc.resolve("mountinfo");
        if (!Files.isReadable(table)) {
            return Set.of();
        }
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.split(" ", -1))
                    .filter(fields -> fields.length > MOUNT_FIELD && !isWhole(fields[ROOT_FIELD]))
                    .map(fields -> unescaped(fields[MOUNT_FIELD]))
                    .collect(Collectors.toSet());
        }
    }

    /// What Btrfs calls a part is a whole of its own: `/@home`.
    private static boolean isWhole(String root) {
        return root.equals("/") || root.startsWith("/@");
    }

    /// Spaces in names are written as `\040` there.
    private static String unescaped(String text) {
        return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }

    /// Whether the disk behind a device, such as `/dev/sdb1`, can be unplugged. Disks on a cable do not call themselves
    /// removable.
    boolean isPluggedIn(String device) throws IOException {
        var name = device.substring(device.lastIndexOf('/') + 1);
        var link = sys.resolve("class/block").resolve(name);
        if (name.isEmpty() || !Files.exists(link)) {
            return false;
        }
        var place = link.toRealPath();
        var path = "/" + sys.toRealPath().relativize(place);
        return PLUGS.stream().anyMatch(path::contains) || saysRemovable(place) || saysRemovable(place.resolve(".."));
    }

    private static boolean saysRemovable(Path disk) throws IOException {
        var file = disk.resolve("removable");
        return Files.exists(file) && Files.readString(file).strip().equals("1");
    }
}
