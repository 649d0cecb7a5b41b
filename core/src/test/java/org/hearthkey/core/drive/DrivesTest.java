package org.hearthkey.core.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Machine.Carried;
import org.hearthkey.core.drive.Machine.Disk;
import org.hearthkey.core.drive.Machine.Volume;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A computer made of folders: what OSHI and Linux would say of it is given.
class DrivesTest {
    @TempDir
    Path folder;

    private final Set<Volume> volumes = new LinkedHashSet<>();
    private final Set<Disk> disks = new LinkedHashSet<>();

    @BeforeEach
    void mountNothing() throws IOException {
        Files.createDirectories(folder.resolve("sys/class/block"));
        mountInfo();
    }

    @Test
    void thoseMadeToBeCarriedComeFirst() throws IOException {
        plug("archive", "/dev/sdb1", "/dev/sdb", Carried.NO);
        plug("zebra", "/dev/sdc1", "/dev/sdc", Carried.YES);
        plug("apple", "/dev/sdd1", "/dev/sdd", Carried.YES);
        assertEquals(List.of("apple", "zebra", "archive"), names());
        assertEquals(
                List.of(Kind.REMOVABLE, Kind.REMOVABLE, Kind.FIXED),
                drives().find().stream().map(FoundDrive::kind).toList());
    }

    @Test
    void aDiskOnACableCanBeCarriedWhateverItSays() throws IOException {
        block("sdb/sdb1", "devices/pci0000:00/usb2/2-1/host6/block");
        block("mmcblk0/mmcblk0p1", "devices/platform/mmc_host/mmc0/block");
        block("sdd/sdd1", "devices/pci0000:00/ata1/host0/block");
        plug("cable", "/dev/sdb1", "/dev/sdb", Carried.NO);
        plug("card", "/dev/mmcblk0p1", "/dev/mmcblk0", Carried.NO);
        plug("inside", "/dev/sdd1", "/dev/sdd", Carried.NO);
        assertEquals(List.of("cable", "card", "inside"), names());
        assertEquals(
                List.of(Kind.REMOVABLE, Kind.REMOVABLE, Kind.FIXED),
                drives().find().stream().map(FoundDrive::kind).toList());
    }

    @Test
    void aDiskThatCallsItselfRemovableIsBelievedWithoutOshi() throws IOException {
        var partition = block("sde/sde1", "devices/pci0000:00/ata2/host1/block");
        Files.writeString(partition.resolveSibling("removable"), "1\n");
        volumes.add(new Volume(mount("swap-bay").toString(), "/dev/sde1", "", "ext4"));
        assertEquals(Kind.REMOVABLE, drives().find().getFirst().kind());
    }

    @Test
    void itIsCalledByItsLabelElseByItsFolderElseByItsMaker() throws IOException {
        var labelled = mount("b");
        volumes.add(new Volume(labelled.toString(), "/dev/sdb1", "FAMILY", "vfat"));
        var partition = mount("c");
        volumes.add(new Volume(partition.toString(), "/dev/sdc1", "", "vfat"));
        disks.add(new Disk("/dev/sdc", "Maker 3", Carried.YES, Set.of("/dev/sdc1"), Map.of("/dev/sdc1", "GARDEN")));
        volumes.add(new Volume(mount("plain").toString(), "/dev/sdd1", "  ", "vfat"));
        assertEquals(List.of("GARDEN", "FAMILY", "plain"), names());
    }

    @Test
    void whatTheSystemMakesUpAndWhatIsOnlyAPartIsNoDrive() throws IOException {
        volumes.add(new Volume(mount("memory").toString(), "tmpfs", "", "tmpfs"));
        volumes.add(new Volume(folder.resolve("unplugged").toString(), "/dev/sdb1", "", "vfat"));
        var file = Files.writeString(folder.resolve("hosts"), "");
        volumes.add(new Volume(file.toString(), "/dev/sda1", "", "ext4"));
        volumes.add(new Volume(mount("with space").toString(), "/dev/sda1", "", "ext4"));
        volumes.add(new Volume(mount("home").toString(), "/dev/sda2", "", "btrfs"));
        mountInfo(
                "36 25 8:1 /var/lib/data " + folder.toString().replace(" ", "\\040")
                        + "/with\\040space rw - ext4 /dev/sda1 rw",
                "37 25 0:30 /@home " + folder + "/home rw - btrfs /dev/sda2 rw",
                "nonsense");
        assertEquals(List.of("home"), names());
    }

    @Test
    void theDiskOfTheSystemIsKnownWithAllItsPartitions() throws IOException {
        plug("data", "/dev/sda3", "/dev/sda", Carried.NO);
        var drives = new Drives(machine(), linux(), List.of(folder, folder.resolve("missing")));
        assertEquals(Kind.SYSTEM, drives.find().getFirst().kind());
        assertEquals(Optional.of(Objection.SYSTEM), offers(drives, 0).getFirst().objection());
        assertFalse(offers(drives, 0).getFirst().isWelcome());
        // A folder there can be chosen by name all the same.
        assertFalse(drives.isWithHome(folder, homeFile()));
    }

    @Test
    void theDriveOfTheHomesFileIsRefusedUnderEveryName() throws IOException {
        plug("stick", "/dev/sdb1", "/dev/sdb", Carried.YES);
        assertEquals(
                Optional.of(Objection.HOLDS_HOME),
                offers(drives(), 0).getFirst().objection());
        assertTrue(drives().isWithHome(folder, homeFile()));
        var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("stick"));
        assertTrue(drives().isWithHome(link, homeFile()));
    }

    private Drives drives() {
        return new Drives(machine(), linux(), List.of());
    }

    private LinuxFacts linux() {
        return new LinuxFacts(folder, folder.resolve("sys"));
    }

    private Machine machine() {
        return new Machine() {
            @Override
            public Set<Volume> volumes() {
                return volumes;
            }

            @Override
            public Set<Disk> disks() {
                return disks;
            }
        };
    }

    private List<Offer> offers(Drives drives, long needed) throws IOException {
        return drives.offers(Optional.of(homeFile()), needed);
    }

    private Path homeFile() throws IOException {
        var file = folder.resolve("home.hearth");
        return Files.exists(file) ? file : Files.writeString(file, "");
    }

    private List<String> names() throws IOException {
        return drives().find().stream().map(FoundDrive::name).toList();
    }

    private void plug(String name, String device, String disk, Carried carried) throws IOException {
        volumes.add(new Volume(mount(name).toString(), device, name, "vfat"));
        disks.add(new Disk(disk, "Maker", carried, Set.of(device), Map.of()));
    }

    private Path mount(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /// A partition as sysfs shows it, and the link by which it is found.
    private Path block(String partition, String under) throws IOException {
        var place = Files.createDirectories(folder.resolve("sys").resolve(under).resolve(partition));
        Files.createSymbolicLink(folder.resolve("sys/class/block").resolve(place.getFileName()), place);
        return place;
    }

    private void mountInfo(String... lines) throws IOException {
        Files.write(folder.resolve("mountinfo"), List.of(lines));
    }
}
