package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.drive.Drives;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.peer.LoopDrive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On real drives, found as the program finds them.
class HomesDriveTest {
    private static final int MEGABYTES = 4;

    @TempDir
    Path folder;

    private final Drives drives = Drives.ofThisComputer();

    @Test
    void itIsRefusedUnderEveryName() throws IOException {
        var link = folder.resolve("link");
        var other = Files.createDirectory(folder.resolve("other"));
        try (var stick = LoopDrive.plugIn(folder, "stick", MEGABYTES)) {
            var home = new HomesDrive(homeOn(stick), drives);
            Files.createSymbolicLink(link, stick.folder());
            stick.showIn(other);
            try {
                for (var name :
                        new Path[] {stick.folder(), link, other, stick.folder().resolve("photos")}) {
                    Files.createDirectories(name);
                    var refused = assertThrows(DeliveryException.class, () -> home.refuse(name), name::toString);
                    assertEquals(Reason.HOLDS_HOME, refused.reason());
                }
            } finally {
                stick.hideFrom(other);
            }
        }
    }

    @Test
    void anotherDriveAndAFolderOfThisComputerAreNot() throws IOException {
        try (var stick = LoopDrive.plugIn(folder, "stick", MEGABYTES);
                var another = LoopDrive.plugIn(folder, "another", MEGABYTES)) {
            new HomesDrive(homeOn(stick), drives).refuse(another.folder());
            new HomesDrive(homeOn(stick), drives).refuse(folder);
            var here = Files.writeString(folder.resolve("home.hearth"), "");
            new HomesDrive(here, drives).refuse(folder);
            new HomesDrive(here, drives).refuse(stick.folder());
            new HomesDrive(here, drives).refuse(folder.resolve("missing"));
        }
    }

    @Test
    void whatIsPluggedInIsFoundWithWhatSpeaksAgainstIt() throws IOException {
        var here = Files.writeString(folder.resolve("home.hearth"), "");
        try (var stick = LoopDrive.plugIn(folder, "stick", MEGABYTES)) {
            var found = find(stick);
            assertEquals("stick", found.name());
            assertEquals("ext4", found.fileSystem());
            assertTrue(found.free() > 0 && found.free() < found.size(), found::toString);
            assertTrue(found.size() <= MEGABYTES << 20, found::toString);
            assertEquals(Access.WRITABLE, found.access());
            assertEquals(Optional.empty(), objection(stick, here, found.free()));
            assertEquals(Optional.of(Objection.NO_ROOM), objection(stick, here, found.free() + 1));
            assertEquals(Optional.of(Objection.HOLDS_HOME), objection(stick, homeOn(stick), 1));
            stick.slideItsLock();
            assertEquals(Access.READ_ONLY, find(stick).access());
            assertEquals(Optional.of(Objection.READ_ONLY), objection(stick, here, 1));
            stick.detach();
            assertTrue(drives.find().stream().noneMatch(drive -> drive.folder().equals(stick.folder())));
        }
    }

    private FoundDrive find(LoopDrive stick) throws IOException {
        return drives.find().stream()
                .filter(drive -> drive.folder().equals(stick.folder()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Objection> objection(LoopDrive stick, Path home, long needed) throws IOException {
        return drives.offers(Optional.of(home), needed).stream()
                .filter(offer -> offer.drive().folder().equals(stick.folder()))
                .findFirst()
                .orElseThrow()
                .objection();
    }

    private static Path homeOn(LoopDrive stick) throws IOException {
        return Files.writeString(stick.folder().resolve("home.hearth"), "");
    }
}
