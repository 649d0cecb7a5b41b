package org.hearthkey.core.drive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.hardware.HWDiskStore;
import oshi.software.os.OSFileStore;

/// This computer, as OSHI sees it on Linux, macOS and Windows.
final class OshiMachine implements Machine {
    private static final String REMOVABLE = "Removable";

    @Override
    public Set<Volume> volumes() {
        return new SystemInfo()
                .getOperatingSystem().getFileSystem().getFileStores(true).stream()
                        .map(OshiMachine::volume)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Volume volume(OSFileStore store) {
        return new Volume(store.getMount(), store.getVolume(), store.getLabel(), store.getType());
    }

    @Override
    public Set<Disk> disks() {
        return new SystemInfo()
                .getHardware().getDiskStores().stream()
                        .map(OshiMachine::disk)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Disk disk(HWDiskStore store) {
        var parts = new HashSet<String>();
        var labels = new HashMap<String, String>();
        for (var partition : store.getPartitions()) {
            for (var name : Set.of(partition.getIdentification(), partition.getName(), partition.getMountPoint())) {
                parts.add(name);
                labels.put(name, partition.getLabel());
            }
        }
        var carried = REMOVABLE.equalsIgnoreCase(store.getDiskType()) ? Carried.YES : Carried.NO;
        return new Disk(store.getName(), store.getModel(), carried, parts, labels);
    }
}
