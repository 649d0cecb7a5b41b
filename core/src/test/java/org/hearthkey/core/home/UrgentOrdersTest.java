package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearthkey.core.certificate.Certificate;
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

/// Orders left at a real broker that speaks MQTT 5.
class UrgentOrdersTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Home home;
    private CertifiedHub pantry;

    @BeforeEach
    void createsAHome() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.now()));
        home = clock.create(folder.resolve("Maple.hearth"));
        pantry = new CertifiedHub(home, "Pantry", folder.resolve("pantry"));
        Files.writeString(
                folder.resolve("root.pem"), home.issuers().root().certificate().pem());
    }

    @AfterEach
    void closes() {
        home.close();
    }

    private static Certificate anchor(Home of) {
        return of.issuers().services().twin().orElseThrow();
    }

    private Mosquitto broker(int port, CertifiedHub server, Certificate clients) throws IOException {
        Files.writeString(folder.resolve("clients.pem"), clients.pem());
        return Mosquitto.start(
                folder,
                List.of(
                        "user root",
                        "listener " + port + " 127.0.0.1",
                        "cafile " + folder.resolve("clients.pem"),
                        "certfile " + server.folder().resolve("hub.pem"),
                        "keyfile " + server.folder().resolve("hub.key"),
                        "require_certificate true",
                        "use_subject_as_username true",
                        "listener " + (port + 1) + " 127.0.0.1",
                        "allow_anonymous true"));
    }

    private Hub hub(int port) {
        return home.hubRegister().add(new HubName("broker"), new HubAddress.Mqtts("localhost", port));
    }

    @Test
    void theBrokerKeepsThemForWhoeverComesLater() throws IOException {
        int port = Mosquitto.freePort();
        try (var _ = broker(port, pantry, anchor(home))) {
            var sent = home.hubDeliveries().order(hub(port));
            var topic = "hearthkey/" + home.facts().id().text() + "/orders";
            Peer.of("sh", folder)
                    .run(
                            "-c",
                            "mosquitto_sub -V mqttv5 -h 127.0.0.1 -p " + (port + 1) + " -t " + topic
                                    + " -C 1 -N -W 20 > orders.p7m")
                    .accepts();
            Peer.of("openssl", folder)
                    .run(
                            "cms",
                            "-verify",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            "orders.p7m",
                            "-CAfile",
                            "root.pem",
                            "-no-CApath",
                            "-no-CAstore",
                            "-purpose",
                            "any",
                            "-out",
                            "orders")
                    .accepts();
            var orders = Files.readString(folder.resolve("orders"), US_ASCII);
            assertTrue(
                    orders.startsWith("hearthkey-orders-message/1\nhome "
                            + home.facts().id() + "\nnumber " + sent.number() + "\ncreated "),
                    orders);
            assertTrue(orders.contains("\nhearthkey-orders/1\n"), orders);
            assertEquals(home.lists().newest().size(), orders.split("-----BEGIN X509 CRL-----", -1).length - 1, orders);
        }
    }

    @Test
    void aBrokerOfAnotherHomeGetsNothing() throws IOException {
        var others = new TestHomes();
        others.pass(Duration.between(others.instant(), Instant.now()));
        try (var other = others.create(folder.resolve("Other.hearth"))) {
            int port = Mosquitto.freePort();
            var stranger = new CertifiedHub(other, "Pantry", folder.resolve("stranger"));
            try (var _ = broker(port, stranger, anchor(home))) {
                assertEquals(Trouble.NOT_OUR_SERVER, refusal(hub(port)));
            }
        }
    }

    @Test
    void saysThatTheBrokerDoesNotLetThisHomeIn() throws IOException {
        var others = new TestHomes();
        others.pass(Duration.between(others.instant(), Instant.now()));
        try (var other = others.create(folder.resolve("Other.hearth"))) {
            int port = Mosquitto.freePort();
            try (var _ = broker(port, pantry, anchor(other))) {
                assertEquals(Trouble.TURNED_AWAY, refusal(hub(port)));
            }
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        assertEquals(Trouble.UNREACHABLE, refusal(hub(Mosquitto.freePort())));
    }

    private Trouble refusal(Hub hub) {
        return assertThrows(TransportException.class, () -> home.hubDeliveries().order(hub))
                .trouble();
    }
}
