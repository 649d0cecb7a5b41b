package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewKeyCommandTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    private void addAnna() {
        shell.secretFile("new", "seven quiet herons at dusk");
        shell.root(
                        "home",
                        "slot",
                        "add",
                        "Anna",
                        "--new-passphrase-file",
                        shell.path("new").toString())
                .exits(0);
    }

    private String fingerprint() {
        return shell.run("home", "show", "--json")
                .exits(0)
                .json()
                .get("rootFingerprint")
                .stringValue();
    }

    @Test
    void theHomeIsTheSameAndTheJournalTellsOfIt() {
        var before = fingerprint();
        var renewed = shell.root("home", "new-key", "--json").exits(0).json();
        assertEquals(1, renewed.get("slots").size());
        assertEquals(0, renewed.get("ended").size());
        assertEquals(before, fingerprint());
        shell.run("journal", "verify").exits(0);
        assertTrue(shell.run("journal", "list").exits(0).out().contains("vault.key"));
        shell.root("zone", "add", "garden").exits(0);
    }

    @Test
    void whatWouldEndIsSaidFirstAndWantsItsOwnWord() throws IOException {
        addAnna();
        var before = Files.readAllBytes(shell.home());
        var refused = shell.root("home", "new-key", "--json").exits(1);
        assertEquals("other-ways-end", refused.json().get("refused").stringValue());
        assertEquals("Anna", refused.json().get("ends").get(0).get("name").stringValue());
        assertTrue(refused.err().contains("--end-other-ways"), refused::err);
        assertArrayEquals(before, Files.readAllBytes(shell.home()));
        var renewed = shell.root("home", "new-key", "--end-other-ways", "--json")
                .exits(0)
                .json();
        assertEquals(2, renewed.get("ended").get(0).get("slot").intValue());
        assertEquals(1, shell.run("home", "slots", "--json").exits(0).json().size());
    }

    @Test
    void aWrongRootPassphraseChangesNothing() throws IOException {
        var before = Files.readAllBytes(shell.home());
        shell.secretFile("root-passphrase", "these are not the words");
        shell.root("home", "new-key").exits(3);
        assertArrayEquals(before, Files.readAllBytes(shell.home()));
    }

    @Test
    void aHomeWhoseSlotsSomebodyChangedIsRefusedAndGetsOutThatWay() throws SQLException {
        addAnna();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + shell.home());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM slot WHERE id = 2");
        }
        var refused = shell.run("home", "show", "--json").exits(4);
        assertEquals("slots-changed", refused.json().get("refused").stringValue());
        assertTrue(refused.err().contains("hearthkey home new-key"), refused::err);
        shell.root("home", "new-key").exits(0);
        shell.run("home", "verify").exits(0);
    }

    @Test
    void aFileThatIsOlderThanItsWitnessGetsNoNewKey() throws IOException {
        var yesterday = Files.copy(shell.home(), folder.resolve("Yesterday.hearth"));
        shell.root("zone", "add", "garden").exits(0);
        Files.copy(yesterday, shell.home(), StandardCopyOption.REPLACE_EXISTING);
        var refused = shell.root("home", "new-key").exits(4);
        // Once, when it was opened.
        assertEquals(2, refused.err().split("older than its witness", -1).length, refused::err);
        assertEquals(-1, Files.mismatch(yesterday, shell.home()));
        assertEquals(List.of(), leftovers());
    }

    private List<Path> leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".new")).toList();
        }
    }
}
