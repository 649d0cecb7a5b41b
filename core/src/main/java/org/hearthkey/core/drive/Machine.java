package org.hearthkey.core.drive;

import java.util.Map;
import java.util.Set;

/// What a computer says of its volumes and disks, as it says it.
interface Machine {
    /// What is mounted, local and not made up by the system.
    Set<Volume> volumes();

    /// What is plugged in or built in.
    Set<Disk> disks();

    /// Something that files lie on.
    ///
    /// @param mount where it appears
    /// @param device such as `/dev/sdb1`
    /// @param label what its owner called it; may be empty
    record Volume(String mount, String device, String label, String fileSystem) {}

    /// Something that volumes lie on.
    ///
    /// @param name such as `/dev/sdb`
    /// @param parts the names of its partitions, and where they appear
    /// @param labels what its partitions are called, by those names
    record Disk(String name, String model, Carried carried, Set<String> parts, Map<String, String> labels) {
        public Disk {
            parts = Set.copyOf(parts);
            labels = Map.copyOf(labels);
        }

        boolean holds(Volume volume) {
            return name.equals(volume.device()) || parts.contains(volume.device()) || parts.contains(volume.mount());
        }
    }

    /// Whether a disk is made to be carried.
    enum Carried {
        YES,
        NO
    }
}
