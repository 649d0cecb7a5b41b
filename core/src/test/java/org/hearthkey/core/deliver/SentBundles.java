package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.BundleWriter.Unfinished;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.transport.Transport;
import org.hearthkey.core.transport.TransportException;

/// Bundles of one home on their way to a server, and what of them lies there.
final class SentBundles {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Path TOP = Path.of("");

    final BundleHome home = new BundleHome();

    void deliver(Transport transport, Bundle bundle, DeliveryProgress progress) throws IOException {
        var check =
                BundleWriter.against(bundle, home.now, home.root.certificate().fingerprint());
        new BundleWriter(transport, TOP, check, progress, Unfinished.CONTINUED).write(bundle, home.sign(bundle));
    }

    /// A bundle with a list of several pieces.
    Bundle large() {
        var more = IntStream.range(0, 6000).mapToObj(_ -> SerialNumber.random(RANDOM));
        var revoked = Stream.concat(Stream.of(home.porch.serial()), more).toArray(SerialNumber[]::new);
        var list = home.list(home.lighting, home.lightingKey, Duration.ofDays(20), revoked);
        return home.bundleWith(Published.of(home.lighting, list));
    }

    /// Brings a bundle, has the server killed in the middle of the large list of the next one, and goes on.
    ///
    /// @param upload where the bundles arrive
    /// @param killing what kills it
    void assertGoesOn(Transport transport, Path upload, Runnable killing) throws IOException {
        deliver(transport, home.bundle(), DeliveryProgress.NONE);
        var old = manifest(upload);
        var large = large();
        var killed = new AtomicBoolean();
        // The list is sent twice, then all is read back: a third of the whole is in the middle of the second time.
        var broken = assertThrows(
                TransportException.class,
                () -> deliver(transport, large, (done, of) -> {
                    if (done > of / 3 && !killed.getAndSet(true)) {
                        killing.run();
                    }
                    return Going.ON;
                }));
        assertTrue(broken.trouble().mayPass(), broken.toString());
        assertArrayEquals(old, manifest(upload));
        assertArrived(upload);
        var begun = filesOf(upload.resolve(".hearthkey-new"));
        assertFalse(begun.isEmpty());
        deliver(transport, large, DeliveryProgress.NONE);
        assertArrived(upload);
        assertArrayEquals(large.manifest(), manifest(upload));
        // The same files, and not others of the same name.
        var now = filesOf(upload.resolve("hearthkey"));
        begun.forEach((path, file) -> assertEquals(file, now.get(path), path));
    }

    void assertArrived(Path upload) throws IOException {
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(upload, home.now));
    }

    static byte[] manifest(Path upload) throws IOException {
        return Files.readAllBytes(upload.resolve("hearthkey/MANIFEST.json"));
    }

    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// The files below a folder, and what tells each from another one of its name.
    private static Map<String, Object> filesOf(Path folder) throws IOException {
        var files = new HashMap<String, Object>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey());
            }
        }
        return files;
    }
}
