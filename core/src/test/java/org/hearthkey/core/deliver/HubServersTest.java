package org.hearthkey.core.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearthkey.core.peer.Mosquitto;
import org.hearthkey.core.peer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// nginx, HAProxy, FreeRADIUS and OpenVPN, each from the snippet that we ship: the good device gets in, that of another zone
/// does not, and one that is revoked no longer does after `take`. Then the list is ruined behind the program's back, to
/// know what that server does with it; docs/hub.md says the same.
class HubServersTest {
    private static final HubHome HOME = new HubHome();
    private static final HubHome.Device GOOD = HOME.device("Good lamp", HOME.lighting);
    private static final HubHome.Device GONE = HOME.device("Old lamp", HOME.lighting);
    private static final HubHome.Device LOCK = HOME.device("Lock", HOME.security);

    @TempDir
    Path folder;

    private HubMachine hub;
    private HubClients clients;
    private int port;

    @BeforeEach
    void takeAFirstBundle() throws IOException {
        port = Mosquitto.freePort();
        hub = new HubMachine(folder).setUp(HOME);
        clients = new HubClients(hub);
        GOOD.write(folder, "good");
        GONE.write(folder, "gone");
        LOCK.write(folder, "lock");
        // Whoever the servers run as; docs/hub.md makes a group of them.
        Peer.of("chmod", folder).run("a+r", "hub-key.pem").accepts();
        HubBundle.of(HOME, 2, hub.proberKey()).write(hub.stick);
        hub.take().accepts();
    }

    @AfterEach
    void revokeNobody() {
        HOME.revoked.clear();
    }

    private Peer.Answer takeTheNext() throws IOException {
        HOME.revoke(GONE);
        HubBundle.of(HOME, 3, hub.proberKey()).write(hub.stick);
        return hub.take();
    }

    private void ruin(String list) throws IOException {
        var zone = hub.state.resolve("current/zones/lighting");
        Files.writeString(zone.resolve("crl.pem"), list);
        Files.writeString(zone.resolve("anchor-crl.pem"), Files.readString(zone.resolve("anchor.pem")) + list);
    }

    private String lapsed() {
        return HOME.list(HOME.lighting, 900, HOME.hourAgo(), HOME.now.minusSeconds(60), List.of())
                .pem();
    }

    private String ofAnotherZone() throws IOException {
        return Files.readString(hub.state.resolve("current/zones/security/crl.pem"));
    }

    @Test
    void nginx() throws IOException {
        var lines = new ArrayList<String>(List.of(
                "daemon off;", "pid " + folder.resolve("nginx.pid") + ";", "error_log stderr notice;", "events {}"));
        lines.addAll(hub.snippet("nginx/shutdown.conf"));
        lines.add("http { access_log off;");
        for (var path : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            lines.add(path + "_temp_path " + folder.resolve(path) + ";");
        }
        hub.snippet("nginx/hearthkey.conf")
                .forEach(line -> lines.add(line.replace("listen 8443", "listen 127.0.0.1:" + port)));
        lines.add("}");
        Files.write(folder.resolve("nginx.conf"), lines);
        try (var server =
                HubServer.start(folder, "nginx", "-p", folder.toString(), "-e", "stderr", "-c", "nginx.conf")) {
            server.await("start worker process ");
            assertTrue(clients.https("good", port));
            assertTrue(clients.https("gone", port));
            assertFalse(clients.https("lock", port));
            hub.option("LISTENER=lighting https://127.0.0.1:" + port + "/").option("RELOAD=" + server.signal("HUP"));
            takeTheNext().accepts().says("enforced.");
            server.await("exited with code 0"); // the process with the older list takes connections for a moment more
            assertFalse(clients.https("gone", port));
            assertTrue(clients.https("good", port));
            // It goes on with what it has.
            ruin("");
            server.send("HUP");
            server.await("SSL_CTX_load_verify_locations", "no start line", "emerg");
            assertFalse(clients.https("gone", port));
            assertTrue(clients.https("good", port));
            ruin(lapsed());
            server.send("HUP");
            server.await("exited with code 0");
            assertFalse(clients.https("good", port));
            assertEquals(6, hub.run("probe").says("everybody is turned away").exit());
        }
    }

    @Test
    void haproxy() throws IOException {
        Files.writeString(
                folder.resolve("hub-and-key.pem"),
                Files.readString(folder.resolve("hub.pem")) + Files.readString(folder.resolve("hub-key.pem")));
        var lines = hub.snippet("haproxy/hearthkey.cfg").stream()
                .map(line -> line.replace("bind :8444", "bind 127.0.0.1:" + port))
                .toList();
        Files.write(folder.resolve("haproxy.cfg"), lines);
        try (var server = HubServer.start(folder, "haproxy", "-W", "-f", "haproxy.cfg")) {
            server.await("Loading success");
            assertTrue(clients.https("good", port));
            assertTrue(clients.https("gone", port));
            assertFalse(clients.https("lock", port));
            hub.option("LISTENER=lighting https://127.0.0.1:" + port + "/").option("RELOAD=" + server.signal("USR2"));
            takeTheNext().accepts().says("enforced.");
            assertFalse(clients.https("gone", port));
            assertTrue(clients.https("good", port));
            // It goes on with what it has.
            ruin("");
            server.send("USR2");
            server.await("unable to");
            assertFalse(clients.https("gone", port));
            assertTrue(clients.https("good", port));
        }
    }

    @Test
    void freeradius() throws IOException {
        var raddb = radiusFolder();
        var arguments = new String[] {"-f", "-d", raddb.toString(), "-xx", "-l", "stdout"};
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertTrue(clients.eapTls("good", port));
            assertTrue(clients.eapTls("gone", port));
            assertFalse(clients.eapTls("lock", port));
        }
        takeTheNext().accepts();
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertFalse(clients.eapTls("gone", port));
            server.await("certificate revoked");
            assertTrue(clients.eapTls("good", port));
        }
        // Without a list it turns everybody away.
        ruin("");
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertFalse(clients.eapTls("gone", port));
            assertFalse(clients.eapTls("good", port));
        }
        ruin(lapsed());
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertFalse(clients.eapTls("good", port));
            server.await("CRL has expired");
        }
        ruin(ofAnotherZone());
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertFalse(clients.eapTls("gone", port));
            assertFalse(clients.eapTls("good", port));
        }
    }

    @Test
    void freeradiusIsTriedFromTheHub() throws IOException {
        var arguments = new String[] {"-f", "-d", radiusFolder().toString(), "-xx", "-l", "stdout"};
        hub.option("LISTENER=lighting eap-tls://127.0.0.1:" + port);
        assertEquals(5, hub.run("probe").says("did not answer").exit());
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            hub.run("probe").accepts().says("enforced.");
            // Nobody has told it of the next list.
            assertEquals(6, takeTheNext().says("NOT ENFORCED").exit());
            assertEquals(
                    List.of("lighting accepted accepted"),
                    hub.receipt().says("bundleNumber", 3L).probes());
        }
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            hub.run("probe").accepts().says("enforced.");
            assertEquals(
                    List.of("lighting accepted refused"),
                    hub.receipt(hub.state.resolve("receipt.p7m")).probes());
        }
        ruin(lapsed());
        try (var server = HubServer.start(folder, "freeradius", arguments)) {
            server.await("Ready to process requests");
            assertEquals(6, hub.run("probe").says("everybody is turned away").exit());
            hub.onlyBusybox();
            assertEquals(5, hub.run("probe").says("eapol_test is missing").exit());
        }
    }

    /// Debian's configuration without its sites and modules, and ours instead.
    private Path radiusFolder() throws IOException {
        var raddb = Files.createDirectories(folder.resolve("raddb"));
        for (var empty : List.of("mods-enabled", "sites-enabled", "mods-config", "policy.d", "certs")) {
            Files.createDirectories(raddb.resolve(empty));
        }
        Files.write(raddb.resolve("mods-enabled/hearthkey-eap"), hub.snippet("freeradius/hearthkey-eap"));
        Files.write(
                raddb.resolve("sites-enabled/hearthkey-lighting"),
                hub.snippet("freeradius/hearthkey-site").stream()
                        .map(line -> line.replace("ipaddr = *", "ipaddr = 127.0.0.1")
                                .replace("port = 1812", "port = " + port))
                        .toList());
        Files.writeString(raddb.resolve("radiusd.conf"), """
            raddbdir = %1$s
            logdir = %1$s
            run_dir = %1$s
            libdir = /usr/lib/freeradius
            confdir = ${raddbdir}
            max_request_time = 30
            cleanup_delay = 5
            max_requests = 1024
            client localhost {
                ipaddr = 127.0.0.1
                secret = testing123
            }
            modules {
                $INCLUDE mods-enabled/
            }
            $INCLUDE sites-enabled/
            """.formatted(raddb));
        return raddb;
    }

    @Test
    void openvpn() throws IOException {
        var lines = new ArrayList<>(List.of(
                "dev null",
                "proto udp",
                "local 127.0.0.1",
                "port " + port,
                "tls-server",
                "ifconfig-noexec",
                "cipher AES-256-GCM",
                "verb 4"));
        lines.addAll(hub.snippet("openvpn/hearthkey.conf"));
        Files.write(folder.resolve("openvpn.conf"), lines);
        assertTrue(openvpnLetsIn("good"));
        assertTrue(openvpnLetsIn("gone"));
        assertFalse(openvpnLetsIn("lock"));
        takeTheNext().accepts();
        assertFalse(openvpnLetsIn("gone"));
        assertTrue(openvpnLetsIn("good"));
        ruin("");
        assertFalse(openvpnLetsIn("good"));
        ruin(lapsed());
        assertFalse(openvpnLetsIn("good"));
        ruin(ofAnotherZone());
        assertTrue(openvpnLetsIn("gone"), "OpenVPN has become stricter: say so in docs/hub.md");
    }

    /// A server of this mode serves one client, so each gets its own.
    private boolean openvpnLetsIn(String device) {
        try (var server = HubServer.start(folder, "openvpn", "--config", "openvpn.conf")) {
            server.await("link remote");
            try (var client = clients.openvpn(device, port)) {
                client.await("link remote");
                return server.await("Peer Connection Initiated", "VERIFY ERROR").contains("Initiated");
            }
        }
    }
}
