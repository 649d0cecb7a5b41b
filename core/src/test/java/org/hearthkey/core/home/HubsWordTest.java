package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome.Issued;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.HubStates;
import org.hearthkey.core.deliver.ListState;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.probe.Outcome;
import org.hearthkey.core.probe.Verdict;
import org.hearthkey.core.revoke.RevocationApproval;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a hub says that it saw when it tried a listener, and when that counts.
class HubsWordTest {
    private static final Role LIGHTING = new Role.Zone(TestHomes.LIGHTING);
    private static final String ADDRESS = "mqtts://192.168.1.2:8883";

    private final TestHomes clock = new TestHomes();
    private final KeyPair proberKeys = Requests.newKeys();

    @TempDir
    private Path folder;

    private Path stick;
    private Home home;
    private CertifiedHub laptop;

    @BeforeEach
    void makeHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
        stick = Files.createDirectory(folder.resolve("stick"));
        laptop = new CertifiedHub(home, "laptop", folder.resolve("laptop"));
        home.deliveries().export(stick);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private String list() {
        return home.lists().newest(LIGHTING).orElseThrow().number().toString();
    }

    private Map<String, String> seen(Instant at, String control, String canary) {
        var seen = new HashMap<>(Map.of("zone", "lighting", "listener", ADDRESS, "list", list()));
        seen.put("at", at.toString());
        seen.put("control", control);
        seen.put("canary", canary);
        return seen;
    }

    private ReceiptVerdict says(CertifiedHub signer, KeyPair prober, Map<String, String> seen) throws IOException {
        clock.pass(Duration.ofMinutes(1));
        return says(signer, prober, seen, clock.instant());
    }

    private ReceiptVerdict says(CertifiedHub signer, KeyPair prober, Map<String, String> seen, Instant now)
            throws IOException {
        var content = CertifiedHub.content(home, "laptop", stick, now);
        var request = Requests.of(prober, "CN=laptop probe").der().bytes();
        content.put("probeRequest", Base64.getEncoder().encodeToString(request));
        content.put("probes", List.of(seen));
        CertifiedHub.leave(stick, "laptop", signer.sign(content));
        return home.receipts().readFrom(stick).getFirst().verdict();
    }

    private void isBelieved(Map<String, String> seen) throws IOException {
        assertInstanceOf(ReceiptVerdict.Sound.class, says(laptop, proberKeys, seen));
    }

    private Optional<Outcome> outcome() {
        return state().outcome();
    }

    private ListState state() {
        return home.hubStates().of(LIGHTING);
    }

    @Test
    void itCountsWithTheTimeOfTheTrial() throws IOException {
        var at = clock.instant();
        isBelieved(seen(at, "accepted", "refused"));
        assertEquals(Optional.of(Outcome.ENFORCED), outcome());
        assertEquals(Optional.of(at), state().tried());
        isBelieved(seen(clock.instant(), "accepted", "accepted"));
        assertEquals(Optional.of(Outcome.NOT_ENFORCED), outcome());
        isBelieved(seen(clock.instant(), "refused", "refused"));
        assertEquals(Optional.of(Outcome.LOCKED_OUT), outcome());
        isBelieved(seen(clock.instant(), "accepted", "unreachable"));
        assertEquals(Optional.of(Outcome.UNPROVEN), outcome());
    }

    @Test
    void aReceiptWithATrialThatLacksSomethingIsMalformed() throws IOException {
        for (var member : List.of("at", "canary", "control", "list", "listener", "zone")) {
            var lacking = seen(clock.instant(), "accepted", "refused");
            lacking.remove(member);
            assertEquals(
                    new ReceiptVerdict.Unsound(ReceiptVerdict.Reason.MALFORMED),
                    says(laptop, proberKeys, lacking),
                    member);
        }
        assertEquals(Optional.empty(), home.receipts().newest(new HubName("laptop")));
        assertEquals(Optional.empty(), outcome());
    }

    @Test
    void itDoesNotCountWithATimeThatIsYetToCome() throws IOException {
        isBelieved(seen(clock.instant().plus(Duration.ofHours(1)), "accepted", "refused"));
        assertEquals(Optional.empty(), outcome());
    }

    @Test
    void thatOfSomebodyWhoWasNotCertifiedDoesNotCount() throws IOException {
        var stranger = new CertifiedHub(home, "attic", folder.resolve("attic"));
        assertInstanceOf(
                ReceiptVerdict.Unsound.class, says(stranger, proberKeys, seen(clock.instant(), "accepted", "refused")));
        assertEquals(Optional.empty(), outcome());
    }

    /// Whoever had its key may have said what it said, before as after.
    @Test
    void thatOfAHubWhoseCertificateWasRevokedDoesNotCount() throws IOException {
        var hub = home.hubRegister().add(new HubName("laptop"), new HubAddress.Folder(stick));
        isBelieved(seen(clock.instant(), "accepted", "refused"));
        assertEquals(DeliveryState.ENFORCED, home.hubStates().of(hub).state());
        assertEquals(1, state().words().size());
        var before = laptop;
        var list = home.hubs().revoke(new HubName("laptop"), Reason.KEY_COMPROMISE);
        assertEquals(1, list.entries());
        assertTrue(home.lists()
                .crl(new Role.Services())
                .orElseThrow()
                .lists(before.certificate().serial()));
        assertEquals(List.of(), state().words());
        assertEquals(Optional.empty(), outcome());
        assertEquals(DeliveryState.SIGNED, home.hubStates().of(hub).state());
        assertEquals(
                new ReceiptVerdict.Unsound(ReceiptVerdict.Reason.SIGNATURE),
                says(before, proberKeys, seen(clock.instant(), "accepted", "refused")));

        // Set up anew, it tries with another key, and nothing of before comes back.
        laptop = new CertifiedHub(home, "laptop", folder.resolve("anew"));
        assertEquals(Optional.empty(), outcome());
        var anew = Requests.newKeys();
        assertInstanceOf(ReceiptVerdict.Sound.class, says(laptop, anew, seen(clock.instant(), "accepted", "accepted")));
        assertEquals(Optional.of(Outcome.NOT_ENFORCED), outcome());
        assertThrows(
                IllegalArgumentException.class, () -> home.hubs().revoke(new HubName("attic"), Reason.KEY_COMPROMISE));
    }

    /// The key that it tries with may have stayed the same.
    @Test
    void whatWasSignedBeforeTheRevocationDoesNotCountForTheNextCertificate() throws IOException {
        isBelieved(seen(clock.instant(), "accepted", "refused"));
        // Whoever has its key says that it is next year, so that everything later is older.
        assertInstanceOf(
                ReceiptVerdict.Sound.class,
                says(
                        laptop,
                        proberKeys,
                        seen(clock.instant(), "accepted", "refused"),
                        clock.instant().plus(Duration.ofDays(365))));
        home.hubs().revoke(new HubName("laptop"), Reason.KEY_COMPROMISE);
        assertEquals(Optional.empty(), home.receipts().newest(new HubName("laptop")));
        laptop = new CertifiedHub(home, "laptop", folder.resolve("anew"));
        var elsewhere = seen(clock.instant(), "accepted", "accepted");
        elsewhere.put("listener", "mqtts://192.168.1.3:8883");
        isBelieved(elsewhere);
        assertEquals(
                List.of("mqtts://192.168.1.3:8883"),
                state().listeners().stream()
                        .map(one -> one.listener().address().text())
                        .toList());
    }

    /// Its test certificates are for the first key.
    @Test
    void thatOfAHubWithAnotherKeyForTryingDoesNotCount() throws IOException {
        isBelieved(seen(clock.instant(), "accepted", "accepted"));
        assertInstanceOf(
                ReceiptVerdict.Sound.class,
                says(laptop, Requests.newKeys(), seen(clock.instant(), "accepted", "refused")));
        assertEquals(Optional.of(Outcome.NOT_ENFORCED), outcome());
    }

    @Test
    void itProvesNothingOfListsThatWereSignedLater() throws IOException {
        isBelieved(seen(clock.instant(), "accepted", "refused"));
        clock.pass(Duration.ofMinutes(1));
        home.lists().sign(LIGHTING);
        assertEquals(Optional.empty(), outcome());
    }

    /// Nobody says that a hub will try it again, as this home says of its own listeners.
    @Test
    void whatOnlyAHubTriedDropsOutOfItsStateOnceListsAreSignedAnew() throws IOException {
        var hub = home.hubRegister().add(new HubName("laptop"), new HubAddress.Folder(stick));
        isBelieved(seen(clock.instant(), "accepted", "refused"));
        var state = home.hubStates().of(hub);
        assertEquals(DeliveryState.ENFORCED, state.state());
        assertEquals(1, state.listeners().size());
        clock.pass(Duration.ofMinutes(1));
        home.lists().sign(LIGHTING);
        state = home.hubStates().of(hub);
        assertEquals(DeliveryState.SIGNED, state.state());
        assertEquals(List.of(), state.listeners());
    }

    /// A home without a network that tried it in vain.
    @Test
    void ofOneListenerTheLastWordCountsWhoeverSpokeIt() throws IOException {
        var listener = home.probing()
                .add(
                        new HubName("hall-pi"),
                        TestHomes.LIGHTING,
                        ListenerAddress.parse(ADDRESS).orElseThrow());
        tried(listener, new Verdict.Unreachable(Verdict.Trouble.NO_ANSWER));
        assertEquals(Optional.of(Outcome.UNPROVEN), outcome());
        clock.pass(Duration.ofMinutes(1));
        isBelieved(seen(clock.instant(), "accepted", "refused"));
        assertEquals(Optional.of(Outcome.ENFORCED), outcome());
        clock.pass(Duration.ofMinutes(1));
        tried(listener, new Verdict.Accepted());
        assertEquals(Optional.of(Outcome.NOT_ENFORCED), outcome());
    }

    private void tried(Listener listener, Verdict canary) {
        var certificate = home.issuers().root().certificate();
        home.probing()
                .keep(new ProbeResult(
                        listener,
                        clock.instant(),
                        home.lists().newest(LIGHTING).orElseThrow().number(),
                        certificate.serial(),
                        canary,
                        certificate.serial(),
                        canary));
    }

    @Test
    void itSaysSinceWhenARevokedDeviceIsRefused() throws Exception {
        var application = Application.of(new DeviceName("Lamp"), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=device"));
        var approval = new Approval(home.approvals().review(application));
        var issued = assertInstanceOf(Issued.class, home.approvals().issue(approval));
        clock.pass(Duration.ofMinutes(1));
        home.revocations()
                .revoke(new RevocationApproval(home.revocations().review(issued.device(), Reason.KEY_COMPROMISE)));
        var device = home.devices().find(issued.device().id()).orElseThrow();
        assertEquals(new HubStates.Refusal.NotProven(), home.hubStates().refusal(device));
        var at = clock.instant();
        isBelieved(seen(at, "accepted", "refused"));
        assertEquals(
                new HubStates.Refusal.Since(at, List.of(new HubName("laptop"))),
                home.hubStates().refusal(device));
        var later = clock.instant();
        isBelieved(seen(later, "accepted", "accepted"));
        assertEquals(
                new HubStates.Refusal.StillLetIn(later, new HubName("laptop")),
                home.hubStates().refusal(device));
    }
}
