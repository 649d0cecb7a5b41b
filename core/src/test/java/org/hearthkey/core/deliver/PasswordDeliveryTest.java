package org.hearthkey.core.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.peer.BelowTarget;
import org.hearthkey.core.peer.PasswordUser.How;
import org.hearthkey.core.peer.Sshd;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.hearthkey.core.transport.SftpTransport;
import org.hearthkey.core.transport.SshDoor;
import org.hearthkey.core.transport.TransportException;
import org.hearthkey.core.transport.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bundles sent to a real OpenSSH server that a password opens.
class PasswordDeliveryTest {
    /// As OpenSSH's log has it, each time somebody shows what they have.
    private static final String TRY = "userauth-request for user hearth service ssh-connection method ";

    private final SentBundles bundles = new SentBundles();
    private final String password = "opens " + HexFormat.of().formatHex(new SecureRandom().generateSeed(12)) + " tür";

    @TempDir(factory = BelowTarget.class)
    private Path place;

    private Path upload() {
        return place.resolve("upload");
    }

    private Sshd start(How how) throws IOException {
        return Sshd.start(place, how, password);
    }

    private static Optional<HostKey> keyOf(Sshd server) {
        return HostKey.parse(server.hostKey());
    }

    private interface Visit {
        void begin(SftpTransport transport) throws IOException;
    }

    private static void visit(Sshd server, Optional<HostKey> known, String shown, Visit visit) throws IOException {
        var address = (HubAddress.Sftp) HubAddress.parse(server.uri()).orElseThrow();
        try (var secret = SecretBytes.owning(shown.getBytes(UTF_8));
                var transport = new SftpTransport(SshDoor.withPassword(address, known, secret), address)) {
            visit.begin(transport);
        }
    }

    private void deliver(Sshd server, Optional<HostKey> known, String shown) throws IOException {
        visit(
                server,
                known,
                shown,
                transport -> bundles.deliver(transport, bundles.home.bundle(), DeliveryProgress.NONE));
    }

    private TransportException refused(Sshd server, Optional<HostKey> known, String shown) {
        return assertThrows(TransportException.class, () -> deliver(server, known, shown));
    }

    /// By which methods somebody tried to get in.
    private static List<String> tries(List<String> said) {
        return said.stream()
                .filter(line -> line.contains(TRY))
                .map(line -> line.substring(line.indexOf(TRY) + TRY.length()).split(" ", 2)[0])
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void bringsABundle(How how) throws IOException {
        try (var server = start(how)) {
            deliver(server, keyOf(server), password);
            bundles.assertArrived(upload());
            assertEquals(List.of("hearthkey"), SentBundles.names(upload()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAWrongPasswordOnce(How how) throws IOException {
        try (var server = start(how)) {
            assertEquals(
                    Trouble.TURNED_AWAY,
                    refused(server, keyOf(server), "opens nothing").trouble());
            var shown = how == How.QUESTION ? "keyboard-interactive" : "password";
            assertEquals(List.of("none", shown), tries(server.untilTurnedAway()));
            assertEquals(List.of(), SentBundles.names(upload()));
            deliver(server, keyOf(server), password);
            bundles.assertArrived(upload());
        }
    }

    @Test
    void showsNoPasswordToAnotherServer() throws IOException {
        try (var server = start(How.PASSWORD)) {
            var other = HostKey.parse("SHA256:" + "A".repeat(43));
            assertEquals(
                    Trouble.HOST_KEY_OTHER, refused(server, other, password).trouble());
            assertEquals(List.of(), tries(server.untilTurnedAway()), "It was not even said who asks");
            assertEquals(
                    Trouble.HOST_KEY_UNKNOWN,
                    refused(server, Optional.empty(), password).trouble());
            assertEquals(List.of(), tries(server.untilTurnedAway()));
            assertEquals(List.of(), SentBundles.names(upload()));
        }
    }

    @Test
    void goesOnWhereAServerWasKilled() throws IOException {
        try (var server = start(How.PASSWORD)) {
            visit(
                    server,
                    keyOf(server),
                    password,
                    transport -> bundles.assertGoesOn(transport, upload(), server::killSessions));
        }
    }
}
