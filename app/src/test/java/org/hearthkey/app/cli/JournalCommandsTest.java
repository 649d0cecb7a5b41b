package org.hearthkey.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.journal.CheckpointVerifier;
import org.hearthkey.core.journal.NoteVerifier;
import org.hearthkey.core.journal.SignedNote;
import org.hearthkey.core.journal.TlogProof;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JournalCommandsTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() throws IOException {
        shell = Shell.withHome(folder);
        Files.createDirectory(shell.path("usb"));
        Files.copy(shell.home(), shell.path("Yesterday.hearth"));
    }

    private JsonNode checkpoint(String... more) {
        var words = new ArrayList<>(List.of("journal", "checkpoint", "--json"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new)).exits(0).json();
    }

    private void putBackYesterdaysFile() throws IOException {
        Files.copy(shell.path("Yesterday.hearth"), shell.home(), StandardCopyOption.REPLACE_EXISTING);
    }

    /// As if it were another computer.
    private void forgetWhatThisComputerRemembers() throws IOException {
        var remembered = shell.path("config").resolve("journals");
        try (var files = Files.list(remembered)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void signsACheckpointThatItsKeyVerifies() {
        var told = checkpoint();
        var note = SignedNote.parse(told.get("note").stringValue()).orElseThrow();
        var key = NoteVerifier.parse(told.get("key").stringValue()).orElseThrow();
        var second = NoteVerifier.parse(told.get("secondKey").stringValue()).orElseThrow();
        assertEquals(NoteVerifier.Verdict.SIGNED, key.verify(note));
        assertEquals(NoteVerifier.Verdict.SIGNED, second.verify(note));
        assertEquals(shell.run("journal", "verify", "--json").json().get("rootHash"), told.get("rootHash"));
    }

    @Test
    void leavesTheCheckpointOnADriveAndComparesItAgain() {
        var told = checkpoint("--to", shell.path("usb").toString());
        var left = told.get("files").get(0).stringValue();
        shell.run("crl", "sign", "--zone", "lighting").exits(0);
        var begins = shell.run("journal", "compare", left, "--json").exits(0).json();
        assertEquals("begins", begins.get("comparison").stringValue());
        assertEquals(told.get("size"), begins.get("size"));
        assertEquals("[\"Ed25519\",\"ML-DSA-65\"]", begins.get("signatures").toString());
        shell.run("journal", "checkpoint", "--to", shell.path("gone").toString())
                .exits(5);
    }

    @Test
    void drawsTheCheckpointAsACodeThatIsScannedAgain() {
        var code = shell.path("checkpoint.png");
        var note = checkpoint("--qr", code.toString()).get("note").stringValue();
        var compared = shell.run("journal", "compare", code.toString()).exits(0).out();
        assertTrue(compared.contains("begins with"), compared);
        assertTrue(compared.contains("verified: Ed25519\n"), compared);
        var read = Peer.of("zbarimg", folder)
                .run("--quiet", "--raw", code.toString())
                .accepts();
        var withoutTheSecond = note.strip().substring(0, note.strip().lastIndexOf('\n'));
        assertTrue(read.text().strip().endsWith(withoutTheSecond), read.text());
    }

    @Test
    void comparesWhatWasTypedFromPaper() throws IOException {
        shell.run("crl", "sign", "--zone", "lighting").exits(0);
        var paper = checkpoint().get("paper").stringValue();
        shell.run("journal", "compare", "--text", paper).exits(0);
        var slip = (paper.startsWith("qqqq") ? "qqqp" : "qqqq") + paper.substring(4);
        shell.run("journal", "compare", "--text", slip).exits(1);
        shell.run("journal", "compare").exits(2);
        putBackYesterdaysFile();
        forgetWhatThisComputerRemembers();
        var older = shell.run("journal", "compare", "--text", paper, "--json")
                .exits(4)
                .json();
        assertEquals("older", older.get("comparison").stringValue());
    }

    @Test
    void signsNothingWithAnOlderFileAndSaysWhy() throws IOException {
        shell.run("export", "usb", shell.path("usb").toString()).exits(0);
        putBackYesterdaysFile();
        var refused = shell.run("crl", "sign", "--json").exits(4);
        assertEquals("{\"refused\":\"older-than-witness\"}\n", refused.out());
        assertTrue(refused.err().contains("Find the newer file"), refused.err());
        assertTrue(shell.run("home", "show").exits(0).err().contains("older than its witness"));
        forgetWhatThisComputerRemembers();
        shell.run("export", "usb", shell.path("usb").toString()).exits(4);
    }

    @Test
    void acceptsALossWithTheRootPassphraseOnly() throws IOException {
        shell.run("crl", "sign").exits(0);
        putBackYesterdaysFile();
        shell.run("journal", "accept-loss").exits(3);
        shell.run("crl", "sign").exits(4);
        shell.root("journal", "accept-loss").exits(0);
        shell.run("crl", "sign").exits(0);
        assertTrue(shell.run("journal", "verify", "--json")
                .exits(0)
                .json()
                .get("intact")
                .booleanValue());
        shell.root("journal", "accept-loss").exits(1);
    }

    @Test
    void provesAnEntryToAnybody() throws IOException {
        var told = checkpoint();
        var first = NoteVerifier.parse(told.get("key").stringValue()).orElseThrow();
        var keys = new CheckpointVerifier(
                first, NoteVerifier.parse(told.get("secondKey").stringValue()));
        var file = shell.path("entry.tlog-proof");
        shell.run("journal", "prove", "3", "--out", file.toString()).exits(0);
        var proof = TlogProof.parse(Files.readString(file)).orElseThrow();
        assertEquals(3, proof.index());
        assertTrue(proof.verified(keys).isPresent());
        assertEquals(CheckpointVerifier.Signed.BOTH, keys.signed(proof.checkpoint()));
        assertTrue(shell.run("journal", "prove", "--since", "1").exits(0).out().startsWith("old 1\n"));
        shell.run("journal", "prove", "3", "--out", file.toString()).exits(5);
        shell.run("journal", "prove", "3000").exits(1);
        shell.run("journal", "prove").exits(2);
    }

    @Test
    void refusesToSignWithAClockThatIsBehind() {
        shell.run("crl", "sign", "--at", "2026-11-21T09:00:00Z").exits(1);
        shell.root("journal", "accept-clock").exits(1);
        shell.root("journal", "accept-clock", "--at", "2026-11-21T09:00:00Z").exits(0);
        shell.run("crl", "sign", "--at", "2026-11-21T09:00:00Z").exits(0);
    }

    @Test
    void forgetsAPerson() {
        shell.run("journal", "forget", "Anna").exits(3);
        shell.root("journal", "forget", "Anna").exits(0);
        assertFalse(shell.run("journal", "list").exits(0).out().contains("Anna"));
        shell.run("journal", "forget", " ").exits(2);
    }
}
