package org.hearthkey.core.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hearthkey.core.authority.SampleHome;
import org.hearthkey.core.certificate.Crl;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.peer.Server;
import org.hearthkey.core.probe.Verdict.Accepted;
import org.hearthkey.core.probe.Verdict.Reason;
import org.hearthkey.core.probe.Verdict.Refused;
import org.hearthkey.core.probe.Verdict.Trouble;
import org.hearthkey.core.probe.Verdict.Unreachable;
import org.hearthkey.core.secret.SecretBytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real RADIUS server. Beside us a client written elsewhere tries the same, where it is about who comes in.
class EapTlsTrialTest {
    private static final String SECRET = "shared by the two";

    @TempDir
    private static Path folder;

    private static HubFiles hub;

    private int port;

    @BeforeAll
    static void makeHub() throws IOException {
        hub = new HubFiles(folder);
    }

    /// FreeRADIUS wants the anchor and its list in one file.
    private Server start(Crl list) throws IOException {
        return start(list, "update reply { &Reply-Message := \"%{Module-Failure-Message}\" }");
    }

    private Server start(Crl list, String says) throws IOException {
        port = Server.freePort();
        Files.writeString(
                folder.resolve("anchor-crl.pem"), Files.readString(folder.resolve("lighting-anchor.pem")) + list.pem());
        Files.writeString(folder.resolve("radiusd.conf"), """
            libdir = /usr/lib/freeradius
            run_dir = FOLDER
            security {
                user = root
                group = root
                allow_vulnerable_openssl = yes
            }
            log {
                destination = stdout
            }
            client here {
                ipaddr = 127.0.0.1
                secret = "SECRET"
                require_message_authenticator = yes
            }
            modules {
                eap {
                    default_eap_type = md5
                    md5 {
                    }
                    tls-config ours {
                        private_key_file = FOLDER/hub.key
                        certificate_file = FOLDER/hub.pem
                        ca_file = FOLDER/anchor-crl.pem
                        check_crl = yes
                        tls_min_version = "1.2"
                        tls_max_version = "1.2"
                        fragment_size = 600
                        cipher_list = "DEFAULT"
                        ecdh_curve = "prime256v1"
                    }
                    tls {
                        tls = ours
                    }
                }
            }
            server here {
                listen {
                    type = auth
                    ipaddr = 127.0.0.1
                    port = PORT
                }
                authorize {
                    eap
                }
                authenticate {
                    eap
                }
                post-auth {
                    Post-Auth-Type REJECT {
                        SAYS
                    }
                }
            }
            """.replace("FOLDER", folder.toString())
                .replace("SECRET", SECRET)
                .replace("PORT", Integer.toString(port))
                .replace("SAYS", says));
        return Server.start(
                folder, "Ready to process requests", "freeradius", "-X", "-d", folder.toString(), "-n", "radiusd");
    }

    private Verdict attempt(ProbeIdentity identity) {
        return attempt(identity, SECRET, Trial.PATIENCE);
    }

    private Verdict attempt(ProbeIdentity identity, String secret, Duration patience) {
        try (var shared = SecretBytes.owning(secret.getBytes(UTF_8))) {
            return new Trials(hub.home.services.certificate(), patience, hub.home.random)
                    .at(ListenerAddress.parse("eap-tls://127.0.0.1:" + port).orElseThrow(), shared)
                    .attempt(identity);
        }
    }

    private Outcome outcome() {
        return Outcome.of(attempt(hub.canary), attempt(hub.control));
    }

    private Peer.Answer eapolTest(ProbeIdentity identity) throws IOException {
        hub.identityFiles("peer", identity);
        hub.pem("services.pem", hub.home.services.twin().orElseThrow());
        Files.write(
                folder.resolve("peer.conf"),
                List.of(
                        "network={",
                        "key_mgmt=WPA-EAP",
                        "eap=TLS",
                        "identity=\"peer\"",
                        "ca_cert=\"services.pem\"",
                        "client_cert=\"peer.pem\"",
                        "private_key=\"peer.key\"",
                        "}"));
        return Peer.of("eapol_test", folder)
                .run("-c", "peer.conf", "-a", "127.0.0.1", "-p", Integer.toString(port), "-s", SECRET, "-t", "10");
    }

    @Test
    void seesWhoIsRefusedAndWhy() throws IOException {
        try (var _ = start(hub.listOf(hub.home.lighting, 2, hub.canary))) {
            assertEquals(new Refused(Reason.REVOKED), attempt(hub.canary));
            assertEquals(new Accepted(), attempt(hub.control));
            assertEquals(new Refused(Reason.UNKNOWN_ISSUER), attempt(hub.otherZone));
            assertEquals(Outcome.ENFORCED, outcome());
            eapolTest(hub.control).accepts().says("SUCCESS");
            eapolTest(hub.canary).refuses("Access-Reject");
        }
    }

    /// FreeRADIUS ends EAP without the alert of TLS.
    @Test
    void aRefusalWithoutAReasonProvesNothing() throws IOException {
        try (var _ = start(hub.listOf(hub.home.lighting, 2, hub.canary), "")) {
            assertEquals(new Refused(Reason.UNSAID), attempt(hub.canary));
            assertEquals(Outcome.UNPROVEN, outcome());
        }
    }

    @Test
    void seesThatAnOlderListIsInForce() throws IOException {
        try (var _ = start(hub.listOf(hub.home.lighting, 1))) {
            assertEquals(Outcome.NOT_ENFORCED, outcome());
            eapolTest(hub.canary).accepts().says("SUCCESS");
        }
    }

    @Test
    void seesThatALapsedListLocksEverybodyOut() throws IOException {
        try (var _ = start(hub.lapsedListOf(hub.home.lighting, 3, hub.canary))) {
            assertEquals(new Refused(Reason.LAPSED), attempt(hub.control));
            assertEquals(Outcome.LOCKED_OUT, outcome());
            eapolTest(hub.control).refuses("Access-Reject");
        }
    }

    @Test
    void theListOfAnotherZoneLocksEverybodyOut() throws IOException {
        try (var _ = start(hub.listOf(hub.home.security, 3))) {
            assertEquals(new Refused(Reason.UNKNOWN_ISSUER), attempt(hub.control));
            eapolTest(hub.control).refuses("Access-Reject");
        }
    }

    @Test
    void aWrongSecretProvesNothing() throws IOException {
        try (var _ = start(hub.listOf(hub.home.lighting, 2, hub.canary))) {
            assertEquals(new Unreachable(Trouble.TOO_SLOW), attempt(hub.canary, "another", Duration.ofSeconds(3)));
        }
    }

    @Test
    void anotherHomesHubProvesNothing() throws IOException {
        try (var _ = start(hub.listOf(hub.home.lighting, 2, hub.canary));
                var shared = SecretBytes.owning(SECRET.getBytes(UTF_8))) {
            var stranger = new SampleHome();
            var trial = new Trials(stranger.services.certificate(), Trial.PATIENCE, stranger.random)
                    .at(ListenerAddress.parse("eap-tls://127.0.0.1:" + port).orElseThrow(), shared);
            assertEquals(new Unreachable(Trouble.NOT_OUR_HUB), trial.attempt(hub.canary));
        }
    }
}
