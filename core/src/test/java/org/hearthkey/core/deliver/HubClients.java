package org.hearthkey.core.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearthkey.core.peer.Peer;

/// Devices that connect to a hub's servers, played by programs written elsewhere. A device's certificate and key are
/// `NAME.pem` and `NAME.key`.
record HubClients(HubMachine hub) {
    private static final String MQTT = "\\020\\014\\000\\004MQTT\\004\\002\\000\\074\\000\\000\\340\\000";
    private static final String HTTP = "GET / HTTP/1.1\\r\\nHost: hub.home.arpa\\r\\nConnection: close\\r\\n\\r\\n";

    /// Connects to a broker with TLS, the whole way to its CONNACK.
    boolean mqtt(String device, int port, String... more) {
        var answer = tls(MQTT, device, port, more);
        return answer.text().contains("answer  20 02");
    }

    /// Asks a web server for a page.
    boolean https(String device, int port) {
        return tls(HTTP, device, port).text().contains("answer  48 54 54 50 2f 31 2e 31 20 32 30 30");
    }

    /// What the server answers to bytes, in hex, and what OpenSSL has to say.
    Peer.Answer tls(String bytes, String device, int port, String... more) {
        var command = "printf '" + bytes + "' | openssl s_client -quiet -connect 127.0.0.1:" + port
                + " -CAfile state/current/services/anchor.pem -verify_return_error -cert " + device + ".pem -key "
                + device + ".key " + String.join(" ", more)
                + " | od -An -tx1 | head -n 1 | sed 's/^/answer /'";
        return Peer.of("sh", hub.folder).run("-c", command);
    }

    /// Signs in to Wi-Fi as a device would, through an access point that asks RADIUS.
    boolean eapTls(String device, int port) throws IOException {
        Files.writeString(hub.folder.resolve("eap.conf"), """
            network={
              eap=TLS
              key_mgmt=WPA-EAP
              identity="device"
              ca_cert="%1$s/current/services/anchor.pem"
              client_cert="%2$s/%3$s.pem"
              private_key="%2$s/%3$s.key"
            }
            """.formatted(hub.state, hub.folder, device));
        var port1 = Integer.toString(port);
        var answer = Peer.of("eapol_test", hub.folder)
                .run("-c", "eap.conf", "-a", "127.0.0.1", "-p", port1, "-s", "testing123", "-t", "20", "-r", "0");
        return answer.exit() == 0;
    }

    /// An OpenVPN client that tries until it is stopped; what became of it, the server says.
    HubServer openvpn(String device, int port) {
        return HubServer.start(
                hub.folder,
                "openvpn",
                "--dev",
                "null",
                "--tls-client",
                "--cipher",
                "AES-256-GCM",
                "--nobind",
                "--remote",
                "127.0.0.1",
                Integer.toString(port),
                "udp",
                "--ca",
                Path.of("state", "current", "services", "anchor.pem").toString(),
                "--cert",
                device + ".pem",
                "--key",
                device + ".key",
                "--remote-cert-tls",
                "server",
                "--ifconfig-noexec");
    }
}
