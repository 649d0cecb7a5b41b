package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.deliver.FaultyDrive.Fault;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.transport.LocalTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleWriterTest {
    static final ManifestSignatures SIGNATURE = new ManifestSignatures(new byte[] {0x30, 0x00}, new byte[] {1});
    private static final Bundle OLD = bundle(1, "old");
    private static final Bundle NEW = bundle(2, "newer", "lighting");

    @TempDir
    Path stick;

    @Test
    void writesEveryFileAndNothingElse() throws IOException {
        var written = Unchecked.write(stick, NEW, SIGNATURE);
        assertEquals(stick.resolve("hearthkey"), written.folder());
        assertEquals(WrittenBundle.Last.NONE, written.last());
        assertWhole(NEW);
        assertNothingElse();
    }

    @Test
    void theNewBundleTakesThePlaceOfTheOld() throws IOException {
        Unchecked.write(stick, NEW, SIGNATURE);
        assertEquals(
                WrittenBundle.Last.REMOVED,
                Unchecked.write(stick, OLD, SIGNATURE).last());
        assertWhole(OLD);
        assertNothingElse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ONE_STEP", "FROM_THEN_ON", "HALF_WRITTEN"})
    void whereverTheFirstDeliveryFailsTheNextSucceeds(Fault fault) throws IOException {
        for (int step = 0; fails(step, fault); step++) {
            Unchecked.write(stick, NEW, SIGNATURE);
            assertWhole(NEW);
            assertNothingElse();
            for (var path : FolderContents.of(new LocalTransport(), stick.resolve("hearthkey"))
                    .all()) {
                Files.delete(path);
            }
        }
        assertWhole(NEW);
    }

    @Test
    void oneFailingStepLeavesTheOldBundleAndNothingElse() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        int step = 0;
        while (fails(step, Fault.ONE_STEP)) {
            assertWhole(OLD);
            assertNothingElse();
            step++;
        }
        assertTrue(step > 15, "only " + step + " steps");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FROM_THEN_ON", "HALF_WRITTEN"})
    void whereverADeliveryIsCutOffAWholeBundleIsThere(Fault fault) throws IOException {
        int interrupted = 0;
        Unchecked.write(stick, OLD, SIGNATURE);
        for (int step = 0; fails(step, fault); step++) {
            var folder = new BundleFolder(stick);
            if (folder.wasInterrupted(new LocalTransport())) {
                interrupted++;
                assertEquals(filesOf(OLD), filesIn(folder.last()));
                assertEquals(new BundleVerdict.Interrupted(), BundleReader.verify(stick, Instant.EPOCH));
            } else {
                var found = filesIn(folder.current());
                assertTrue(found.equals(filesOf(OLD)) || found.equals(filesOf(NEW)), "step " + step);
            }
            Unchecked.write(stick, OLD, SIGNATURE);
            assertWhole(OLD);
            assertNothingElse();
        }
        // Between the first rename and the second, also when putting back fails.
        assertTrue(interrupted >= 2, interrupted + " interruptions");
    }

    @Test
    void anOldBundleThatCannotBeRemovedIsRemovedNextTime() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        var counting = new FaultyDrive(Integer.MAX_VALUE, Fault.ONE_STEP);
        new BundleWriter(counting, stick, Unchecked.CHECK, DeliveryProgress.NONE).write(OLD, SIGNATURE);
        var failing = new BundleWriter(
                new FaultyDrive(counting.steps() - 1, Fault.FROM_THEN_ON),
                stick,
                Unchecked.CHECK,
                DeliveryProgress.NONE);
        assertEquals(WrittenBundle.Last.LEFT, failing.write(OLD, SIGNATURE).last());
        assertWhole(OLD);
        assertFalse(new BundleFolder(stick).wasInterrupted(new LocalTransport()));
        Unchecked.write(stick, NEW, SIGNATURE);
        assertWhole(NEW);
        assertNothingElse();
    }

    @Test
    void aHalfRemovedOldBundleIsNotPutBack() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        Files.move(stick.resolve("hearthkey"), stick.resolve(".hearthkey-old"));
        Files.delete(stick.resolve(".hearthkey-old/MANIFEST.json"));
        assertEquals(new BundleVerdict.Missing(), BundleReader.verify(stick, Instant.EPOCH));
        assertTrue(fails(0, Fault.ONE_STEP));
        Unchecked.write(stick, NEW, SIGNATURE);
        assertWhole(NEW);
        assertNothingElse();
    }

    @Test
    void noticesADriveThatReadsBackOtherwise() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        var fake = new BundleWriter(
                new FaultyDrive(0, Fault.READS_OTHERWISE), stick, Unchecked.CHECK, DeliveryProgress.NONE);
        var refused = assertThrows(DeliveryException.class, () -> fake.write(NEW, SIGNATURE));
        assertEquals(Reason.READ_BACK_DIFFERS, refused.reason());
        assertWhole(OLD);
        assertNothingElse();
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        assertEquals(Reason.GONE, refusal(stick.resolve("none")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hearthkey", ".hearthkey-new", ".hearthkey-old"})
    void doesNotWriteThroughALink(String name) throws IOException {
        var elsewhere = Files.createDirectory(stick.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("root.pem"), "keep me");
        Files.createSymbolicLink(stick.resolve(name), elsewhere);
        assertEquals(Reason.LINK, refusal(stick));
        assertEquals("keep me", Files.readString(elsewhere.resolve("root.pem")));
        assertTrue(Files.isSymbolicLink(stick.resolve(name)));
    }

    @Test
    void doesNotRemoveThroughALinkInside() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        var elsewhere = Files.createDirectory(stick.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("crl.pem"), "keep me");
        Files.createSymbolicLink(stick.resolve("hearthkey/services"), elsewhere);
        assertEquals(Reason.LINK, refusal(stick));
        assertEquals("keep me", Files.readString(elsewhere.resolve("crl.pem")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hearthkey/notes.txt",
                "hearthkey/zones/lighting/key.pem",
                "hearthkey/a/b/c/d/e",
                ".hearthkey-new/x",
                "hearthkey"
            })
    void doesNotRemoveWhatIsNotOfABundle(String path) throws IOException {
        var file = stick.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "keep me");
        assertEquals(Reason.NOT_A_BUNDLE, refusal(stick));
        assertEquals("keep me", Files.readString(file));
    }

    @Test
    void overlooksWhatDesktopsLeaveBehind() throws IOException {
        Unchecked.write(stick, OLD, SIGNATURE);
        Files.writeString(stick.resolve("hearthkey/.DS_Store"), "");
        Files.writeString(stick.resolve("hearthkey/._root.pem"), "");
        Unchecked.write(stick, NEW, SIGNATURE);
        assertWhole(NEW);
        assertNothingElse();
    }

    private boolean fails(int step, Fault fault) throws IOException {
        try {
            new BundleWriter(new FaultyDrive(step, fault), stick, Unchecked.CHECK, DeliveryProgress.NONE)
                    .write(NEW, SIGNATURE);
            return false;
        } catch (DeliveryException refused) {
            assertEquals(Reason.FAILED, refused.reason());
            return true;
        }
    }

    private Reason refusal(Path directory) {
        return assertThrows(DeliveryException.class, () -> Unchecked.write(directory, NEW, SIGNATURE))
                .reason();
    }

    private void assertWhole(Bundle bundle) throws IOException {
        assertEquals(filesOf(bundle), filesIn(stick.resolve("hearthkey")));
    }

    private void assertNothingElse() throws IOException {
        try (var found = Files.list(stick)) {
            assertEquals(
                    List.of("hearthkey"),
                    found.map(path -> path.getFileName().toString()).toList());
        }
    }

    static Map<String, ByteBuffer> filesOf(Bundle bundle) {
        var files = new TreeMap<String, ByteBuffer>();
        bundle.files().forEach(file -> files.put(file.path(), ByteBuffer.wrap(BundleHome.bytes(file.content()))));
        files.put("MANIFEST.json", ByteBuffer.wrap(bundle.manifest()));
        files.put("MANIFEST.p7s", ByteBuffer.wrap(new byte[] {0x30, 0x00}));
        files.put("MANIFEST.mld", ByteBuffer.wrap(new byte[] {1}));
        return files;
    }

    static Map<String, ByteBuffer> filesIn(Path folder) throws IOException {
        var files = new TreeMap<String, ByteBuffer>();
        for (var path : FolderContents.of(new LocalTransport(), folder).files().keySet()) {
            files.put(path, ByteBuffer.wrap(Files.readAllBytes(folder.resolve(path))));
        }
        return files;
    }

    static Bundle bundle(long number, String content, String... zones) {
        var files = new ArrayList<BundleFile>();
        for (var path : List.of("root.pem", "crl-all.pem")) {
            files.add(new BundleFile(path, (content + path).getBytes(US_ASCII)));
        }
        for (var zone : zones) {
            files.add(new BundleFile(
                    "zones/" + zone + "/issuer.pem", content.repeat(5_000).getBytes(US_ASCII)));
        }
        var created = Instant.parse("2026-11-22T08:00:00Z");
        return new Bundle(number, new HomeId("k3pw7xqa"), created, created.plusSeconds(3_024_000), files);
    }
}
