package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A home that was handed over changes no more, whatever it is asked for.
class HandedOverTest {
    private static final String MATTER = "MT:Y.K9042C00KA0648G00";

    /// Every command there is: `elsewhere` is about no home or makes another one, `reads` changes nothing, `refuses` would
    /// read what is not there, and `changes` signs or changes something.
    private static final String COMMANDS = """
        reads     home backup FOLDER/copy.hearth
        elsewhere home create
        reads     home hand-over
        reads     home hand-over --finish-without-receipt --lists FOLDER/lists --proof FOLDER/proof.pdf
        changes   home hand-over --out FOLDER/again.house
        changes   home hand-over --cancel
        changes   home new-key
        changes   home passphrase
        refuses   home receipt
        elsewhere home receive
        changes   home root-passphrase
        changes   home root-to-token pkcs11:token=Stick
        reads     home show
        reads     home slots
        reads     home verify
        changes   home slot add Other
        changes   home slot remove 1
        changes   home slot rename 1 Other
        reads     profile list
        changes   profile set-zone legacy-rsa2048 lighting
        reads     profile show legacy-rsa2048
        elsewhere root import
        changes   root parallel create
        changes   root parallel end
        refuses   root parallel export --out FOLDER/parallel
        refuses   root parallel show
        changes   zone add garden
        changes   zone import garden FOLDER/old
        reads     zone list
        changes   zone reissue lighting
        reads     zone rules lighting
        changes   zone rules lighting --pairing in-window
        reads     zone show lighting
        changes   zone withdraw lighting --reason keyCompromise --confirm lighting
        reads     intermediate list
        refuses   intermediate show None
        changes   intermediate sign --csr FOLDER/late.csr --name Other
        changes   intermediate withdraw Other --reason keyCompromise --confirm Other
        reads     adopted list
        changes   adopted revoke 00000000000000000000000000000001 --reason keyCompromise
        elsewhere scan
        changes   device approve --csr FOLDER/late.csr --name Late --zone lighting
        changes   device approve --text CODE --name Late --zone lighting --pair-only --confirm presence
        changes   device approve-all FOLDER --zone lighting
        changes   device isolate Camera
        reads     device list
        changes   device renew Camera --csr FOLDER/late.csr
        changes   device repurpose Camera
        changes   device retire Camera
        changes   device revoke Camera --reason keyCompromise
        changes   device seen Camera
        reads     device show Camera
        reads     device waiting
        changes   device waiting --dismiss Camera
        changes   device account add Camera Maker
        changes   device account done Camera Maker
        reads     device account list Camera
        changes   trust import FOLDER/out/Camera-cert.pem
        reads     trust list
        changes   trust remove 0000000000000000000000000000000000000000000000000000000000000000
        changes   pairing close
        changes   pairing open
        reads     pairing show
        changes   setup-code destroy Lamp
        changes   setup-code hand-over Lamp --out FOLDER/code.pdf
        changes   setup-code photo Lamp --out FOLDER/photo.jpg
        changes   setup-code print Lamp --out FOLDER/code.pdf
        changes   setup-code show Lamp
        reads     alarm list
        changes   alarm look
        reads     timeline
        changes   crl lifeline
        reads     crl show
        changes   crl sign
        reads     crl what-if
        changes   export hub Hub
        reads     export usb FOLDER/drive --what-if
        changes   export usb FOLDER/drive
        elsewhere bundle verify
        elsewhere drive eject
        elsewhere drive list
        changes   hub add Hub sftp://me@hub.home.arpa/srv --password-file FOLDER/passphrase
        changes   hub admin Hub mqtts://hub.home.arpa:8883 --user admin --password-file FOLDER/passphrase
        changes   hub certify Hub --csr FOLDER/late.csr --dns hub.home.arpa
        changes   hub forget-admin Hub
        reads     hub list
        changes   hub listen Hub lighting mqtts://hub.home.arpa:8883
        changes   hub probe Hub
        changes   hub remove Hub
        changes   hub rename Hub Other
        changes   hub revoke Hub --reason superseded
        changes   hub unlisten Hub lighting mqtts://hub.home.arpa:8883
        reads     recovery core --out FOLDER/core.txt
        changes   recovery drill --share FOLDER/sheets.pdf
        changes   recovery issue --out FOLDER/more.pdf --read-back FOLDER/sheets.pdf
        changes   recovery kept-at 1 Safe
        changes   recovery restore --share FOLDER/sheets.pdf
        reads     recovery show
        changes   rollover begin
        changes   rollover cancel
        changes   rollover finish
        changes   rollover knows Camera
        reads     rollover show
        elsewhere ceremony air
        elsewhere ceremony list
        elsewhere ceremony rehearse
        changes   ceremony run drill
        elsewhere ceremony show
        changes   ceremony stop --because Late
        refuses   ceremony transcript 1
        elsewhere token list
        elsewhere token make-key
        changes   journal accept-clock
        changes   journal accept-loss --text none
        reads     journal checkpoint --to FOLDER/drive
        refuses   journal compare --text none
        changes   journal forget Camera
        reads     journal list
        reads     journal prove 1
        reads     journal verify
        elsewhere certificate lint
        elsewhere certificate show
        elsewhere passphrase suggest
        """;

    @TempDir
    private Path folder;

    private Shell shell;

    private record Use(String kind, List<String> words) {
        boolean isOf(String command) {
            return (String.join(" ", words) + " ").startsWith(command + " ");
        }
    }

    @BeforeEach
    void aHome() {
        shell = Shell.withHome(folder);
    }

    private void handOver() throws IOException {
        Files.createDirectory(shell.path("drive"));
        Things.makeKey(shell, "late");
        var out = shell.path("out").toString();
        var csr = Things.makeKey(shell, "Camera").toString();
        shell.run("device", "approve", "--csr", csr, "--name", "Camera", "--zone", "security", "--out", out)
                .exits(0);
        Things.pair(shell, MATTER, "Lamp");
        makeOldAuthority();
        var sheets = shell.path("sheets.pdf").toString();
        shell.root("recovery", "issue", "--out", sheets, "--read-back", sheets).exits(0);
        shell.root("home", "hand-over", "--out", shell.path("Maple.house").toString())
                .exits(0);
        shell.root("home", "hand-over", "--finish-without-receipt").exits(0);
    }

    private void makeOldAuthority() {
        shell.file("old/index.txt", "");
        Peer.of("openssl", shell.path("old"))
                .run(
                        "req",
                        "-x509",
                        "-new",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=Old",
                        "-days",
                        "3000",
                        "-keyout",
                        "cakey.pem",
                        "-out",
                        "cacert.pem")
                .accepts();
    }

    private static List<Use> uses() {
        return COMMANDS.lines()
                .map(line -> List.of(line.split(" +")))
                .map(words -> new Use(words.getFirst(), words.subList(1, words.size())))
                .toList();
    }

    private static void leaves(CommandLine command, String name, Set<String> found) {
        command.getSubcommands()
                .forEach((word, below) -> leaves(below, name.isEmpty() ? word : name + " " + word, found));
        if (command.getSubcommands().isEmpty()) {
            found.add(name);
        }
    }

    private Set<String> commands() {
        var commands = new TreeSet<String>();
        leaves(Hearthkey.commands(shell.around(System.out, System.err)), "", commands);
        return commands;
    }

    @Test
    void everyCommandIsKnownHere() {
        var commands = commands();
        for (var command : commands) {
            assertTrue(uses().stream().anyMatch(use -> use.isOf(command)), command);
        }
        for (var use : uses()) {
            assertTrue(commands.stream().anyMatch(use::isOf), use.words().toString());
        }
    }

    private String[] arguments(Use use) {
        return use.words().stream()
                .map(word -> word.replace("FOLDER", folder.toString()).replace("CODE", MATTER))
                .toArray(String[]::new);
    }

    @Test
    void whatSignsOrChangesIsRefusedInTheSameWords() throws IOException {
        handOver();
        var before = Files.readAllBytes(shell.home());
        var files = files();
        var told = shell.run("zone", "add", "garden").exits(1).err();
        assertTrue(told.startsWith("This house was handed over on"), told);
        assertAll(uses().stream().filter(use -> use.kind().equals("changes")).map(use -> () -> {
            var answer = shell.root(arguments(use));
            assertEquals(1, answer.exit(), () -> answer.toString());
            assertEquals(told, answer.err(), () -> answer.toString());
            assertEquals("", answer.out(), () -> answer.toString());
            assertArrayEquals(before, Files.readAllBytes(shell.home()), () -> answer.toString());
        }));
        assertEquals(files, files());
        var document = shell.run("zone", "add", "garden", "--json").exits(1).json();
        assertEquals("handed-over", document.get("refused").asString());
    }

    /// The names of all files beside the home.
    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void whatOnlyReadsGoesOn() throws IOException {
        handOver();
        var before = Files.readAllBytes(shell.home());
        assertAll(uses().stream()
                .filter(use -> use.kind().equals("reads") || use.kind().equals("refuses"))
                .map(use -> () -> {
                    var answer = shell.root(arguments(use));
                    assertEquals(use.kind().equals("reads") ? 0 : 1, answer.exit(), () -> answer.toString());
                    assertTrue(answer.err().startsWith("This house was handed over on"), () -> answer.toString());
                    assertArrayEquals(before, Files.readAllBytes(shell.home()), () -> answer.toString());
                }));
    }
}
