package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearthkey.core.adopt.AdoptionUse;
import org.hearthkey.core.adopt.ForeignAuthorities;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.DeliveryException;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.key.MlDsaKey;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// What `docs/formats/bundle.md` tells people to run on orders, to the letter.
    private static String commands() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "formats", "bundle.md"));
        return page.split("```shell\n", -1)[1].split("```", -1)[0];
    }

    private Mosquitto broker(int port, CertifiedHub server, Certificate clients, String... more) throws IOException {
        Files.writeString(folder.resolve("clients.pem"), clients.pem());
        var lines = new ArrayList<>(List.of(more));
        lines.addAll(List.of(
                "user root",
                "listener " + port + " 127.0.0.1",
                "cafile " + folder.resolve("clients.pem"),
                "certfile " + server.folder().resolve("hub.pem"),
                "keyfile " + server.folder().resolve("hub.key"),
                "require_certificate true",
                "use_subject_as_username true",
                "listener " + Mosquitto.freePort() + " 127.0.0.1",
                "allow_anonymous true"));
        return Mosquitto.start(folder, lines);
    }

    private Hub hub(int port) {
        return home.hubRegister().add(new HubName("broker"), new HubAddress.Mqtts("localhost", port));
    }

    @Test
    void theBrokerKeepsThemForWhoeverComesLater() throws IOException {
        int port = Mosquitto.freePort();
        try (var _ = broker(port, pantry, anchor(home))) {
            var stick = Files.createDirectory(folder.resolve("stick"));
            var sent = home.hubDeliveries().order(hub(port));
            var topic = "hearthkey/" + home.facts().id().text() + "/orders";
            Peer.of("sh", folder)
                    .run(
                            "-c",
                            "mosquitto_sub -V mqttv5 -h 127.0.0.1 -p " + (port + 1) + " -t " + topic
                                    + " -C 1 -N -W 20 > orders.p7m")
                    .accepts();
            home.deliveries().export(stick);
            Files.copy(stick.resolve("hearthkey/manifest-key.der"), folder.resolve("manifest-key.der"));
            Peer.of("sh", folder).run("-eu", "-c", commands()).accepts();
            var orders = Files.readString(folder.resolve("orders"), US_ASCII);
            assertTrue(
                    orders.startsWith("hearthkey-orders-message/2\nhome "
                            + home.facts().id() + "\nnumber " + sent.number() + "\ncreated "),
                    orders);
            assertTrue(orders.contains("\nhearthkey-orders/1\n"), orders);
            // The OpenSSL of this machine may be too old for the last of those commands.
            assertTrue(MlDsaKey.verifies(
                    MlDsaKey.ofSpki(Files.readAllBytes(folder.resolve("manifest-key.der")))
                            .orElseThrow(),
                    Files.readAllBytes(folder.resolve("orders")),
                    Files.readAllBytes(folder.resolve("orders.mld"))));
            assertEquals(home.lists().newest().size(), orders.split("-----BEGIN X509 CRL-----", -1).length - 1, orders);
        }
    }

    /// The one limit a broker says when a client comes, the other it keeps to itself.
    @ParameterizedTest
    @ValueSource(strings = {"max_packet_size 4000", "message_size_limit 4000"})
    void saysThatTheyAreLongerThanTheBrokerTakes(String limit) throws IOException {
        int port = Mosquitto.freePort();
        try (var _ = broker(port, pantry, anchor(home), limit)) {
            assertEquals(Trouble.TOO_LONG, refusal(hub(port)));
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

    /// An issuer that was taken over had revoked so many that its list alone is longer than a message may be.
    @Test
    void ordersThatAreTooLongUseUpNoBundleNumber() throws Exception {
        adoptZoneThatRevoked(60_000);
        var broker = hub(Mosquitto.freePort());
        var refused =
                assertThrows(DeliveryException.class, () -> home.hubDeliveries().order(broker));
        assertEquals(DeliveryException.Reason.ORDERS_TOO_LONG, refused.reason());
        assertEquals(List.of(), home.deliveries().newest(1));
        assertEquals(
                List.of(),
                home.journal().newest(Long.MAX_VALUE, 20).stream()
                        .map(JournalEntry::act)
                        .filter("bundle.sign"::equals)
                        .toList());
    }

    private void adoptZoneThatRevoked(int devices) throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        Files.createDirectory(other.resolve("private"));
        Files.writeString(folder.resolve("other.cnf"), """
            [req]
            distinguished_name = dn
            x509_extensions = authority
            prompt = no
            [dn]
            CN = Attic
            [authority]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign,cRLSign
            subjectKeyIdentifier = hash
            """);
        Peer.of("openssl", folder)
                .run(("req -x509 -new -nodes -config other.cnf -days 7000 -newkey ec -pkeyopt ec_paramgen_curve:P-256"
                                + " -keyout other/private/cakey.pem -out other/cacert.pem")
                        .split(" "))
                .accepts();
        Files.writeString(
                other.resolve("index.txt"),
                IntStream.range(0, devices)
                        .mapToObj(i -> "R\t490101000000Z\t260101000000Z,keyCompromise\t%040X\tunknown\t/CN=%d\n"
                                .formatted(BigInteger.ONE.shiftLeft(158).add(BigInteger.valueOf(i)), i))
                        .collect(Collectors.joining()));
        clock.pass(Duration.between(clock.instant(), Instant.now()).plusSeconds(1));
        try (var found = ForeignAuthorities.read(other, AdoptionUse.ZONE, Optional.empty());
                var key = found.openKey(Optional.empty());
                var root = TestHomes.rootPassphrase()) {
            home.zoneAdoption().add(new ZoneName("attic"), found, key, RootSecret.of(root));
        }
    }

    private Trouble refusal(Hub hub) {
        return assertThrows(TransportException.class, () -> home.hubDeliveries().order(hub))
                .trouble();
    }
}
