package org.hearthkey.core.drive;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Machine.Carried;
import org.hearthkey.core.drive.Machine.Disk;
import org.hearthkey.core.drive.Machine.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the drives of this computer. Asking takes a moment, and a broken drive may keep the answer waiting: never on the
/// thread of a window.
public final class Drives implements DriveFinder {
    private static final Logger LOG = LoggerFactory.getLogger(Drives.class);
    private static final Set<String> MADE_UP = Set.of("tmpfs", "devtmpfs", "ramfs", "overlay", "squashfs", "iso9660");
    private static final List<String> OF_THE_SYSTEM =
            List.of("/boot", "/efi", "/System", "/private/var/vm", "/recovery");

    private final Machine machine;
    private final LinuxFacts linux;
    private final List<Path> systemFolders;

    /// @param systemFolders those on a disk on which the system lives; they need not exist
    Drives(Machine machine, LinuxFacts linux, List<Path> systemFolders) {
        this.machine = machine;
        this.linux = linux;
        this.systemFolders = List.copyOf(systemFolders);
    }

    /// The drives of this computer.
    public static Drives ofThisComputer() {
        var folders = Stream.of(
                        "/",
                        System.getProperty("user.home", ""),
                        System.getProperty("java.io.tmpdir", ""),
                        System.getProperty("java.home", ""),
                        System.getenv().getOrDefault("SystemRoot", ""))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return new Drives(new OshiMachine(), LinuxFacts.ofThisComputer(), folders);
    }

    /// All drives that are there now, those made to be carried first, then by name. One that fails while it is being
    /// looked at, as when it is pulled out, is left out.
    public List<FoundDrive> find() throws IOException {
        var disks = machine.disks();
        var parts = linux.parts();
        var volumes = machine.volumes().stream()
                .filter(volume -> !MADE_UP.contains(volume.fileSystem()) && !parts.contains(volume.mount()))
                .toList();
        var ofTheSystem =
                volumes.stream().filter(this::holdsTheSystem).map(Volume::mount).toList();
        var systemDisks = disks.stream()
                .filter(disk ->
                        volumes.stream().anyMatch(volume -> ofTheSystem.contains(volume.mount()) && disk.holds(volume)))
                .toList();
        var found = new ArrayList<FoundDrive>();
        for (var volume : volumes) {
            var disk = disks.stream().filter(known -> known.holds(volume)).findFirst();
            boolean isSystem = ofTheSystem.contains(volume.mount())
                    || disk.filter(systemDisks::contains).isPresent();
            look(volume, disk, isSystem).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(FoundDrive::kind)
                .thenComparing(FoundDrive::name)
                .thenComparing(FoundDrive::folder));
        return List.copyOf(found);
    }

    private boolean holdsTheSystem(Volume volume) {
        if (OF_THE_SYSTEM.stream().anyMatch(volume.mount()::startsWith)) {
            return true;
        }
        for (var folder : systemFolders) {
            try {
                if (Files.exists(folder) && Stores.same(folder, Path.of(volume.mount()))) {
                    return true;
                }
            } catch (IOException gone) {
                LOG.debug("{} does not say what it is", volume.mount(), gone);
            }
        }
        return false;
    }

    private Optional<FoundDrive> look(Volume volume, Optional<Disk> disk, boolean isSystem) {
        var folder = Path.of(volume.mount());
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.empty();
            }
            var store = Files.getFileStore(folder);
            if (store.getTotalSpace() == 0) {
                return Optional.empty();
            }
            return Optional.of(new FoundDrive(
                    name(volume, disk, folder),
                    folder,
                    volume.device(),
                    disk.map(Disk::name).orElse(volume.device()),
                    volume.fileSystem(),
                    store.getTotalSpace(),
                    store.getUsableSpace(),
                    isSystem ? Kind.SYSTEM : kind(volume, disk),
                    access(store)));
        } catch (IOException pulledOut) {
            LOG.info("{} is there and cannot be looked at", folder, pulledOut);
            return Optional.empty();
        }
    }

    private Kind kind(Volume volume, Optional<Disk> disk) throws IOException {
        boolean carried = disk.filter(found -> found.carried() == Carried.YES).isPresent();
        return carried || linux.isPluggedIn(volume.device()) ? Kind.REMOVABLE : Kind.FIXED;
    }

    private static Access access(FileStore store) {
        return store.isReadOnly() ? Access.READ_ONLY : Access.WRITABLE;
    }

    private static String name(Volume volume, Optional<Disk> disk, Path folder) {
        var labels = disk.map(Disk::labels).orElseGet(Map::of);
        return Stream.of(
                        volume.label(),
                        labels.getOrDefault(volume.device(), ""),
                        labels.getOrDefault(volume.mount(), ""),
                        Optional.ofNullable(folder.getFileName())
                                .map(Path::toString)
                                .orElse(""),
                        disk.map(Disk::model).orElse(""))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(volume.device());
    }

    @Override
    public List<Offer> offers(Optional<Path> homeFile, long needed) throws IOException {
        var found = find();
        var homesDisks = new HashSet<String>();
        for (var drive : found) {
            if (homeFile.isPresent() && Stores.same(drive.folder(), homeFile.get())) {
                homesDisks.add(drive.disk());
            }
        }
        return found.stream()
                .map(drive -> new Offer(drive, objection(drive, homesDisks, needed)))
                .toList();
    }

    private static Optional<Objection> objection(FoundDrive drive, Set<String> homesDisks, long needed) {
        if (drive.kind() == Kind.SYSTEM) {
            return Optional.of(Objection.SYSTEM);
        }
        if (homesDisks.contains(drive.disk())) {
            return Optional.of(Objection.HOLDS_HOME);
        }
        if (drive.access() == Access.READ_ONLY) {
            return Optional.of(Objection.READ_ONLY);
        }
        return drive.free() < needed ? Optional.of(Objection.NO_ROOM) : Optional.empty();
    }

    /// Whether a folder lies on the drive that holds the home's file, under whatever name, where that is a drive of its own
    /// and not the computer's own disk.
    public boolean isWithHome(Path folder, Path homeFile) throws IOException {
        for (var system : systemFolders) {
            if (Files.exists(system) && Stores.same(system, homeFile)) {
                return false;
            }
        }
        for (var offer : offers(Optional.of(homeFile), 0)) {
            if (offer.objection().filter(Objection.HOLDS_HOME::equals).isPresent()
                    && Stores.same(offer.drive().folder(), folder)) {
                return true;
            }
        }
        return false;
    }
}
