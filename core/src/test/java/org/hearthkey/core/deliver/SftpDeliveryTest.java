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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.deliver.BundleWriter.Unfinished;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.Sshd;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.OwnKey;
import org.hearthkey.core.transport.SftpTransport;
import org.hearthkey.core.transport.SshDoor;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// Bundles sent to a real OpenSSH server.
class SftpDeliveryTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Path TOP = Path.of("");

    private final BundleHome home = new BundleHome();
    private final SoftwareKey key = SoftwareKey.generate(KeyProfile.P256, RANDOM);

    @TempDir(factory = BelowTarget.class)
    private Path place;

    private Sshd server;

    /// OpenSSH locks nobody into a folder below one that everybody may write to, such as `/tmp`.
    static final class BelowTarget implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "sshd")).toRealPath(), "hub");
        }
    }

    @BeforeEach
    void startsAServer() throws IOException {
        server = Sshd.start(place, "ed25519", OwnKey.line(key.publicKey(), "test"));
    }

    @AfterEach
    void stops() {
        server.close();
        key.close();
    }

    private HubAddress.Sftp address() {
        return (HubAddress.Sftp) HubAddress.parse(server.uri()).orElseThrow();
    }

    private Optional<HostKey> known() {
        return HostKey.parse(server.hostKey());
    }

    private SftpTransport transport() {
        return new SftpTransport(SshDoor.withKey(address(), known(), key), address());
    }

    private void deliver(SftpTransport transport, Bundle bundle, DeliveryProgress progress) throws IOException {
        var check =
                BundleWriter.against(bundle, home.now, home.root.certificate().fingerprint());
        new BundleWriter(transport, TOP, check, progress, Unfinished.CONTINUED).write(bundle, home.sign(bundle));
    }

    private void deliver(Bundle bundle, DeliveryProgress progress) throws IOException {
        try (var transport = transport()) {
            deliver(transport, bundle, progress);
        }
    }

    private void arrived() throws IOException {
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(place.resolve("upload"), home.now));
    }

    private byte[] manifest() throws IOException {
        return Files.readAllBytes(place.resolve("upload/hearthkey/MANIFEST.json"));
    }

    /// A bundle with a list of several pieces.
    private Bundle large() {
        var more = IntStream.range(0, 6000).mapToObj(_ -> SerialNumber.random(RANDOM));
        var revoked = Stream.concat(Stream.of(home.porch.serial()), more).toArray(SerialNumber[]::new);
        var list = home.list(home.lighting, home.lightingKey, Duration.ofDays(20), revoked);
        return home.bundleWith(Published.of(home.lighting, list));
    }

    @Test
    void bringsABundleAndTakesTheOldOneAway() throws IOException {
        deliver(home.bundle(), DeliveryProgress.NONE);
        arrived();
        var large = large();
        deliver(large, DeliveryProgress.NONE);
        arrived();
        assertEquals(List.of("hearthkey"), names(place.resolve("upload")));
        assertArrayEquals(large.manifest(), manifest());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void asksAServerForItsKeyAndSendsNothing() throws IOException {
        assertEquals(server.hostKey(), SshDoor.ask(address()).openSsh());
        assertEquals(List.of(), names(place.resolve("upload")));
    }

    @Test
    void sendsNothingToAServerThatNobodyCompared() throws IOException {
        try (var transport = new SftpTransport(SshDoor.withKey(address(), Optional.empty(), key), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.HOST_KEY_UNKNOWN, refused.trouble());
            assertEquals(known(), refused.shown());
        }
        assertEquals(List.of(), names(place.resolve("upload")));
    }

    @Test
    void sendsNothingToAnotherServer() throws IOException {
        var other = HostKey.parse("SHA256:" + "A".repeat(43));
        try (var transport = new SftpTransport(SshDoor.withKey(address(), other, key), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.HOST_KEY_OTHER, refused.trouble());
            assertEquals(known(), refused.shown());
        }
        assertEquals(List.of(), names(place.resolve("upload")));
    }

    @Test
    void saysThatTheServerDoesNotKnowOurKey() {
        try (var other = SoftwareKey.generate(KeyProfile.P256, RANDOM);
                var transport = new SftpTransport(SshDoor.withKey(address(), known(), other), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.TURNED_AWAY, refused.trouble());
        }
    }

    @Test
    void goesOnWhereAServerWasKilled() throws IOException {
        deliver(home.bundle(), DeliveryProgress.NONE);
        var old = manifest();
        var large = large();
        var killed = new AtomicBoolean();
        DeliveryProgress killing = (done, of) -> {
            // In the middle of the large list.
            if (done > of / 4 && !killed.getAndSet(true)) {
                server.killSessions();
            }
            return Going.ON;
        };
        try (var transport = transport()) {
            var broken = assertThrows(TransportException.class, () -> deliver(transport, large, killing));
            assertTrue(broken.trouble().mayPass(), broken.toString());
            assertArrayEquals(old, manifest());
            arrived();
            var begun = filesOf(place.resolve("upload/.hearthkey-new"));
            assertFalse(begun.isEmpty());
            deliver(transport, large, DeliveryProgress.NONE);
            arrived();
            assertArrayEquals(large.manifest(), manifest());
            // The same files, and not others of the same name.
            var now = filesOf(place.resolve("upload/hearthkey"));
            begun.forEach((path, file) -> assertEquals(file, now.get(path), path));
        }
    }

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

    @Test
    void leavesTheOldBundleWholeWhereverItIsStopped() throws IOException {
        deliver(home.bundle(), DeliveryProgress.NONE);
        var old = manifest();
        var large = large();
        for (int tenth = 0; tenth < 10; tenth++) {
            int at = tenth;
            var stopped = assertThrows(
                    DeliveryException.class,
                    () -> deliver(large, (done, of) -> done >= at * of / 10 ? Going.STOP : Going.ON));
            assertEquals(DeliveryException.Reason.STOPPED, stopped.reason());
            assertArrayEquals(old, manifest());
            arrived();
        }
        deliver(large, DeliveryProgress.NONE);
        arrived();
        assertArrayEquals(large.manifest(), manifest());
    }

    @Test
    void removesWhatAnotherBundleBegan() throws IOException {
        var begun = place.resolve("upload/.hearthkey-new/zones/attic");
        Files.createDirectories(begun);
        Files.writeString(begun.resolve("crl.pem"), "half a li");
        Files.writeString(place.resolve("upload/.hearthkey-new/root.pem"), "another root");
        deliver(home.bundle(), DeliveryProgress.NONE);
        arrived();
        assertEquals(List.of("hearthkey"), names(place.resolve("upload")));
    }

    @Test
    void touchesNothingThatIsNotOurs() throws IOException {
        var theirs = Files.createDirectories(place.resolve("upload/hearthkey")).resolve("letters.txt");
        Files.writeString(theirs, "kept");
        var refused = assertThrows(DeliveryException.class, () -> deliver(home.bundle(), DeliveryProgress.NONE));
        assertEquals(DeliveryException.Reason.NOT_A_BUNDLE, refused.reason());
        assertEquals("kept", Files.readString(theirs));
    }
}
