package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotCommandsTest {
    private static final String NEW = "seven quiet herons at dusk";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
        shell.secretFile("new", NEW);
    }

    private String newFile() {
        return shell.path("new").toString();
    }

    private int showWith(String passphraseFile) {
        return shell.bare(
                        "home",
                        "show",
                        "--home",
                        shell.home().toString(),
                        "--passphrase-file",
                        shell.path(passphraseFile).toString())
                .exit();
    }

    @Test
    void changesThePassphraseThatUnlocks() {
        shell.root("home", "passphrase", "--new-passphrase-file", newFile()).exits(0);
        assertEquals(3, showWith("passphrase"));
        assertEquals(0, showWith("new"));
    }

    @Test
    void theNewPassphraseIsTypedTwice() {
        shell.typing(NEW, "seven quiet herons at dawn");
        shell.root("home", "passphrase").exits(3);
        assertEquals(0, showWith("passphrase"));
        shell.typing(NEW, NEW);
        shell.root("home", "passphrase").exits(0);
        assertEquals(0, showWith("new"));
    }

    @Test
    void aShortNewPassphraseIsRefusedWithItsFinding() {
        shell.secretFile("new", "herons");
        shell.root("home", "passphrase", "--new-passphrase-file", newFile(), "--json")
                .exits(1);
        assertEquals(0, showWith("passphrase"));
    }

    @Test
    void addsNamesListsAndRemovesAWayToUnlock() {
        var added = shell.root("home", "slot", "add", "Anna", "--new-passphrase-file", newFile(), "--json")
                .exits(0)
                .json();
        assertEquals(2, added.get("slot").intValue());
        assertEquals(0, showWith("new"));
        shell.root("home", "slot", "rename", "2", "Anna and Ben").exits(0);
        var slots = shell.run("home", "slots", "--json").exits(0).json();
        assertEquals(2, slots.size());
        assertEquals("Anna and Ben", slots.get(1).get("name").stringValue());
        assertEquals("passphrase", slots.get(1).get("factors").stringValue());
        shell.root("home", "slot", "remove", "2").exits(0);
        assertEquals(3, showWith("new"));
        assertEquals(0, showWith("passphrase"));
    }

    @Test
    void theLastSlotIsNotRemoved() {
        var refused =
                shell.root("home", "slot", "remove", "1", "--json").exits(1).json();
        assertEquals("slot.last", refused.get("findings").get(0).get("code").stringValue());
    }

    @Test
    void theUnlockedHomeAloneChangesNothing() {
        shell.secretFile("root-passphrase", "these are not the words");
        shell.root("home", "passphrase", "--new-passphrase-file", newFile()).exits(3);
        shell.root("home", "slot", "add", "Anna", "--new-passphrase-file", newFile())
                .exits(3);
        shell.root("home", "slot", "rename", "1", "Anna").exits(3);
        shell.root("home", "root-passphrase", "--new-passphrase-file", newFile())
                .exits(3);
        assertEquals(1, shell.run("home", "slots", "--json").exits(0).json().size());
    }

    @Test
    void changesTheRootPassphrase() {
        shell.root("home", "root-passphrase", "--new-passphrase-file", newFile())
                .exits(0);
        shell.root("zone", "add", "garden").exits(3);
        shell.secretFile("root-passphrase", NEW);
        shell.root("zone", "add", "garden").exits(0);
    }
}
