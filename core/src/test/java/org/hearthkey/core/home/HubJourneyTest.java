package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.HubApplication;
import org.hearthkey.core.deliver.HubMachine;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.recovery.Share;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.recovery.Shares;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.seal.LockSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home and the shipped program of its hub, with a stick between them.
class HubJourneyTest {
    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Home home;
    private HubMachine hub;

    @BeforeEach
    void theyMeet() throws IOException {
        hub = new HubMachine(folder);
        home = clock.create(folder.resolve("Maple.hearth"));
        deliver();
        var request = hub.meet(home.issuers().root().certificate().fingerprint());
        var application = new HubApplication(
                new DeviceName("hub"),
                CertificateRequest.parse(request).orElseThrow(),
                List.of(new DnsName("hub.home.arpa")),
                List.of(),
                397);
        hub.certified(
                home.hubs().certify(application), home.issuers().services().certificate());
        hub.take().accepts();
    }

    @AfterEach
    void close() {
        home.close();
    }

    private long deliver() throws IOException {
        pass(Duration.ofMinutes(1));
        return home.deliveries().export(hub.stick).bundle().number();
    }

    private void pass(Duration time) throws IOException {
        clock.pass(time);
        hub.clock(clock.instant());
    }

    private Receipt receipt() throws IOException {
        var read = home.receipts().readFrom(hub.stick);
        assertEquals(1, read.size());
        return assertInstanceOf(ReceiptVerdict.Sound.class, read.getFirst().verdict())
                .receipt();
    }

    @Test
    void theHomeBelievesTheReceipt() throws IOException {
        long number = deliver();
        hub.take().accepts();
        var receipt = receipt();
        assertEquals(number, receipt.bundleNumber());
        assertEquals(Receipt.State.TAKEN, receipt.state());
        assertEquals(4, receipt.lists().size());
        for (var list : receipt.lists()) {
            assertTrue(
                    home.lists().newest().stream()
                            .anyMatch(newest -> newest.number().equals(list.number())),
                    list.toString());
        }
    }

    @Test
    void whatIsRevokedIsCutOffByTheNameThatItHasAtTheBroker() throws Exception {
        var application = Application.of(new DeviceName("Türlampe, \"alt\""), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=device"));
        var approval = new Approval(home.approvals().review(application));
        var issued = assertInstanceOf(Outcome.Issued.class, home.approvals().issue(approval));
        pass(Duration.ofMinutes(1));
        home.revocations()
                .revoke(new RevocationApproval(home.revocations().review(issued.device(), Reason.KEY_COMPROMISE)));
        hub.option("DISCONNECT=echo \"$HEARTHKEY_SUBJECT\" >" + folder.resolve("cut"));
        deliver();
        hub.take().accepts().says("Cut off: ");
        assertEquals(issued.certificate().subjectAtBroker() + "\n", Files.readString(folder.resolve("cut")));
    }

    @Test
    void listsThatWereSignedInAdvanceTakeOverUntilTheYearIsOver() throws IOException {
        for (int month = 0; month < 12; month++) {
            pass(Duration.ofDays(30));
            hub.run("release").accepts().says("are in force");
            for (var list : hub.inForce("LISTS").lines().toList()) {
                long until = Long.parseLong(list.split(" ", -1)[3]);
                assertTrue(until > clock.instant().getEpochSecond(), list + " after month " + month);
            }
        }
    }

    @Test
    void theHubGoesOnWithAHomeThatWasMadeAnewFromPaper() throws Exception {
        List<Share> shares;
        try (var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            var draft = home.recoverySheets()
                    .draft(SharePlan.TWO_OF_THREE, new LockSecret.Remembered(passphrase), RootSecret.of(root));
            draft.shares().forEach(draft::readBack);
            home.recoverySheets().keep(draft);
            shares = draft.shares().subList(0, 2);
        }
        var old = Files.createDirectory(folder.resolve("old"));
        var numberBefore = home.deliveries().export(old).bundle().number();
        var remains = Remains.of(home.recoverySheets().core().orElseThrow())
                .with(hub.stick)
                .orElseThrow();
        home.close();
        pass(Duration.ofMinutes(1));
        try (var secret = Shares.join(shares);
                var passphrase = TestHomes.passphrase();
                var root = TestHomes.rootPassphrase()) {
            home = clock.homes()
                    .rebuild(
                            folder.resolve("Anew.hearth"),
                            remains,
                            new LockSecret.Recovered(secret),
                            clock.homes().lockFor(passphrase),
                            new NewRoot.InFile(List.of(clock.homes().lockFor(root))),
                            _ -> {});
        }
        long number = deliver();
        assertTrue(number > numberBefore);
        // Paper brings the root back and not the second signer: the hub asks before it trusts another.
        hub.take().refuses("another second signer");
        Files.delete(hub.state.resolve("manifest-key.der"));
        hub.take().accepts().says("Bundle " + number + " is taken");
        hub.run("take", old.toString()).refuses("This is the older bundle");
    }

    @Test
    void anOlderStickIsRefusedAndTheHomeHearsOfIt() throws IOException {
        var old = Files.createDirectory(folder.resolve("old"));
        home.deliveries().export(old);
        long number = deliver();
        hub.take().accepts();
        hub.run("take", old.toString()).refuses("This is the older bundle");
        pass(Duration.ofMinutes(1));
        var read = home.receipts().readFrom(old);
        var sound = assertInstanceOf(ReceiptVerdict.Sound.class, read.getFirst().verdict());
        assertEquals(Receipt.State.REFUSED, sound.receipt().state());
        assertEquals("older", sound.receipt().why());
        assertEquals(number, sound.receipt().bundleNumber());
    }

    /// The hub asks with its first receipt; what it tries its servers with comes with the next bundle.
    @Test
    void theNextBundleBringsWhatTheHubTriesItsServersWith() throws IOException {
        assertTrue(receipt().probeRequest().isPresent());
        home.lists().signDue();
        deliver();
        hub.take().accepts();
        var zone = "probes/hub/lighting/";
        var list = hub.inForce("LISTS")
                .lines()
                .filter(line -> line.startsWith("zones/lighting "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[1];
        assertTrue(hub.inForce().containsKey(zone + "control.pem"));
        assertTrue(hub.inForce().containsKey(zone + "canary/" + list + ".pem"));
    }
}
