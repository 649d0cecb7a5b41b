package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Homes as a reader in another language sees them, which was written from docs/formats/hearth-file.md alone.
class HomePeersTest {
    private static final Path READER = Path.of("src/test/python/read_home.py").toAbsolutePath();

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writesThePassphrase() throws IOException {
        file = folder.resolve("Maple.hearth");
        try (var passphrase = TestHomes.passphrase()) {
            write("passphrase", passphrase);
        }
    }

    private void write(String name, Passphrase passphrase) throws IOException {
        passphrase.use(bytes -> Files.write(folder.resolve(name), bytes));
    }

    @Test
    void theReaderFindsAllThatANewHomeHolds() throws IOException {
        String expected;
        try (var home = clock.create(file)) {
            expected = told(home);
        }
        var answer = read("Maple.hearth").accepts().says("slot 1 passphrase").says("records issuer 4");
        assertSameFacts(expected, answer);
    }

    @Test
    void theReaderFindsDevicesRevocationsAndZonesOfAnOlderHome() throws Exception {
        String expected;
        try (var home = clock.create(file)) {
            approve(home, "Türklingel", TestHomes.SECURITY);
            var camera = approve(home, "Garage camera", TestHomes.SECURITY);
            clock.pass(Duration.ofDays(1));
            home.revocations().revoke(new RevocationApproval(home.revocations().review(camera, Reason.KEY_COMPROMISE)));
        }
        try (var home = clock.open(file);
                var root = TestHomes.rootPassphrase()) {
            home.addZone(new ZoneName("garden"), RootSecret.of(root));
            approve(home, "Pump", new ZoneName("garden"));
            expected = told(home);
        }
        var answer = read("Maple.hearth").accepts();
        assertSameFacts(expected, answer);
        answer.says("records issuer 5")
                .says("device Türklingel")
                .says("device Pump")
                .says(" keyCompromise\n");
    }

    /// What the program itself knows, in the reader's words.
    private static String told(Home home) {
        var told = new StringBuilder("commit " + home.soundness().commit() + "\n");
        home.soundness()
                .records()
                .forEach((kind, count) -> told.append("records ")
                        .append(kind)
                        .append(' ')
                        .append(count)
                        .append('\n'));
        return told.append(home.issuers().root().certificate().pem()).toString();
    }

    private static void assertSameFacts(String expected, Peer.Answer answer) {
        expected.lines().forEach(line -> answer.says(line + "\n"));
    }

    @Test
    void theReaderRefusesAnotherPassphrase() throws IOException {
        clock.create(file).close();
        try (var wrong = TestHomes.rootPassphrase()) {
            write("passphrase", wrong);
        }
        read("Maple.hearth").refuses("refused: wrong-secret (13)");
    }

    @Test
    void theReaderRefusesACopyWithOneBitFlipped() throws IOException {
        clock.create(file).close();
        var bytes = Files.readAllBytes(file);
        // One in the header, one in the middle of the slot's page, and one in a sealed record near the end.
        for (int at : new int[] {20, 2 * 4096 - 60, bytes.length - 100}) {
            var copy = bytes.clone();
            copy[at] ^= 1;
            Files.write(folder.resolve("Copy.hearth"), copy);
            read("Copy.hearth").refuses("refused: damaged (12)");
        }
    }

    @Test
    void theReaderIsToldThatTheHomeIsInUse() throws IOException {
        try (var home = clock.create(file)) {
            assertEquals(1, home.soundness().commit());
            read("Maple.hearth").refuses("refused: in-use (17)");
        }
    }

    private Peer.Answer read(String name) {
        return Peer.python(folder, "cryptography", "argon2")
                .run(READER.toString(), name, "--passphrase-file", "passphrase");
    }

    private static Device approve(Home home, String name, ZoneName zone) {
        var application =
                Application.of(new DeviceName(name), zone).request(Requests.of(Requests.newKeys(), "CN=device"));
        var approval = new Approval(home.approvals().review(application));
        return assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval))
                .device();
    }
}
