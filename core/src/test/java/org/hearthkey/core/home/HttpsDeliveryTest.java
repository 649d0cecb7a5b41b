package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryProgress.Going;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles put to web servers that ask for the home's certificate.
class HttpsDeliveryTest {
    private static final char[] NO_SECRET = "none".toCharArray();

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path place;
    private Home home;
    private CertifiedHub pantry;

    @BeforeEach
    void createsAHome() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.now()));
        home = clock.create(folder.resolve("Maple.hearth"));
        place = Files.createDirectory(folder.resolve("upload"));
        pantry = new CertifiedHub(home, "Pantry", folder.resolve("pantry"));
    }

    @AfterEach
    void closes() {
        home.close();
    }

    private Hub hub(int port) {
        return home.hubRegister().add(new HubName("pantry"), new HubAddress.Https("localhost", port, "/hearth"));
    }

    private Certificate anchor() {
        return home.issuers().services().twin().orElseThrow();
    }

    private SSLContext tls(CertifiedHub server, Certificate clients) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("hub", server.keys().getPrivate(), NO_SECRET, new X509Certificate[] {
                server.certificate().x509()
            });
            keys.setCertificateEntry("clients", clients.x509());
            var own = KeyManagerFactory.getInstance("PKIX");
            own.init(keys, NO_SECRET);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void assertArrived() throws IOException {
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(place, clock.instant()));
        try (var names = Files.list(place)) {
            assertEquals(
                    List.of("hearthkey"),
                    names.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("hearthkey-receipts"))
                            .toList());
        }
    }

    @Test
    void putsTheBundleTheManifestLastAndReadsTheReceipt() throws IOException {
        try (var server = new DavServer(place, tls(pantry, anchor()))) {
            var hub = hub(server.port());
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertArrived();
            var puts = server.asked().stream()
                    .filter(asked -> asked.startsWith("PUT"))
                    .toList();
            assertEquals(
                    List.of("MANIFEST.json", "MANIFEST.p7s", "MANIFEST.mld"),
                    puts.subList(puts.size() - 3, puts.size()).stream()
                            .map(put -> put.substring(put.lastIndexOf('/') + 1))
                            .toList());
            clock.pass(Duration.ofSeconds(1));
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertArrived();
            var content = CertifiedHub.content(home, "pantry", place, clock.instant());
            CertifiedHub.leave(place, "pantry", pantry.sign(content));
            assertTrue(home.hubDeliveries().readReceipt(hub).orElseThrow().news());
        }
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        try (var server = new DavServer(place, tls(pantry, anchor()))) {
            var hub = hub(server.port());
            server.hangUpAfter(15);
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertArrived();
            // What was there already was not sent again.
            var roots = server.asked().stream()
                    .filter(asked -> asked.equals("PUT /hearth/.hearthkey-new/root.pem"))
                    .count();
            assertEquals(1, roots, server.asked().toString());
        }
    }

    @Test
    void leavesTheOldBundleWholeWhereverItIsStopped() throws IOException {
        try (var server = new DavServer(place, tls(pantry, anchor()))) {
            var hub = hub(server.port());
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            var old = Files.readString(place.resolve("hearthkey/MANIFEST.json"));
            for (int tenth = 0; tenth < 10; tenth++) {
                int at = tenth;
                var stopped = assertThrows(
                        DeliveryException.class,
                        () -> home.hubDeliveries()
                                .deliver(hub, (done, of) -> done >= at * of / 10 ? Going.STOP : Going.ON));
                assertEquals(DeliveryException.Reason.STOPPED, stopped.reason());
                assertEquals(old, Files.readString(place.resolve("hearthkey/MANIFEST.json")));
                assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(place, clock.instant()));
            }
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertArrived();
        }
    }

    @Test
    void sendsNothingToAServerOfAnotherHome() throws IOException {
        var others = new TestHomes();
        others.pass(Duration.between(others.instant(), Instant.now()));
        try (var other = others.create(folder.resolve("Other.hearth"))) {
            var stranger = new CertifiedHub(other, "Pantry", folder.resolve("stranger"));
            try (var server = new DavServer(place, tls(stranger, anchor()))) {
                assertEquals(Trouble.NOT_OUR_SERVER, refusal(hub(server.port())));
                assertEquals(List.of(), server.asked());
            }
        }
    }

    @Test
    void saysThatAServerDoesNotLetThisHomeIn() throws IOException {
        var others = new TestHomes();
        others.pass(Duration.between(others.instant(), Instant.now()));
        try (var other = others.create(folder.resolve("Other.hearth"))) {
            var theirs = other.issuers().services().twin().orElseThrow();
            try (var server = new DavServer(place, tls(pantry, theirs))) {
                assertEquals(Trouble.TURNED_AWAY, refusal(hub(server.port())));
                assertEquals(List.of(), server.asked());
            }
        }
    }

    private Trouble refusal(Hub hub) {
        return assertThrows(TransportException.class, () -> home.hubDeliveries().deliver(hub, DeliveryProgress.NONE))
                .trouble();
    }

    @Test
    void nginxTakesBundles() throws IOException {
        int port = Mosquitto.freePort();
        Files.writeString(pantry.folder().resolve("clients.pem"), anchor().pem());
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        Files.createSymbolicLink(folder.resolve("hearth"), place);
        Files.writeString(folder.resolve("nginx.conf"), """
            daemon off;
            pid %1$s/nginx.pid;
            error_log stderr;
            user root;
            events {}
            http {
                access_log off;
                client_body_temp_path %1$s;
                proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                server {
                    listen 127.0.0.1:%2$d ssl;
                    listen [::1]:%2$d ssl;
                    ssl_certificate %3$s/hub.pem;
                    ssl_certificate_key %3$s/hub.key;
                    ssl_client_certificate %3$s/clients.pem;
                    ssl_verify_client on;
                    root %4$s;
                    client_max_body_size 64m;
                    location /hearth/ {
                        dav_methods PUT DELETE MKCOL MOVE;
                        create_full_put_path on;
                    }
                }
            }
            """.formatted(temporary, port, pantry.folder(), folder));
        var nginx = Peer.of("nginx", folder);
        nginx.run("-t", "-e", "stderr", "-c", folder.resolve("nginx.conf").toString())
                .accepts();
        var process =
                nginx.start("-e", "stderr", "-c", folder.resolve("nginx.conf").toString());
        try {
            var hub = hub(port);
            var delivered = home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertEquals(DeliveryState.DELIVERED, delivered.state());
            assertArrived();
            clock.pass(Duration.ofSeconds(1));
            home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
            assertArrived();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroy();
            process.onExit().join();
        }
    }
}
