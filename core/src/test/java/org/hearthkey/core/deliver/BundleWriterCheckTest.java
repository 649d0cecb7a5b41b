package org.hearthkey.core.deliver;

import static org.hearthkey.core.deliver.BundleWriterTest.filesIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.deliver.BundleWriter.Check;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.transport.LocalTransport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only what verifies where it lies on the drive takes the place of the bundle before.
class BundleWriterCheckTest {
    private static BundleHome home;
    private static Bundle old;
    private static Bundle next;

    @TempDir
    Path stick;

    @BeforeAll
    static void makeHome() {
        home = new BundleHome();
        old = home.bundle();
        next = new Bundle(8, old.home(), old.created(), old.validUntil(), old.files());
    }

    @BeforeEach
    void deliverTheOld() throws IOException {
        write(old, home.sign(old), home.now);
    }

    @Test
    void theNewOneTakesItsPlaceWhenItVerifies() throws IOException {
        write(next, home.sign(next), home.now);
        var sound = assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
        assertEquals(8, sound.manifest().number());
    }

    @Test
    void aSignatureOfAnotherBundleOrHomeKeepsTheOldOne() throws IOException {
        assertKept(refusal(next, home.sign(old)));
        assertKept(refusal(next, new BundleHome().sign(next)));
    }

    @Test
    void aBundleOfAnotherHomeKeepsTheOldOne() throws IOException {
        var stranger = new BundleHome();
        var foreign = stranger.bundle();
        assertKept(refusal(foreign, stranger.sign(foreign)));
    }

    @Test
    void whateverChangesOnTheDriveAfterItWasComparedKeepsTheOldOne() throws IOException {
        for (var path : FolderContents.of(new LocalTransport(), stick.resolve("hearthkey"))
                .files()
                .keySet()) {
            Check check = (drive, bundle) -> {
                var file = bundle.resolve(path);
                var content = Files.readAllBytes(file);
                content[content.length / 2] ^= 1;
                Files.write(file, content);
                return BundleReader.flaws(drive, bundle, next, home.now, root());
            };
            var writer = new BundleWriter(new LocalTransport(), stick, check, DeliveryProgress.NONE);
            assertKept(assertThrows(DeliveryException.class, () -> writer.write(next, home.sign(next)), path));
        }
    }

    @Test
    void anOlderGenuineBundleThatAnswersInsteadKeepsTheOldOne() throws IOException {
        Check check = (drive, bundle) -> {
            for (var file : filesIn(stick.resolve("hearthkey")).entrySet()) {
                Files.write(bundle.resolve(file.getKey()), file.getValue().array());
            }
            return BundleReader.flaws(drive, bundle, next, home.now, root());
        };
        var writer = new BundleWriter(new LocalTransport(), stick, check, DeliveryProgress.NONE);
        assertKept(assertThrows(DeliveryException.class, () -> writer.write(next, home.sign(next))));
    }

    @Test
    void stoppedAtAnyMomentItKeepsTheOldOne() throws IOException {
        var told = new ArrayList<Long>();
        var signature = home.sign(old);
        BundleWriter.write(stick, old, signature, home.now, root(), (done, _) -> {
            told.add(done);
            return Going.ON;
        });
        assertEquals(2 * (old.files().size() + 3), told.size());
        for (var moment : told) {
            var refused = assertThrows(
                    DeliveryException.class,
                    () -> BundleWriter.write(stick, old, signature, home.now, root(), (done, of) -> {
                        assertEquals(told.getLast(), of);
                        return done < moment ? Going.ON : Going.STOP;
                    }));
            assertKept(Reason.STOPPED, refused);
        }
    }

    /// As FAT leaves it when a renaming was cut in two: removing one of the names would remove both.
    @Test
    void twoNamesForTheSameBundleAreLeftAlone() throws IOException {
        for (var name : List.of(".hearthkey-old", ".hearthkey-new")) {
            for (var file : filesIn(stick.resolve("hearthkey")).entrySet()) {
                var copy = stick.resolve(name).resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.write(copy, file.getValue().array());
            }
            var refused = assertThrows(DeliveryException.class, () -> write(next, home.sign(next), home.now));
            assertEquals(Reason.DAMAGED, refused.reason());
            assertEquals(filesIn(stick.resolve("hearthkey")), filesIn(stick.resolve(name)));
            for (var path :
                    FolderContents.of(new LocalTransport(), stick.resolve(name)).all()) {
                Files.delete(path);
            }
        }
    }

    /// As it may be after a long time away: what else is revoked goes out all the same.
    @Test
    void aLapsedListAloneStopsNothing() throws IOException {
        write(next, home.sign(next), next.validUntil().plusSeconds(1));
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, next.validUntil()));
    }

    private void write(Bundle bundle, ManifestSignatures signature, Instant at) throws IOException {
        BundleWriter.write(stick, bundle, signature, at, root(), DeliveryProgress.NONE);
    }

    private DeliveryException refusal(Bundle bundle, ManifestSignatures signature) {
        return assertThrows(DeliveryException.class, () -> write(bundle, signature, home.now));
    }

    private void assertKept(DeliveryException refused) throws IOException {
        assertKept(Reason.UNSOUND, refused);
    }

    private void assertKept(Reason reason, DeliveryException refused) throws IOException {
        assertEquals(reason, refused.reason());
        var sound = assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(stick, home.now));
        assertEquals(7, sound.manifest().number());
        assertEquals(old.files().size() + 3, filesIn(stick.resolve("hearthkey")).size());
        try (var found = Files.list(stick)) {
            assertEquals(List.of(stick.resolve("hearthkey")), found.toList());
        }
    }

    private static Fingerprint root() {
        return home.root.certificate().fingerprint();
    }
}
