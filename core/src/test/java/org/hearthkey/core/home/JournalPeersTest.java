package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A verifier written in another language from the C2SP texts, RFC 9162 and our format page.
class JournalPeersTest {
    private static final Path VERIFIER =
            Path.of("src/test/python/verify_journal.py").toAbsolutePath();

    private final List<String> arguments = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void pythonVerifiesEveryEntryCheckpointAndProof() throws IOException {
        export();
        var size = Files.readAllLines(folder.resolve("entries")).size();
        verify().accepts()
                .says("canonical " + size)
                .says("paper " + size)
                .says("included entry 0 of " + size)
                .says("included entry " + (size - 1) + " of " + size)
                .says("grown 1 begins " + size)
                .says("grown " + size + " begins " + size);
    }

    @Test
    void pythonNoticesADeletedEntry() throws IOException {
        export();
        var entries = Files.readAllLines(folder.resolve("entries"));
        Files.write(folder.resolve("entries"), entries.subList(0, entries.size() - 1));
        verify().refuses("does not hold: the root");
    }

    @Test
    void pythonNoticesEntriesInAnotherOrder() throws IOException {
        export();
        var entries = Files.readAllLines(folder.resolve("entries"));
        Files.write(folder.resolve("entries"), entries.reversed());
        verify().refuses("does not hold: the root");
    }

    @Test
    void pythonNoticesAChangedProofAndAChangedCheckpoint() throws IOException {
        export();
        var proof = folder.resolve("entry-3");
        var lines = new ArrayList<>(Files.readAllLines(proof));
        lines.set(2, "index 4");
        Files.writeString(proof, String.join("\n", lines) + "\n");
        verify().refuses("does not hold: the entry in the proof");
        var checkpoint = folder.resolve("checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\n[0-9]+\n", "\n7\n"));
        verify().refuses("InvalidSignature");
    }

    private Peer.Answer verify() {
        return Peer.python(folder, "cryptography").run(arguments.toArray(String[]::new));
    }

    /// Writes down what the product claims of a home's journal.
    private void export() throws IOException {
        arguments.addAll(List.of(VERIFIER.toString(), "entries", "key", "checkpoint", "paper"));
        try (var home = new TestHomes().create(folder.resolve("Maple.hearth"))) {
            TestHomes.forget(home, "Zo\u00eb \ud83d\ude00");
            home.lists().signDue();
            var checkpoints = home.checkpoints();
            var entries = new ArrayList<String>();
            for (long number = 0; number < home.journal().size(); number++) {
                var proof = checkpoints.prove(number).orElseThrow();
                assertTrue(proof.verified(checkpoints.verifier()).isPresent());
                entries.add(HexFormat.of().formatHex(Base64.getDecoder().decode(proof.entry())));
                write("entry-" + number, proof.toString());
                write(
                        "since-" + (number + 1),
                        checkpoints.proveGrowth(number + 1).toString());
            }
            Files.write(folder.resolve("entries"), entries);
            Files.writeString(
                    folder.resolve("key"), checkpoints.verifier().first().toString());
            Files.writeString(folder.resolve("checkpoint"), checkpoints.sign().toString());
            Files.writeString(folder.resolve("paper"), checkpoints.paper().toString());
            assertEquals(
                    new JournalVerdict.Intact(
                            entries.size(), checkpoints.current().root().hex()),
                    home.journal().verify());
        }
    }

    private void write(String name, String proof) throws IOException {
        Files.writeString(folder.resolve(name), proof);
        arguments.add(name);
    }
}
