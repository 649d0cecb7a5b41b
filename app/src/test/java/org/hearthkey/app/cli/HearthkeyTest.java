package org.hearthkey.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What all commands have in common.
class HearthkeyTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    @Test
    void tellsItsVersion() {
        assertEquals("hearthkey 1.2.3\n", shell.bare("--version").exits(0).out());
    }

    @Test
    void helpsWithEveryCommand() {
        var help = shell.bare("--help").exits(0).out();
        for (var noun : new String[] {
            "home", "zone", "scan", "device", "timeline", "crl", "export", "bundle", "hub", "journal", "certificate"
        }) {
            assertTrue(help.contains("\n  " + noun), noun);
            assertTrue(shell.bare(noun, "--help").exits(0).out().startsWith("Usage: hearthkey " + noun), noun);
        }
        assertFalse(help.contains("--at"), "--at is for tests and rehearsals");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "home",
                "device approve",
                "device revoke Lamp --reason because",
                "device list --state sleepy",
                "device list --expiring-within soon",
                "zone add -lighting-",
                "zone add root",
                "crl sign --zone UPPER_case",
                "timeline --format pdf",
                "home create --name x --root elsewhere",
                "hub certify Hub --csr x --dns not_a_name",
                "hub certify Hub --csr x --dns hub.home.arpa --ip hub.home.arpa",
                "bundle verify x --root 00",
                "bundle verify x --second-signer 00",
                "home show --passphrase secret",
                "home show --at yesterday",
                "home show --replace --replace",
                "scan",
                "scan --text a --json-lines b",
                "device approve --name x --zone lighting --text a b",
                "device approve --name x --zone lighting --make-key",
                "device approve --name a/b --zone lighting",
                "journal list --limit 0"
            })
    void refusesAWrongCommandLine(String line) {
        var answer = shell.run(line.split(" ", -1)).exits(2);
        assertEquals("", answer.out());
        assertFalse(answer.err().isBlank());
        assertFalse(answer.err().contains("Exception"), answer.err());
    }

    @Test
    void answersScriptsWithADocumentWhenTheLineIsWrong() {
        var answer = shell.bare("device", "list", "--json", "--color").exits(2);
        assertEquals("Unknown option: '--color'", answer.json().get("error").stringValue());
    }

    @Test
    void takesItsOptionsBeforeAndAfterTheCommand() {
        var home = shell.home().toString();
        var passphrase = shell.path("passphrase").toString();
        var before = shell.bare("--json", "--home", home, "--passphrase-file", passphrase, "home", "show");
        var after = shell.bare("home", "show", "--passphrase-file", passphrase, "--home", home, "--json");
        assertEquals(before.exits(0).out(), after.exits(0).out());
    }

    @Test
    void readsNoOptionsFromFiles() {
        shell.file("options", "--help");
        shell.bare("@" + shell.path("options")).exits(2);
    }

    @Test
    void findsTheHomeInTheEnvironment() {
        shell.variable("HEARTHKEY_HOME", shell.home().toString());
        shell.bare("home", "show", "--passphrase-file", shell.path("passphrase").toString())
                .exits(0);
    }

    @Test
    void opensTheHomeOpenedLast() {
        var passphrase = shell.path("passphrase").toString();
        shell.bare("home", "show", "--passphrase-file", passphrase).exits(2);
        shell.run("home", "show").exits(0);
        shell.bare("home", "show", "--passphrase-file", passphrase).exits(0);
    }

    @Test
    void saysThatAFileIsMissing() {
        var answer =
                shell.bare("home", "show", "--json", "--home", "nowhere.hearth").exits(5);
        assertTrue(answer.json().get("error").stringValue().startsWith("nowhere.hearth is not there."));
    }

    @Test
    void asksForThePassphraseAtTheTerminal() {
        shell.typing(Shell.PASSPHRASE);
        shell.bare("home", "show", "--home", shell.home().toString()).exits(0);
    }

    @Test
    void needsAFactorWhenNobodyIsAtATerminal() {
        var answer = shell.bare("home", "show", "--json", "--home", shell.home().toString())
                .exits(3);
        assertTrue(answer.json().get("error").stringValue().contains("--passphrase-file"));
    }

    @Test
    void refusesAnEmptyAnswerAtTheTerminal() {
        shell.typing("");
        shell.bare("home", "show", "--home", shell.home().toString()).exits(3);
    }

    @Test
    void refusesAFileWithoutAPassphrase() {
        var empty = shell.secretFile("empty", "\nsecond line");
        var answer = shell.bare(
                        "home", "show", "--home", shell.home().toString(), "--passphrase-file", empty.toString())
                .exits(3);
        assertFalse(answer.err().contains("second line"));
    }

    @Test
    void warnsOfAPassphraseFileThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(shell.path("passphrase"), PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(shell.run("home", "show").exits(0).err().contains("Others on this computer can read"));
    }

    @Test
    void saysNothingBesideItsAnswer() {
        assertEquals("", shell.run("home", "show").exits(0).err());
    }

    @Test
    void setsTheClock() {
        var now = shell.run("crl", "sign", "--zone", "lighting", "--json", "--at", "2027-01-01T00:00:00Z")
                .exits(0);
        assertEquals("2027-01-01T00:00:00Z", now.json().get("thisUpdate").stringValue());
    }

    @Test
    void failsWhenNobodyTakesTheAnswer() {
        var full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true,
                UTF_8);
        var err = new ByteArrayOutputStream();
        var exit = Hearthkey.run(shell.around(full, new PrintStream(err, true, UTF_8)), "--help");
        assertEquals(5, exit);
        assertTrue(err.toString(UTF_8).contains("could not be written"));
    }

    @Test
    void logsOurOwnMistakeOnceAndWithoutItsMessage() throws IOException {
        var around = shell.around(System.out, System.err);
        var err = new ByteArrayOutputStream();
        var broken = new Surroundings(
                around.version(),
                around.out(),
                new PrintStream(err, true, UTF_8),
                around.environment(),
                around.terminal(),
                around.clock(),
                around.random(),
                () -> {
                    throw new IllegalStateException("a secret", new ArithmeticException("another"));
                },
                around.preferences(),
                around.drives(),
                around.remover(),
                around.air());
        var exit = Hearthkey.run(
                broken,
                "home",
                "create",
                "--home",
                shell.path("New.hearth").toString(),
                "--name",
                "New",
                "--passphrase-file",
                shell.path("passphrase").toString(),
                "--root-passphrase-file",
                shell.path("root-passphrase").toString());
        assertEquals(70, exit);
        var log = shell.path("config").resolve("mistakes.log");
        assertTrue(err.toString(UTF_8).contains(log.toString()), err.toString(UTF_8));
        var written = Files.readString(log);
        assertTrue(written.contains("java.lang.IllegalStateException\n    at org.hearthkey.app.cli"), written);
        assertTrue(written.contains("because of java.lang.ArithmeticException"), written);
        assertFalse(written.contains("secret"), written);
        assertEquals(1, written.split("IllegalStateException", -1).length - 1);
    }
}
