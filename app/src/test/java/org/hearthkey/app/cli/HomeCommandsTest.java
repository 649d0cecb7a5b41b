package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class HomeCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.withHome(folder);
    }

    @Test
    void createsAHomeAndSaysWhoItIs() throws IOException {
        Files.delete(shell.home());
        var made = shell.root("home", "create", "--name", " Türkis ", "--zones", "Lighting,front-door", "--json")
                .exits(0)
                .json();
        assertEquals("Türkis", made.get("name").stringValue());
        assertTrue(made.get("homeId").stringValue().matches("[a-z2-7]{8}"));
        assertTrue(made.get("rootFingerprint").stringValue().matches("[0-9a-f]{64}"));
        assertEquals(List.of("lighting", "front-door"), names(made.get("zones")));
        var zone = made.get("zones").get(0);
        assertTrue(zone.get("issuerFingerprint").stringValue().matches("[0-9a-f]{64}"));
        assertEquals("2031-11-22T08:55:00Z", zone.get("notAfter").stringValue());
        assertEquals(made, shell.run("home", "show", "--json").exits(0).json());
    }

    @Test
    void asksForBothNewPassphrasesTwice() throws IOException {
        Files.delete(shell.home());
        shell.typing(Shell.PASSPHRASE, Shell.PASSPHRASE, Shell.ROOT_PASSPHRASE, Shell.ROOT_PASSPHRASE);
        shell.bare("home", "create", "--name", "Maple", "--home", shell.home().toString())
                .exits(0);
        shell.typing(Shell.PASSPHRASE);
        shell.bare("home", "show", "--home", shell.home().toString()).exits(0);
    }

    @Test
    void makesNothingWhenTheTwoDiffer() throws IOException {
        Files.delete(shell.home());
        shell.typing("one two", "one too");
        shell.bare("home", "create", "--name", "Maple", "--home", shell.home().toString())
                .exits(3);
        assertTrue(Files.notExists(shell.home()));
    }

    @Test
    void warnsWhenBothPassphrasesAreTheSame() throws IOException {
        Files.delete(shell.home());
        var same = shell.path("passphrase").toString();
        var answer = shell.run("home", "create", "--name", "Maple", "--root-passphrase-file", same)
                .exits(0);
        assertTrue(answer.err().contains("Both passphrases are the same"));
    }

    @Test
    void refusesANewPassphraseThatIsTooWeak() throws IOException {
        Files.delete(shell.home());
        shell.secretFile("passphrase", "tulips");
        var answer = shell.root("home", "create", "--name", "Maple", "--json").exits(1);
        assertEquals("passphrase.short", answer.findings().getFirst());
        assertTrue(answer.err().contains("The new passphrase of the home is too easy to guess."), answer.err());
        assertTrue(answer.err().contains("fewer than 15 characters"), answer.err());
        assertTrue(Files.notExists(shell.home()));
    }

    @Test
    void takesAWeakPassphraseFromAFileAndSaysSo() throws IOException {
        Files.delete(shell.home());
        shell.secretFile("root-passphrase", "correct horse battery staple");
        var answer = shell.root("home", "create", "--name", "Maple").exits(0);
        assertTrue(answer.err().contains("The new passphrase of the root key is too easy to guess."), answer.err());
        assertTrue(answer.err().contains("what many people choose"), answer.err());
    }

    @Test
    void refusesAWeakPassphraseThatIsTyped() throws IOException {
        Files.delete(shell.home());
        shell.typing("correct horse battery staple", "correct horse battery staple");
        var answer = shell.bare(
                        "home",
                        "create",
                        "--name",
                        "Maple",
                        "--json",
                        "--home",
                        shell.home().toString())
                .exits(1);
        assertTrue(answer.findings().contains("passphrase.common"), answer.out());
        assertTrue(Files.notExists(shell.home()));
    }

    @Test
    void knowsTheNamesThatAThiefTriesFirst() throws IOException {
        Files.delete(shell.home());
        shell.secretFile("passphrase", "Maple Street cellar");
        var answer = shell.root("home", "create", "--name", "Maple Street", "--zones", "cellar", "--json")
                .exits(0);
        assertTrue(answer.err().contains("It holds the home’s name"), answer.err());
    }

    @Test
    void neverOverwritesAHome() throws IOException {
        var before = Files.readAllBytes(shell.home());
        shell.root("home", "create", "--name", "Other", "--replace").exits(5);
        assertArrayEquals(before, Files.readAllBytes(shell.home()));
    }

    @Test
    void wantsAFileForANewHome() {
        shell.bare("home", "create", "--name", "Maple").exits(2);
    }

    @Test
    void refusesZonesThatAreThereTwice() {
        shell.bare("home", "create", "--name", "Maple", "--zones", "lighting,LIGHTING", "--home", "x")
                .exits(2);
    }

    @Test
    void tellsPeopleWhoTheHomeIs() {
        var people = shell.run("home", "show").exits(0).out();
        assertTrue(people.startsWith("Maple Street ("), people);
        assertTrue(people.contains("lighting  22 Nov 2031  "), people);
    }

    @Test
    void findsASoundHomeSound() {
        var sound = shell.run("home", "verify", "--json").exits(0).json();
        assertEquals(1, sound.get("commit").asLong());
        assertEquals("ok", sound.get("set").stringValue());
        assertEquals(5, sound.get("records").get("issuer").asLong());
    }

    @Test
    void copiesTheHomeOnceAndOverwritesNothing() throws IOException {
        var copy = shell.path("Copy.hearth");
        var answer =
                shell.run("home", "backup", copy.toString(), "--json").exits(0).json();
        assertEquals(1, answer.get("commit").asLong());
        var bytes = Files.readAllBytes(copy);
        shell.run("home", "backup", copy.toString()).exits(5);
        assertArrayEquals(bytes, Files.readAllBytes(copy));
        shell.run("home", "backup", shell.path("no/such/folder.hearth").toString())
                .exits(5);
        shell.bare(
                        "home",
                        "verify",
                        "--home",
                        copy.toString(),
                        "--passphrase-file",
                        shell.path("passphrase").toString())
                .exits(0);
    }

    @Test
    void refusesAWrongPassphrase() {
        shell.secretFile("passphrase", "three plain words");
        var answer = shell.run("home", "show", "--json").exits(3);
        assertEquals("{\"refused\":\"wrong-secret\"}\n", answer.out());
        assertTrue(answer.err().contains("Caps Lock"), answer.err());
    }

    @Test
    void tellsTheOwnerOnceOfWrongTriesMeanwhile() {
        var right = shell.secretFile("right", Shell.PASSPHRASE).toString();
        shell.secretFile("passphrase", "three plain words");
        for (int time = 0; time < 3; time++) {
            shell.run("home", "show").exits(3);
        }
        var show = new String[] {"home", "show", "--home", shell.home().toString(), "--passphrase-file", right};
        var told = shell.bare(show).exits(0);
        assertTrue(told.err().contains("3 wrong tries since you were last here, the last on 22 Nov 2026"), told.err());
        assertFalse(shell.bare(show).exits(0).err().contains("wrong"));
    }

    @Test
    void saysHowLongToWaitAfterTooManyWrongTries() {
        shell.secretFile("passphrase", "three plain words");
        for (int time = 0; time < 5; time++) {
            shell.later(Shell.TODAY.plusSeconds(time)).run("home", "show").exits(3);
        }
        shell.secretFile("passphrase", Shell.PASSPHRASE);
        var soon = shell.run("home", "show", "--json", "--at", "2026-12-24T09:00:00Z")
                .exits(3);
        assertEquals("too-soon", soon.json().get("refused").stringValue());
        assertEquals(2, soon.json().get("waitSeconds").asLong());
        assertTrue(soon.err().contains("Wait 2 seconds, then try again."), soon.err());
        shell.later(Shell.TODAY.plusSeconds(6)).run("home", "show").exits(0);
    }

    @Test
    void refusesADamagedHomeAndLeavesItAsItWas() throws IOException {
        var bytes = Files.readAllBytes(shell.home());
        bytes[bytes.length - 100] ^= 1; // pages are filled from their end
        Files.write(shell.home(), bytes);
        var answer = shell.run("home", "verify", "--json").exits(4);
        assertEquals("{\"refused\":\"damaged\"}\n", answer.out());
        assertArrayEquals(bytes, Files.readAllBytes(shell.home()));
    }

    @Test
    void refusesAnyOtherFile() {
        shell.file("Maple.hearth", "a letter");
        assertEquals(
                "not-a-home",
                shell.run("home", "show", "--json")
                        .exits(4)
                        .json()
                        .get("refused")
                        .stringValue());
    }

    @Test
    void verifiesManyHomesAndGoesOnAfterARefusal() throws IOException {
        shell.file("letter.hearth", "a letter");
        Files.copy(shell.home(), shell.path("second.hearth"));
        var list = shell.file(
                "list",
                String.join(
                        "\n",
                        shell.home().toString(),
                        shell.path("letter.hearth").toString(),
                        "",
                        shell.path("missing.hearth").toString(),
                        shell.path("second.hearth").toString()));
        var answer = shell.bare(
                        "home",
                        "verify",
                        "--json",
                        "--many",
                        list.toString(),
                        "--passphrase-file",
                        shell.path("passphrase").toString())
                .exits(4);
        var lines = answer.lines();
        assertEquals(4, lines.size());
        assertEquals("ok", lines.get(0).get("set").stringValue());
        assertEquals("{\"refused\":\"not-a-home\"}", lines.get(1).toString());
        assertEquals("ok", lines.get(3).get("set").stringValue());
    }

    private static List<String> names(JsonNode zones) {
        return zones.valueStream().map(zone -> zone.get("name").stringValue()).toList();
    }
}
