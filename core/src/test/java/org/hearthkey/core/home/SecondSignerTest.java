package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home and the second signer of its bundles. A home has none before its first bundle, so homes of before get it in the
/// same way.
class SecondSignerTest {
    private static final String NO_ML_DSA = "no ML-DSA here";
    private static final String VERIFIER = """
        import sys
        try:
            from cryptography.hazmat.primitives.asymmetric import mldsa
        except ImportError:
            print("no ML-DSA here")
            sys.exit(0)
        from cryptography.hazmat.primitives.serialization import load_der_public_key
        key, manifest, signature = (open(name, "rb").read() for name in ("manifest-key.der", "MANIFEST.json", "MANIFEST.mld"))
        load_der_public_key(key).verify(signature, manifest)
        print("verified")
        """;

    private final TestHomes clock = new TestHomes();

    @TempDir
    Path folder;

    private Path file;
    private Path drive;
    private Home home;

    @BeforeEach
    void makesAHome() throws IOException {
        file = folder.resolve("Maple.hearth");
        drive = Files.createDirectory(folder.resolve("drive"));
        home = clock.create(file);
    }

    @AfterEach
    void closesIt() {
        home.close();
    }

    private byte[] delivered(String name) throws IOException {
        return Files.readAllBytes(drive.resolve("hearthkey").resolve(name));
    }

    private List<JournalEntry> made() {
        return home.journal().newest(Long.MAX_VALUE, 100).stream()
                .filter(entry -> entry.act().equals("signer.second"))
                .toList();
    }

    @Test
    void isMadeWithTheFirstBundleWrittenIntoTheJournalAndKeptForEver() throws IOException {
        assertEquals(List.of(), made());
        home.deliveries().export(drive);
        var key = delivered("manifest-key.der");
        assertEquals(Fingerprint.of(key).hex(), made().getFirst().facts().get("key"));
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(drive, clock.instant()));
        home.close();
        home = clock.open(file);
        home.deliveries().export(drive);
        assertArrayEquals(key, delivered("manifest-key.der"));
        assertEquals(1, made().size());
    }

    @Test
    void pythonVerifiesWhatItSigned() throws IOException {
        home.deliveries().export(drive);
        var answer = Peer.of("python3", drive.resolve("hearthkey")).run("-c", VERIFIER);
        if (answer.text().contains(NO_ML_DSA)) {
            abort("This Python's cryptography knows no ML-DSA, which it does from version 47 on");
        }
        answer.accepts();
        assertTrue(answer.text().contains("verified"), answer.text());
    }
}
