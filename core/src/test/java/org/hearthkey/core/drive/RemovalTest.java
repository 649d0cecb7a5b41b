package org.hearthkey.core.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Programs.Ended;
import org.hearthkey.core.drive.Removal.Os;
import org.hearthkey.core.drive.Removal.Outcome;
import org.junit.jupiter.api.Test;

class RemovalTest {
    private final List<List<String>> asked = new ArrayList<>();

    @Test
    void linuxUnmountsAndSwitchesOff() {
        assertEquals(new Outcome.Safe(), remove(Os.LINUX, drive("/media/ann/STICK"), Map.of("udisksctl", Ended.WELL)));
        assertEquals(
                List.of("unmount", "power-off"),
                asked.stream().map(words -> words.get(1)).toList());
        assertTrue(asked.stream().allMatch(words -> words.getLast().equals("/dev/sdb1")));
    }

    @Test
    void withoutADesktopLinuxSimplyUnmounts() {
        assertEquals(new Outcome.Safe(), remove(Os.LINUX, drive("/mnt"), Map.of("umount", Ended.WELL)));
        assertEquals(List.of("umount", "/mnt"), asked.getLast());
    }

    @Test
    void whatIsInUseStays() {
        var busy = Map.of("udisksctl", Ended.BADLY, "umount", Ended.BADLY, "diskutil", Ended.BADLY);
        assertEquals(new Outcome.InUse(), remove(Os.LINUX, drive("/mnt"), busy));
        assertEquals(new Outcome.InUse(), remove(Os.MAC, drive("/Volumes/STICK"), busy));
        assertEquals(List.of("diskutil", "eject", "/Volumes/STICK"), asked.getLast());
    }

    @Test
    void whereNoProgramMayDoItTheOwnerMust() {
        for (var os : Os.values()) {
            assertEquals(new Outcome.ByHand(os), remove(os, drive("/mnt"), Map.of("umount", Ended.BADLY)));
        }
    }

    @Test
    void windowsIsAskedByTheDrivesLetterAlone() {
        assertEquals(new Outcome.Safe(), remove(Os.WINDOWS, drive("E:\\"), Map.of("powershell", Ended.WELL)));
        assertTrue(asked.getFirst().getLast().contains("ParseName('E:')"), asked::toString);
        asked.clear();
        assertEquals(new Outcome.ByHand(Os.WINDOWS), remove(Os.WINDOWS, drive("E:\\'); evil"), Map.of()));
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsBuiltInStaysWhereItIs() {
        var disk = new FoundDrive(
                "Data", Path.of("/data"), "/dev/sda1", "/dev/sda", "ext4", 1, 1, Kind.FIXED, Access.WRITABLE);
        assertEquals(new Outcome.Stays(), remove(Os.LINUX, disk, Map.of()));
        assertEquals(List.of(), asked);
    }

    @Test
    void programsThatAreNotInstalledAreMissed() {
        assertEquals(Ended.ABSENT, Programs.installed().run(List.of("no-such-program-anywhere")));
        assertEquals(Os.WINDOWS, Os.named("Windows 11"));
        assertEquals(Os.MAC, Os.named("Mac OS X"));
        assertFalse(Os.named("Linux") == Os.MAC);
    }

    private Outcome remove(Os os, FoundDrive drive, Map<String, Ended> programs) {
        return new Removal(
                        command -> {
                            asked.add(command);
                            return programs.getOrDefault(command.getFirst(), Ended.ABSENT);
                        },
                        os)
                .remove(drive);
    }

    private static FoundDrive drive(String folder) {
        return new FoundDrive(
                "STICK", Path.of(folder), "/dev/sdb1", "/dev/sdb", "vfat", 1, 1, Kind.REMOVABLE, Access.WRITABLE);
    }
}
