package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.deliver.SaidResult;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stick goes between Hearthkey, which has no network, and an ordinary user's computer that runs the hub's program from it
/// and tries a real broker.
class StickJourneyTest {
    private static final Role LIGHTING = new Role.Zone(TestHomes.LIGHTING);
    private static final String NOBODY = "65534";

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path stick;
    private Path user;
    private Home home;
    private int port;

    @BeforeEach
    void makeHome() throws IOException {
        pass();
        home = clock.create(folder.resolve("Maple.hearth"));
        open(folder, "rwxr-xr-x");
        stick = open(Files.createDirectory(folder.resolve("stick")), "rwxrwxrwx");
        user = open(Files.createDirectory(folder.resolve("user")), "rwxrwxrwx");
        port = Mosquitto.freePort();
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static Path open(Path folder, String permissions) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    /// The broker lives in the present.
    private void pass() {
        clock.pass(Duration.between(clock.instant(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    private void deliver() throws IOException {
        pass();
        home.deliveries().export(stick);
    }

    /// The program as it lies on the stick, run by somebody who is not root and has this home only.
    private Peer.Answer program(String shell, String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(List.of("env", "-i", "HOME=" + user, "PATH=" + System.getenv("PATH")));
        command.addAll(List.of(shell.split(" ")));
        command.add(stick.resolve("hearthkey-hub/hearthkey-hub").toString());
        command.addAll(List.of(arguments));
        return Peer.of(command.getFirst(), user)
                .run(command.subList(1, command.size()).toArray(String[]::new));
    }

    private void certify(String hub) throws IOException {
        var request = Files.readAllBytes(stick.resolve("hearthkey-receipts/" + hub + ".csr"));
        var certificate = home.hubs()
                .certify(new HubApplication(
                        new DeviceName(hub),
                        CertificateRequest.parse(request).orElseThrow(),
                        List.of(new DnsName(hub + ".home.arpa")),
                        List.of(),
                        397));
        var services = home.issuers().services().certificate();
        Files.writeString(stick.resolve(hub + "-chain.pem"), certificate.pem() + services.pem());
    }

    private Mosquitto startBroker() throws IOException {
        var hub = new CertifiedHub(home, "hall-pi", folder.resolve("hall-pi"));
        var services = home.issuers().services().certificate();
        Files.writeString(hub.folder().resolve("chain.pem"), hub.certificate().pem() + services.pem());
        brokerTakesList();
        return Mosquitto.start(
                hub.folder(),
                List.of(
                        "user root",
                        "log_dest stderr",
                        "allow_anonymous true",
                        "listener " + port + " 127.0.0.1",
                        "cafile " + stick.resolve("hearthkey/zones/lighting/anchor.pem"),
                        "certfile chain.pem",
                        "keyfile hub.key",
                        "crlfile taken.crl",
                        "require_certificate true"));
    }

    private void brokerTakesList() throws IOException {
        Files.copy(
                stick.resolve("hearthkey/zones/lighting/crl.pem"),
                folder.resolve("hall-pi/taken.crl"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private List<SaidResult> read() throws IOException {
        pass();
        var read = home.receipts().readFrom(stick);
        assertEquals(1, read.size());
        var sound = assertInstanceOf(ReceiptVerdict.Sound.class, read.getFirst().verdict());
        return SaidResult.of(sound.receipt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox ash"})
    void anOrdinaryUserTriesTheBrokerFromTheStick(String shell) throws IOException {
        home.hubPrograms().export(stick, DeliveryProgress.NONE);
        deliver();
        var program = stick.resolve("hearthkey-hub/hearthkey-hub");
        assertFalse(Files.isExecutable(program), "it must run where nothing is executable");
        var root = home.issuers().root().certificate().fingerprint();
        program(shell, "setup", "laptop", stick.toString(), "--fingerprint", root.hex())
                .accepts()
                .says("sh " + program + " take " + stick);
        Files.writeString(
                user.resolve(".config/hearthkey/hub.conf"),
                "LISTENER=lighting mqtts://127.0.0.1:" + port + "\n",
                StandardOpenOption.APPEND);
        // Who was not certified is not believed, and leaves nothing to believe.
        program(shell, "take", stick.toString()).says("this hub has no certificate yet");
        assertEquals(List.of(), home.receipts().readFrom(stick));

        certify("laptop");
        var asked = program(shell, "take", stick.toString());
        assertEquals(
                5,
                asked.says("The certificate of this hub is taken")
                        .says("not proven")
                        .exit());
        assertEquals(List.of(), read());
        assertEquals(Optional.empty(), home.hubStates().of(LIGHTING).outcome());

        deliver();
        try (var broker = startBroker()) {
            program(shell, "take", stick.toString()).accepts().says("enforced.");
            var seen = read().getFirst();
            assertEquals(Outcome.ENFORCED, seen.outcome());
            assertEquals("mqtts://127.0.0.1:" + port, seen.listener().address().text());
            var state = home.hubStates().of(LIGHTING);
            assertEquals(Optional.of(Outcome.ENFORCED), state.outcome());
            assertEquals(Optional.of(seen.at()), state.tried());
            var laptop = home.hubRegister().add(new HubName("laptop"), new HubAddress.Folder(stick));
            assertEquals(DeliveryState.ENFORCED, home.hubStates().of(laptop).state());

            Files.writeString(folder.resolve("hall-pi/taken.crl"), "");
            broker.reload();
            assertEquals(
                    6,
                    program(shell, "probe", stick.toString())
                            .says("NOT ENFORCED")
                            .exit());
            assertEquals(Outcome.NOT_ENFORCED, read().getFirst().outcome());
            assertEquals(
                    Optional.of(Outcome.NOT_ENFORCED),
                    home.hubStates().of(LIGHTING).outcome());
            assertTrue(home.hubStates().of(laptop).letsRevokedIn());
        }
        program(shell, "status").accepts().says("NOT ENFORCED");
        assertNothingElsewhere();
    }

    private void assertNothingElsewhere() throws IOException {
        var made = new TreeSet<String>();
        for (var path : List.of(user, user.resolve(".config"), user.resolve(".local"), user.resolve(".local/state"))) {
            try (var inside = Files.list(path)) {
                inside.map(user::relativize).map(Path::toString).forEach(made::add);
            }
        }
        assertEquals(
                new TreeSet<>(
                        List.of(".config", ".config/hearthkey", ".local", ".local/state", ".local/state/hearthkey")),
                made);
        try (var names = Files.list(user.resolve(".config/hearthkey"))) {
            assertEquals(
                    List.of("hub-key.pem", "hub.conf", "hub.pem", "probe-key.pem"),
                    names.map(name -> name.getFileName().toString()).sorted().toList());
        }
        for (var key : List.of("hub-key.pem", "probe-key.pem")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            user.resolve(".config/hearthkey").resolve(key))));
        }
        try (var files = Files.walk(stick)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains("PRIVATE KEY"),
                        file.toString());
            }
        }
    }
}
