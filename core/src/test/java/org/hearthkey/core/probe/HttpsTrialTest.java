package org.hearthkey.core.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.core.peer.Server;
import org.hearthkey.core.probe.Verdict.Accepted;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real web server, which refuses in HTTP and not in TLS.
class HttpsTrialTest {
    private static final String SAYS_WHY = "add_header X-SSL-Client-Verify $ssl_client_verify always;";

    @TempDir
    private static Path folder;

    private static HubFiles hub;

    private int port;

    @BeforeAll
    static void makeHub() throws IOException {
        hub = new HubFiles(folder);
    }

    private Server start(String... more) throws IOException {
        port = Server.freePort();
        Files.write(
                folder.resolve("nginx.conf"),
                List.of(
                        "daemon off; user root; pid nginx.pid; error_log stderr notice;",
                        "events {}",
                        "http { access_log off;",
                        "server { listen 127.0.0.1:" + port + " ssl;",
                        "ssl_certificate hub.pem; ssl_certificate_key hub.key;",
                        "ssl_client_certificate lighting-anchor.pem; ssl_crl lighting.crl; ssl_verify_client on;",
                        String.join("\n", more),
                        "location /here { return 200 'welcome'; }",
                        "location /broken { return 502; } } }"));
        return Server.start(folder, "start worker process ", "nginx", "-p", folder.toString(), "-c", "nginx.conf");
    }

    private String uri(String path) {
        return "https://127.0.0.1:" + port + path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void seesWhoIsRefusedAndWhy(String version) throws IOException {
        hub.put("lighting.crl", hub.listOf(hub.home.lighting, 2, hub.canary));
        try (var _ = start("ssl_protocols " + version + ";", SAYS_WHY)) {
            var trial = hub.trial(uri("/here"));
            assertEquals(new Refused(Reason.REVOKED), trial.attempt(hub.canary));
            assertEquals(new Accepted(), trial.attempt(hub.control));
            assertEquals(new Refused(Reason.UNKNOWN_ISSUER), trial.attempt(hub.otherZone));
            assertEquals(Outcome.ENFORCED, hub.outcome(uri("/here")));
            assertEquals(Outcome.ENFORCED, hub.outcome(uri("/nothing-there")));
            assertEquals(Outcome.UNPROVEN, hub.outcome(uri("/broken")));
        }
    }

    @Test
    void aRefusalWithoutAReasonProvesNothing() throws IOException {
        hub.put("lighting.crl", hub.listOf(hub.home.lighting, 2, hub.canary));
        try (var _ = start()) {
            assertEquals(new Refused(Reason.UNSAID), hub.trial(uri("/here")).attempt(hub.canary));
            assertEquals(Outcome.UNPROVEN, hub.outcome(uri("/here")));
        }
    }

    @Test
    void seesThatAnOlderListIsInForce() throws IOException {
        hub.put("lighting.crl", hub.listOf(hub.home.lighting, 1));
        try (var _ = start(SAYS_WHY)) {
            assertEquals(Outcome.NOT_ENFORCED, hub.outcome(uri("/here")));
        }
    }

    @Test
    void seesThatALapsedListLocksEverybodyOut() throws IOException {
        hub.put("lighting.crl", hub.lapsedListOf(hub.home.lighting, 3, hub.canary));
        try (var _ = start(SAYS_WHY)) {
            assertEquals(new Refused(Reason.LAPSED), hub.trial(uri("/here")).attempt(hub.control));
            assertEquals(Outcome.LOCKED_OUT, hub.outcome(uri("/here")));
        }
    }
}
