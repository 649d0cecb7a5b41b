package org.hearthkey.core.deliver;

import static org.hearthkey.core.deliver.BundleWriterTest.SIGNATURE;
import static org.hearthkey.core.deliver.BundleWriterTest.bundle;
import static org.hearthkey.core.deliver.BundleWriterTest.filesIn;
import static org.hearthkey.core.deliver.BundleWriterTest.filesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.deliver.DeliveryException.Reason;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real file system of 256 KiB, which can be filled, made read-only and taken away. Only root may mount one.
class BundleWriterOnMediaTest {
    private static final Bundle OLD = bundle(1, "old", "lighting");
    private static final Bundle NEW = bundle(2, "newer", "lighting");
    private static final Bundle LARGE = bundle(3, "much larger ", "lighting", "security", "garden", "media", "locks");

    @TempDir
    Path folder;

    private Path stick;

    @BeforeEach
    void plugIn() throws IOException {
        stick = Files.createDirectory(folder.resolve("stick"));
        var mounted = Peer.of("mount", folder).run("-t", "tmpfs", "-o", "size=256k", "tmpfs", "stick");
        assumeTrue(mounted.exit() == 0, () -> "Nothing can be mounted here: " + mounted.text());
        Unchecked.write(stick, OLD, SIGNATURE);
    }

    @AfterEach
    void unplug() {
        // Fails where nothing is mounted any more, which is as good.
        Peer.of("umount", folder).run("--lazy", "stick");
    }

    @Test
    void aFullDriveKeepsTheOldBundle() throws IOException {
        assertEquals(Reason.FULL, refusal(LARGE));
        assertEquals(filesOf(OLD), filesIn(stick.resolve("hearthkey")));
        assertEquals(List.of("hearthkey"), names());
        Unchecked.write(stick, NEW, SIGNATURE);
        assertEquals(filesOf(NEW), filesIn(stick.resolve("hearthkey")));
    }

    @Test
    void aReadOnlyDriveKeepsTheOldBundle() throws IOException {
        Peer.of("mount", folder).run("-o", "remount,ro", "stick").accepts();
        assertEquals(Reason.READ_ONLY, refusal(NEW));
        assertEquals(filesOf(OLD), filesIn(stick.resolve("hearthkey")));
        assertEquals(List.of("hearthkey"), names());
    }

    @Test
    void aDriveThatIsUnpluggedMidwayLeavesNothingOnThisMachine() throws IOException {
        var counting = new FaultyDrive(0, () -> {});
        new BundleWriter(counting, stick, Unchecked.CHECK, DeliveryProgress.NONE).write(OLD, SIGNATURE);
        for (int step = 1; step < counting.steps(); step++) {
            var writer = new BundleWriter(
                    new FaultyDrive(step, this::pullOut), stick, Unchecked.CHECK, DeliveryProgress.NONE);
            try {
                writer.write(NEW, SIGNATURE);
                assertTrue(step > counting.steps() / 2, "step " + step + " is before the old bundle's removal");
            } catch (DeliveryException refused) {
                assertEquals(Reason.GONE, refused.reason(), "step " + step);
            }
            assertEquals(List.of(), names(), "step " + step);
            Peer.of("mount", folder)
                    .run("-t", "tmpfs", "-o", "size=256k", "tmpfs", "stick")
                    .accepts();
            Unchecked.write(stick, OLD, SIGNATURE);
        }
    }

    private void pullOut() {
        Peer.of("umount", folder).run("--lazy", "stick").accepts();
    }

    private Reason refusal(Bundle bundle) {
        return assertThrows(DeliveryException.class, () -> Unchecked.write(stick, bundle, SIGNATURE))
                .reason();
    }

    private List<String> names() throws IOException {
        try (var found = Files.list(stick)) {
            return found.map(path -> path.getFileName().toString()).toList();
        }
    }
}
