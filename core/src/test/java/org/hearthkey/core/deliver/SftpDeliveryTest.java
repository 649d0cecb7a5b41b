package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.key.SoftwareKey;
import org.hearthkey.core.peer.BelowTarget;
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
import org.junit.jupiter.api.io.TempDir;

/// Bundles sent to a real OpenSSH server.
class SftpDeliveryTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SentBundles bundles = new SentBundles();
    private final BundleHome home = bundles.home;
    private final SoftwareKey key = SoftwareKey.generate(KeyProfile.P256, RANDOM);

    @TempDir(factory = BelowTarget.class)
    private Path place;

    private Sshd server;

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

    private void deliver(Bundle bundle, DeliveryProgress progress) throws IOException {
        try (var transport = transport()) {
            bundles.deliver(transport, bundle, progress);
        }
    }

    private void arrived() throws IOException {
        bundles.assertArrived(place.resolve("upload"));
    }

    private byte[] manifest() throws IOException {
        return SentBundles.manifest(place.resolve("upload"));
    }

    @Test
    void bringsABundleAndTakesTheOldOneAway() throws IOException {
        deliver(home.bundle(), DeliveryProgress.NONE);
        arrived();
        var large = bundles.large();
        deliver(large, DeliveryProgress.NONE);
        arrived();
        assertEquals(List.of("hearthkey"), SentBundles.names(place.resolve("upload")));
        assertArrayEquals(large.manifest(), manifest());
    }

    @Test
    void asksAServerForItsKeyAndSendsNothing() throws IOException {
        assertEquals(server.hostKey(), SshDoor.ask(address()).openSsh());
        assertEquals(List.of(), SentBundles.names(place.resolve("upload")));
    }

    @Test
    void sendsNothingToAServerThatNobodyCompared() throws IOException {
        try (var transport = new SftpTransport(SshDoor.withKey(address(), Optional.empty(), key), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> bundles.deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.HOST_KEY_UNKNOWN, refused.trouble());
            assertEquals(known(), refused.shown());
        }
        assertEquals(List.of(), SentBundles.names(place.resolve("upload")));
    }

    @Test
    void sendsNothingToAnotherServer() throws IOException {
        var other = HostKey.parse("SHA256:" + "A".repeat(43));
        try (var transport = new SftpTransport(SshDoor.withKey(address(), other, key), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> bundles.deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.HOST_KEY_OTHER, refused.trouble());
            assertEquals(known(), refused.shown());
        }
        assertEquals(List.of(), SentBundles.names(place.resolve("upload")));
    }

    @Test
    void saysThatTheServerDoesNotKnowOurKey() {
        try (var other = SoftwareKey.generate(KeyProfile.P256, RANDOM);
                var transport = new SftpTransport(SshDoor.withKey(address(), known(), other), address())) {
            var refused = assertThrows(
                    TransportException.class, () -> bundles.deliver(transport, home.bundle(), DeliveryProgress.NONE));
            assertEquals(Trouble.TURNED_AWAY, refused.trouble());
        }
    }

    @Test
    void goesOnWhereAServerWasKilled() throws IOException {
        try (var transport = transport()) {
            bundles.assertGoesOn(transport, place.resolve("upload"), server::killSessions);
        }
    }

    @Test
    void leavesTheOldBundleWholeWhereverItIsStopped() throws IOException {
        deliver(home.bundle(), DeliveryProgress.NONE);
        var old = manifest();
        var large = bundles.large();
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
        assertEquals(List.of("hearthkey"), SentBundles.names(place.resolve("upload")));
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
