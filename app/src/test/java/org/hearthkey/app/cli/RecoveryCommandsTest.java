package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.recovery.CoreCodes;
import org.hearthkey.core.recovery.SealedCore;
import org.hearthkey.core.seal.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecoveryCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aHome() {
        shell = Shell.withHome(folder);
    }

    private String path(String name) {
        return shell.path(name).toString();
    }

    private void issue() {
        shell.root("recovery", "issue", "--out", path("sheets.pdf"), "--read-back", path("sheets.pdf"))
                .exits(0);
    }

    /// What somebody reads on the printed pages, one page a line; read by programs that we did not write.
    private List<String> printedWords() throws IOException {
        Peer.of("pdftoppm", folder)
                .run("-r", "300", "-gray", "-png", "sheets.pdf", "page")
                .accepts();
        var pages = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            pages.add(Peer.of("zbarimg", folder)
                    .run("--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "page-" + page + ".png")
                    .accepts()
                    .text()
                    .strip());
        }
        return pages;
    }

    @Test
    void twoPrintedSheetsOpenAHomeWhosePassphraseIsLost() throws IOException {
        issue();
        var sheets = printedWords();
        shell.file("words.txt", sheets.get(2) + "\n" + sheets.get(0) + "\n");
        shell.secretFile("new", "nobody has lost these words yet");
        shell.secretFile("new-root", "nor has anybody lost the root words");
        var lost = new String[] {"--home", shell.home().toString(), "--passphrase-file", path("new")};
        shell.bare(with(lost, "home", "show")).exits(3);
        shell.bare(with(
                        lost,
                        "recovery",
                        "restore",
                        "--share",
                        path("words.txt"),
                        "--root-passphrase-file",
                        path("new-root")))
                .exits(0);
        shell.bare(with(lost, "home", "show")).exits(0);
        shell.bare(with(lost, "crl", "sign", "--zone", "root", "--root-passphrase-file", path("new-root")))
                .exits(0);
        shell.root("crl", "sign", "--zone", "root").exits(3);
    }

    private static String[] with(String[] more, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aDrillProvesTheSheetsAndTheCoreOnPaper() throws IOException {
        issue();
        shell.run("recovery", "core", "--out", path("core.pdf")).exits(0);
        shell.run("recovery", "core", "--out", path("core.hearthcore")).exits(0);
        shell.later(Shell.TODAY.plus(Duration.ofDays(200)));
        Peer.of("pdftoppm", folder)
                .run("-r", "300", "-gray", "-png", "core.pdf", "core")
                .accepts();
        var codes = Peer.of("zbarimg", folder)
                .run("--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "core-1.png")
                .accepts();
        shell.file("codes.txt", codes.text());
        for (var core : List.of("codes.txt", "core.pdf", "core.hearthcore")) {
            var drilled = shell.run("recovery", "drill", "--json", "--share", path("sheets.pdf"), "--core", path(core))
                    .exits(0)
                    .json();
            assertEquals("2027-06-10T09:00:00Z", drilled.get("proven").stringValue());
            assertEquals("2028-06-09T09:00:00Z", drilled.get("drillDue").stringValue());
        }
        var words = printedWords();
        shell.file("one.txt", words.getFirst());
        var one = shell.run("recovery", "drill", "--share", path("one.txt")).exits(1);
        assertTrue(one.err().contains("not enough"), one::toString);
    }

    @Test
    void aHomeWhoseFileIsLostIsMadeAnew() throws IOException {
        issue();
        shell.run("recovery", "core", "--out", path("core.hearthcore")).exits(0);
        Files.createDirectory(shell.path("stick"));
        shell.run("export", "usb", path("stick")).exits(0);
        var before = shell.run("home", "show", "--json").exits(0).json();
        Files.delete(shell.home());
        shell.later(Shell.TODAY.plus(Duration.ofDays(1)));
        var words = printedWords();
        shell.file("one.txt", words.getFirst());
        shell.file("two.txt", words.getFirst() + "\n" + words.getLast() + "\n");
        rebuild("one.txt", "core.hearthcore").exits(1);
        rebuild("two.txt", "two.txt").exits(1);
        assertFalse(Files.exists(shell.home()));
        var made = rebuild("two.txt", "core.hearthcore", "--witness", path("stick"), "--json")
                .exits(0);
        assertTrue(made.err().contains("4 old issuers"), made::err);
        for (var same : List.of("name", "homeId", "rootFingerprint")) {
            assertEquals(before.get(same), made.json().get(same));
        }
        rebuild("two.txt", "core.hearthcore").exits(5);
        shell.run("export", "usb", path("stick")).exits(0);
        Peer.of("openssl", folder)
                .run("crl", "-in", "stick/hearthkey/root-crl.pem", "-noout", "-text")
                .says("Superseded");
        assertTrue(shell.run("recovery", "show").exits(0).out().contains("no recovery sheets"));
    }

    private Shell.Answer rebuild(String shares, String core, String... more) {
        return shell.bare(with(
                more,
                "recovery",
                "restore",
                "--new-home",
                shell.home().toString(),
                "--share",
                path(shares),
                "--core",
                path(core),
                "--passphrase-file",
                path("passphrase"),
                "--root-passphrase-file",
                path("root-passphrase")));
    }

    private SealedCore core() throws IOException {
        try {
            return SealedCore.read(Files.readAllBytes(shell.path("core.hearthcore")));
        } catch (RefusedException damaged) {
            throw new IOException(damaged);
        }
    }

    @Test
    void somebodyTypesTheCodesOfTheCore() throws IOException {
        issue();
        shell.run("recovery", "core", "--out", path("core.hearthcore")).exits(0);
        var codes = CoreCodes.of(core());
        Files.delete(shell.home());
        var typed = new ArrayList<>(List.of("HK1:none"));
        typed.addAll(codes.reversed());
        shell.typing(typed.toArray(String[]::new));
        shell.bare(
                        "recovery",
                        "restore",
                        "--new-home",
                        shell.home().toString(),
                        "--share",
                        path("sheets.pdf"),
                        "--passphrase-file",
                        path("passphrase"),
                        "--root-passphrase-file",
                        path("root-passphrase"))
                .exits(0);
    }

    @Test
    void newSheetsEndTheOldOnes() {
        issue();
        shell.root("recovery", "issue", "--out", path("new.pdf"), "--read-back", path("new.pdf"))
                .exits(0);
        var old = shell.run("recovery", "drill", "--share", path("sheets.pdf")).exits(1);
        assertTrue(old.err().contains("replaced"), old::toString);
        shell.run("recovery", "drill", "--share", path("new.pdf")).exits(0);
    }

    @Test
    void sheetsCountOnlyOnceTheyWereReadBack() throws IOException {
        issue();
        var before = shell.run("recovery", "show", "--json").exits(0).json();
        var refused = shell.root("recovery", "issue", "--out", path("b.pdf"), "--read-back", path("sheets.pdf"))
                .exits(1);
        assertTrue(refused.err().contains("3 sheets"), refused::toString);
        shell.root("recovery", "issue", "--out", path("c.pdf")).exits(3);
        assertFalse(Files.exists(shell.path("c.pdf")));
        assertEquals(before, shell.run("recovery", "show", "--json").exits(0).json());
        shell.run("recovery", "drill", "--share", path("sheets.pdf")).exits(0);
    }

    @Test
    void somebodyTypesTheWordsAndIsToldOfAWrongOne() throws IOException {
        issue();
        var typed = new ArrayList<String>();
        var sheets = printedWords();
        typed.add("hearth");
        typed.addAll(List.of(sheets.get(1).split(" ", -1)));
        for (var word : sheets.get(0).split(" ", -1)) {
            typed.add(word.substring(0, 4));
        }
        var drilled = shell.typing(typed.toArray(String[]::new))
                .run("recovery", "drill")
                .exits(0);
        assertTrue(drilled.err().contains("Look at word 1 again"), drilled::toString);
    }

    @Test
    void everythingIsToldButNoWord() throws IOException {
        issue();
        shell.run("recovery", "kept-at", "2", "with Anna").exits(0);
        var shown = shell.run("recovery", "show", "--json").exits(0).json();
        assertEquals("with Anna", shown.get("sheets").get(1).get("keptAt").stringValue());
        assertEquals(2, shown.get("groups").get(0).get("threshold").intValue());
        shell.run("recovery", "kept-at", "4", "nowhere").exits(1);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.path("sheets.pdf"))));
    }

    /// As docs/recovery-commands.md promises scripts.
    @Test
    void answersScriptsWithTheSameFieldsEachTime() {
        var none = shell.run("recovery", "show", "--json").exits(0).json();
        assertEquals(Set.of(), fields(none));
        shell.run("recovery", "drill", "--json", "--share", path("sheets.pdf")).exits(1);
        shell.run("recovery", "core", "--json", "--out", path("core.pdf")).exits(1);
        var issued = shell.root(
                        "recovery", "issue", "--json", "--out", path("sheets.pdf"), "--read-back", path("sheets.pdf"))
                .exits(0)
                .json();
        var sheets = Set.of("set", "issued", "groupThreshold", "groups", "proven", "drillDue", "sheets");
        var withFile = new HashSet<>(sheets);
        withFile.add("file");
        assertEquals(withFile, fields(issued));
        assertEquals(path("sheets.pdf"), issued.get("file").stringValue());
        for (var command : List.of(
                List.of("recovery", "show", "--json"),
                List.of("recovery", "kept-at", "--json", "1", "in the safe"),
                List.of("recovery", "drill", "--json", "--share", path("sheets.pdf")))) {
            var answer = shell.run(command.toArray(String[]::new)).exits(0).json();
            assertEquals(sheets, fields(answer));
            assertEquals(issued.get("set"), answer.get("set"));
            assertEquals(3, answer.get("sheets").size());
            assertEquals(
                    Set.of("group", "member", "keptAt"),
                    fields(answer.get("sheets").get(0)));
            assertEquals(
                    Set.of("threshold", "members"), fields(answer.get("groups").get(0)));
        }
        var core = shell.run("recovery", "core", "--json", "--out", path("core.pdf"))
                .exits(0)
                .json();
        assertEquals(Set.of("file", "set"), fields(core));
        shell.run("recovery", "core", "--json", "--out", path("core.pdf")).exits(5);
    }

    private static Set<String> fields(JsonNode answer) {
        return new HashSet<>(answer.propertyNames());
    }

    @Test
    void plansThatCannotBeAreRefused() {
        for (var plan : List.of(
                List.of("--threshold", "1"),
                List.of("--threshold", "4"),
                List.of("--sheets", "17"),
                List.of("--group", "1/2"),
                List.of("--group", "=2/3"),
                List.of("--group", "2/3", "--group-threshold", "2"))) {
            var arguments = new ArrayList<>(List.of("recovery", "issue", "--out", path("x.pdf")));
            arguments.addAll(plan);
            shell.root(arguments.toArray(String[]::new)).exits(2);
        }
        shell.root(
                        "recovery",
                        "issue",
                        "--out",
                        path("groups.pdf"),
                        "--read-back",
                        path("groups.pdf"),
                        "--group",
                        "Myself=1/1",
                        "--group",
                        "The family=2/3",
                        "--group-threshold",
                        "1",
                        "--paper",
                        "letter")
                .exits(0);
        var told = shell.run("recovery", "show").exits(0).out();
        assertTrue(told.contains("Myself: 1 of 1 sheet has to come together"), told);
        assertTrue(told.contains("The family: 2 of 3"), told);
        var groups = shell.run("recovery", "show", "--json").exits(0).json().get("groups");
        assertEquals("The family", groups.get(1).get("name").asString());
    }
}
