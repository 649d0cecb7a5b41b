package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassphraseCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void writesWordsAndNothingElseToStandardOutput() {
        var answer = shell.bare("passphrase", "suggest").exits(0);
        assertEquals(6, answer.out().strip().split(" ", -1).length, answer.out());
        assertEquals(1, answer.out().lines().count());
        assertTrue(answer.err().contains("77 bits"), answer.err());
        assertNotEquals(answer.out(), shell.bare("passphrase", "suggest").out());
    }

    @Test
    void tellsScriptsHowMuchChanceIsInIt() {
        var answer = shell.bare("passphrase", "suggest", "--words", "8", "--json")
                .exits(0)
                .json();
        assertEquals(8, answer.get("passphrase").stringValue().split(" ", -1).length);
        assertEquals(103, answer.get("bits").intValue());
    }

    @Test
    void suggestsWhatANewHomeTakes() {
        shell.secretFile("passphrase", shell.bare("passphrase", "suggest").out());
        shell.root("home", "create", "--name", "Maple").exits(0);
        assertTrue(Files.exists(shell.home()));
    }

    @Test
    void suggestsNothingShort() {
        shell.bare("passphrase", "suggest", "--words", "5").exits(2);
    }
}
