package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hearthkey.core.drive.FoundDrive;
import org.hearthkey.core.drive.FoundDrive.Access;
import org.hearthkey.core.drive.FoundDrive.Kind;
import org.hearthkey.core.drive.Objection;
import org.hearthkey.core.drive.Offer;
import org.hearthkey.core.drive.Removal.Os;
import org.hearthkey.core.drive.Removal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drives that are plugged in, one of them a folder.
class DriveCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() throws IOException {
        shell = Shell.withHome(folder);
        Files.createDirectory(shell.path("STICK"));
    }

    @Test
    void listsWhatIsThereAndWhatSpeaksAgainstIt() {
        shell.drives(offer("STICK", Kind.REMOVABLE), removable("FULL", Objection.NO_ROOM), system("root"));
        var listed = shell.bare("drive", "list", "--json").exits(0).json();
        assertEquals(3, listed.size());
        assertEquals("STICK", listed.get(0).get("name").stringValue());
        assertEquals(shell.path("STICK").toString(), listed.get(0).get("folder").stringValue());
        assertEquals("removable", listed.get(0).get("kind").stringValue());
        assertEquals(8_000_000_000L, listed.get(0).get("size").asLong());
        assertTrue(listed.get(0).get("writable").booleanValue());
        assertNull(listed.get(0).get("objection"));
        assertEquals("no-room", listed.get(1).get("objection").stringValue());
        var told = shell.bare("drive", "list").exits(0).out();
        assertTrue(told.contains("7.9 GB of 8.0 GB free"), told);
        assertTrue(told.contains("FULL: It is full."), told);
        assertFalse(told.contains("This computer lives on it"), told);
        shell.drives();
        assertEquals("[]\n", shell.bare("drive", "list", "--json").exits(0).out());
        assertTrue(shell.bare("drive", "list").exits(0).out().startsWith("No drive was found."));
    }

    @Test
    void writesToTheOnlyDriveOnceSomebodySaysSo() {
        shell.drives(system("root"), offer("STICK", Kind.REMOVABLE), removable("FULL", Objection.NO_ROOM));
        var written = shell.typing("yes").run("export", "usb").exits(0);
        assertTrue(
                written.err().contains("One drive is there: STICK (8.0 GB) at " + shell.path("STICK")), written::err);
        assertTrue(Files.exists(shell.path("STICK/hearthkey/MANIFEST.json")));
        assertTrue(written.out().contains("drive eject " + shell.path("STICK")), written::out);
    }

    @Test
    void writesToNoDriveUnasked() throws IOException {
        shell.drives(offer("STICK", Kind.REMOVABLE));
        var nobody = shell.run("export", "usb", "--json").exits(1);
        assertTrue(nobody.json().get("error").stringValue().contains("export usb " + shell.path("STICK")));
        assertTrue(shell.typing("no").run("export", "usb").exits(1).err().contains("Nothing was written."));
        shell.typing().run("export", "usb").exits(1);
        shell.drives(offer("STICK", Kind.REMOVABLE), offer("OTHER", Kind.REMOVABLE));
        var several = shell.typing("yes").run("export", "usb").exits(1).err();
        assertTrue(several.contains("STICK (8.0 GB)") && several.contains("OTHER (8.0 GB)"), several);
        try (var written = Files.list(shell.path("STICK"))) {
            assertEquals(0, written.count());
        }
    }

    @Test
    void saysWhyNoDriveWillDo() {
        var none = shell.run("export", "usb").exits(5).err();
        assertTrue(none.contains("Plug one in"), none);
        shell.drives(offer("archive", Kind.FIXED), system("root"));
        shell.run("export", "usb").exits(5);
        shell.drives(removable("FULL", Objection.NO_ROOM), removable("LOCKED", Objection.READ_ONLY));
        var refused = shell.run("export", "usb").exits(5).err();
        assertTrue(refused.contains("FULL: It is full.") && refused.contains("LOCKED: It cannot be written."), refused);
        shell.drives(removable("HOME", Objection.HOLDS_HOME));
        assertTrue(shell.run("export", "usb").exits(1).err().contains("Whoever gets the drive"));
    }

    @Test
    void takesADriveOutAsFarAsItCan() {
        var stick = shell.path("STICK").toString();
        shell.drives(offer("STICK", Kind.REMOVABLE));
        assertEquals(
                "safe",
                shell.bare("drive", "eject", stick, "--json")
                        .exits(0)
                        .json()
                        .get("state")
                        .stringValue());
        shell.removal(new Outcome.InUse());
        assertTrue(shell.bare("drive", "eject", stick).exits(5).out().contains("still uses it"));
        shell.removal(new Outcome.ByHand(Os.LINUX));
        assertTrue(shell.bare("drive", "eject", stick).exits(5).out().contains("umount " + stick));
        shell.removal(new Outcome.Stays());
        shell.bare("drive", "eject", stick).exits(1);
        shell.bare("drive", "eject", folder.toString()).exits(5);
    }

    private Offer offer(String name, Kind kind) {
        return new Offer(drive(name, kind), Optional.empty());
    }

    private Offer system(String name) {
        return new Offer(drive(name, Kind.SYSTEM), Optional.of(Objection.SYSTEM));
    }

    private Offer removable(String name, Objection objection) {
        return new Offer(drive(name, Kind.REMOVABLE), Optional.of(objection));
    }

    private FoundDrive drive(String name, Kind kind) {
        return new FoundDrive(
                name,
                shell.path(name),
                "/dev/sdb1",
                "/dev/sdb",
                "vfat",
                8_000_000_000L,
                7_900_000_000L,
                kind,
                Access.WRITABLE);
    }
}
