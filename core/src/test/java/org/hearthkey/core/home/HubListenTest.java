package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Der;
import org.hearthkey.core.certificate.Pem;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.deliver.HubMachine;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.Server;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that leaves urgent orders at a real broker, whose hub listens there with the shipped program and snippets.
class HubListenTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Home home;
    private HubMachine hub;
    private Hub address;
    private Mosquitto broker;
    private int lighting;
    private int admin;
    private int orders;
    private Outcome.Issued lamp;

    @BeforeEach
    void theBrokerRuns() throws IOException {
        clock.pass(Duration.between(clock.instant(), Instant.now()));
        hub = new HubMachine(folder);
        home = clock.create(folder.resolve("Maple.hearth"));
        home.deliveries().export(hub.stick);
        var request = CertificateRequest.parse(
                hub.meet(home.issuers().root().certificate().fingerprint()));
        var application = new HubApplication(
                new DeviceName("hub"), request.orElseThrow(), List.of(new DnsName("localhost")), List.of(), 397);
        hub.certified(
                home.hubs().certify(application), home.issuers().services().certificate());
        hub.take().accepts();
        lamp = lamp();
        lighting = Mosquitto.freePort();
        admin = Mosquitto.freePort();
        orders = Mosquitto.freePort();
        broker = broker();
        address = home.hubRegister().add(new HubName("broker"), new HubAddress.Mqtts("localhost", orders));
        hub.option("RELOAD=kill -HUP $(cat " + folder.resolve("pid") + ")");
        hub.option("DISCONNECT=XDG_CONFIG_HOME=" + folder + " " + HubMachine.SHIPPED.resolve("mosquitto/disconnect"));
    }

    @AfterEach
    void close() {
        awaitHub();
        home.close();
        broker.close();
    }

    /// What obeys orders writes its receipt after it has said so, also when nobody hears any more.
    private void awaitHub() {
        Peer.of("flock", folder)
                .run("-w", "60", hub.state.resolve("lock").toString(), "true")
                .accepts();
    }

    private Outcome.Issued lamp() throws IOException {
        KeyPair keys = Requests.newKeys();
        var application =
                Application.of(new DeviceName("Lamp"), TestHomes.LIGHTING).request(Requests.of(keys, "CN=device"));
        var approval = new Approval(home.approvals().review(application));
        var issued = assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval));
        Files.writeString(folder.resolve("lamp.pem"), issued.certificate().pem());
        Files.writeString(
                folder.resolve("lamp.key"),
                new Pem("PRIVATE KEY", new Der(keys.getPrivate().getEncoded())).text());
        return issued;
    }

    /// The two snippets as they are shipped, and the rights as the shipped program sets them.
    private Mosquitto broker() throws IOException {
        Peer.of("mosquitto_ctrl", folder)
                .run("dynsec", "init", "dynsec.json", "admin", "only-here")
                .accepts();
        Files.writeString(folder.resolve("mosquitto_ctrl"), "-h 127.0.0.1\n-p " + admin + "\n-u admin\n-P only-here\n");
        var lines = new ArrayList<>(hub.snippet("mosquitto/hearthkey.conf"));
        lines.addAll(hub.snippet("mosquitto/orders.conf"));
        lines.replaceAll(line -> line.replace("listener 8883", "listener " + lighting)
                .replace("listener 8882", "listener " + orders)
                .replace("listener 1883", "listener " + admin)
                .replace(
                        "/var/lib/mosquitto/dynamic-security.json",
                        folder.resolve("dynsec.json").toString()));
        lines.addAll(List.of("user root", "log_type all", "pid_file " + folder.resolve("pid")));
        var started = Mosquitto.start(folder, lines);
        allowOrders();
        return started;
    }

    private void allowOrders() throws IOException {
        Peer.of("dash", folder)
                .with("XDG_CONFIG_HOME", folder.toString())
                .run(HubMachine.SHIPPED.resolve("mosquitto/allow-orders").toString(), hub.state.toString())
                .accepts();
        var own = Files.getPosixFilePermissions(folder.resolve("mosquitto_sub"));
        assertEquals("rw-------", PosixFilePermissions.toString(own));
    }

    private Server listens() {
        return Server.start(
                folder,
                "Listening at ",
                "dash",
                HubMachine.SHIPPED.resolve("hearthkey-hub").toString(),
                "-c",
                "hub.conf",
                "listen");
    }

    private void revoke() {
        clock.pass(Duration.between(clock.instant(), Instant.now()));
        var review = home.revocations().review(lamp.device(), Reason.KEY_COMPROMISE);
        home.revocations().revoke(new RevocationApproval(review));
    }

    private String list() throws IOException {
        return hub.inForce("zones/lighting/crl.pem");
    }

    private Process connectedLamp() {
        var device = Peer.of("mosquitto_sub", folder)
                .start(
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(lighting),
                        "--cafile",
                        "state/current/services/anchor.pem",
                        "--cert",
                        "lamp.pem",
                        "--key",
                        "lamp.key",
                        "-t",
                        "news");
        broker.await("news (QoS 0)");
        return device;
    }

    private void maySubscribe(String device) {
        dynsec("createRole", "lamps");
        dynsec("addRoleACL", "lamps", "subscribePattern", "#", "allow");
        dynsec("createClient", device);
        dynsec("addClientRole", device, "lamps");
    }

    private void dynsec(String... words) {
        var command = new ArrayList<>(List.of("dynsec"));
        command.addAll(List.of(words));
        Peer.of("mosquitto_ctrl", folder)
                .with("XDG_CONFIG_HOME", folder.toString())
                .run(command.toArray(String[]::new))
                .accepts();
    }

    @Test
    void aConnectedDeviceIsCutOffAndStaysOut() throws IOException {
        maySubscribe(lamp.certificate().subjectAtBroker());
        var device = connectedLamp();
        try (var listening = listens()) {
            revoke();
            var before = list();
            home.hubDeliveries().order(address);
            listening.await("Cut off: " + lamp.certificate().subjectAtBroker());
            assertFalse(list().equals(before));
            // It tries to come back, and the list does not let it.
            broker.await("certificate verify failed");
            // The first run has ended when the next begins, and left its receipt.
            var sent = home.hubDeliveries().order(address);
            listening.await("Orders " + sent.number() + " are obeyed");
            var receipt = Files.readAllBytes(hub.state.resolve("receipt.p7m"));
            Files.createDirectories(hub.stick.resolve("hearthkey-receipts"));
            Files.write(hub.stick.resolve("hearthkey-receipts/hub.p7m"), receipt);
            var said = home.receipts().readFrom(hub.stick).getFirst();
            assertEquals(
                    home.lists().newest().getLast().number(),
                    assertInstanceOf(ReceiptVerdict.Sound.class, said.verdict())
                            .receipt()
                            .lists()
                            .getLast()
                            .number());
            hub.run("status").says("Urgent orders " + sent.number());
        } finally {
            device.destroy();
        }
    }

    /// Orders that were left while the hub was off, and those that a stick overtook.
    @Test
    void hearsTheNewestOrdersWhenItComesLater() throws IOException {
        revoke();
        var before = list();
        home.hubDeliveries().order(address);
        var sent = home.hubDeliveries().order(address);
        try (var listening = listens()) {
            listening.await("Orders " + sent.number() + " are obeyed");
        }
        assertFalse(list().equals(before));
        var after = list();
        try (var listening = listens()) {
            listening.await("Orders " + sent.number() + " are obeyed already");
        }
        home.deliveries().export(hub.stick);
        awaitHub();
        hub.take().accepts();
        try (var listening = listens()) {
            listening.await("These are the older orders " + sent.number());
        }
        assertEquals(after, list());
    }

    /// Who may not, hears and leaves nothing: a device of the home on the orders' listener, and a stranger's words.
    @Test
    void whatADeviceLeavesThereChangesNothing() throws IOException {
        allowOrders();
        var before = list();
        var refused = Peer.of("mosquitto_pub", folder)
                .run(
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(orders),
                        "--cafile",
                        "state/current/services/anchor.pem",
                        "--cert",
                        "lamp.pem",
                        "--key",
                        "lamp.key",
                        "-t",
                        "hearthkey/" + home.facts().id() + "/orders",
                        "-m",
                        "x");
        assertFalse(refused.exit() == 0, refused.text());
        try (var listening = listens()) {
            Peer.of("mosquitto_pub", folder)
                    .run(
                            "-h",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(admin),
                            "-u",
                            "admin",
                            "-P",
                            "only-here",
                            "-t",
                            "hearthkey/" + home.facts().id() + "/orders",
                            "-m",
                            "x")
                    .accepts();
            home.hubDeliveries().order(address);
            listening.await("are obeyed");
        }
        assertEquals(before, list());
    }
}
