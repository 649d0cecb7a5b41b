package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.deliver.ReceiptVerdict.Reason;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.journal.Jcs;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deliveries to a hub's folder, and what the hub says of them.
class HubDeliveriesTest {
    private static final HubName PANTRY = new HubName("pantry");

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path place;
    private Home home;
    private Hub hub;
    private CertifiedHub pantry;

    @BeforeEach
    void createsAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
        place = Files.createDirectory(folder.resolve("share"));
        hub = home.hubRegister().add(PANTRY, new HubAddress.Folder(place));
        pantry = new CertifiedHub(home, "Pantry", folder.resolve("pantry"));
    }

    @AfterEach
    void closes() {
        home.close();
    }

    private Map<String, Object> content() throws IOException {
        return CertifiedHub.content(home, "pantry", place, clock.instant());
    }

    private Map<String, Object> contentWith(String field, Object value) throws IOException {
        var changed = new HashMap<>(content());
        changed.put(field, value);
        return changed;
    }

    private void deliver() throws IOException {
        home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
    }

    private Receipts.Read read(byte[] receipt) throws IOException {
        CertifiedHub.leave(place, "pantry", receipt);
        return home.hubDeliveries().readReceipt(hub).orElseThrow();
    }

    private void assertUnsound(Reason reason, byte[] receipt) throws IOException {
        assertEquals(new ReceiptVerdict.Unsound(reason), read(receipt).verdict());
    }

    private List<String> acts() {
        return home.journal().newest(Long.MAX_VALUE, 40).stream()
                .map(entry -> entry.act())
                .toList();
    }

    @Test
    void deliversAndLearnsThatTheHubTookIt() throws IOException {
        var delivered = home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
        assertEquals(DeliveryState.DELIVERED, delivered.state());
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(place, clock.instant()));
        clock.pass(Duration.ofMinutes(1));
        var read = read(pantry.sign(content()));
        assertInstanceOf(ReceiptVerdict.Sound.class, read.verdict());
        assertTrue(read.news());
        assertFalse(home.hubDeliveries().readReceipt(hub).orElseThrow().news());
        assertTrue(acts().contains("receipt.read"));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        var kept = home.receipts().newest(PANTRY).orElseThrow();
        assertEquals(delivered.bundle().number(), kept.receipt().bundleNumber());
        assertEquals(hub.address().uri(), kept.place());
    }

    @Test
    void aHubThatIsCalledOtherwiseKeepsWhatItSaidAndNeedsAnotherCertificate() throws IOException {
        deliver();
        clock.pass(Duration.ofMinutes(1));
        assertInstanceOf(
                ReceiptVerdict.Sound.class, read(pantry.sign(content())).verdict());
        var said = home.receipts().newest(PANTRY).orElseThrow();
        var loft = new HubName("loft");
        var state = home.hubStates().of(hub);
        hub = home.hubRegister().rename(hub, loft);
        assertEquals(Optional.of(said), home.receipts().newest(loft));
        assertEquals(Optional.empty(), home.receipts().newest(PANTRY));
        assertEquals("hub.rename", acts().getFirst());
        // What it took is known still.
        assertEquals(DeliveryState.ACKNOWLEDGED, state.state());
        assertEquals(state.state(), home.hubStates().of(hub).state());
        assertEquals(state.since(), home.hubStates().of(hub).since());
        CertifiedHub.leave(place, "loft", pantry.sign(CertifiedHub.content(home, "loft", place, clock.instant())));
        assertEquals(
                new ReceiptVerdict.Unsound(Reason.SIGNATURE),
                home.hubDeliveries().readReceipt(hub).orElseThrow().verdict());
        var again = new CertifiedHub(home, "Loft", folder.resolve("loft"));
        clock.pass(Duration.ofMinutes(1));
        CertifiedHub.leave(place, "loft", again.sign(CertifiedHub.content(home, "loft", place, clock.instant())));
        assertInstanceOf(
                ReceiptVerdict.Sound.class,
                home.hubDeliveries().readReceipt(hub).orElseThrow().verdict());
    }

    @Test
    void whatOpensAtAHubStaysWhenItIsCalledOtherwise() throws IOException {
        var attic = home.hubRegister().add(new HubName("attic"), (HubAddress.Sftp)
                HubAddress.parse("sftp://hearth@attic.home.arpa/upload").orElseThrow());
        var key = home.hubRegister().key(attic);
        assertThrows(IllegalArgumentException.class, () -> home.hubRegister().rename(attic, PANTRY));
        var loft = home.hubRegister().rename(attic, new HubName("loft"));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        assertEquals(key, home.hubRegister().key(loft));
        assertThrows(IllegalArgumentException.class, () -> home.hubRegister().key(attic));
    }

    @Test
    void theStickBringsTheReceiptsBack() throws IOException {
        var stick = Files.createDirectory(folder.resolve("stick"));
        home.deliveries().export(stick);
        CertifiedHub.leave(stick, "pantry", pantry.sign(CertifiedHub.content(home, "pantry", stick, clock.instant())));
        var read = home.receipts().readFrom(stick);
        assertEquals(List.of(PANTRY), read.stream().map(Receipts.Read::hub).toList());
        assertInstanceOf(ReceiptVerdict.Sound.class, read.getFirst().verdict());
        assertEquals(List.of(), home.receipts().readFrom(Files.createDirectory(folder.resolve("empty"))));
    }

    @Test
    void aRefusalIsHeardAsWell() throws IOException {
        deliver();
        var refusal = contentWith("state", "refused");
        refusal.put("why", "older");
        assertInstanceOf(ReceiptVerdict.Sound.class, read(pantry.sign(refusal)).verdict());
        var never = contentWith("state", "refused");
        never.put("bundleNumber", 0);
        never.put("manifestSha256", "");
        never.put("lists", List.of());
        never.put("secondSignature", "");
        home.hubRegister().remove(hub);
        hub = home.hubRegister().add(PANTRY, new HubAddress.Folder(place));
        assertInstanceOf(ReceiptVerdict.Sound.class, read(pantry.sign(never)).verdict());
    }

    @Test
    void aHubThatWentByTheFirstSignatureSaysSo() throws IOException {
        deliver();
        read(pantry.sign(content()));
        assertFalse(home.receipts().newest(PANTRY).orElseThrow().receipt().wentByFirst());
        clock.pass(Duration.ofMinutes(1));
        read(pantry.sign(contentWith("secondSignature", "unverified")));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        assertTrue(home.receipts().newest(PANTRY).orElseThrow().receipt().wentByFirst());
    }

    @Test
    void nobodyElseSignsForAHub() throws IOException {
        deliver();
        var stranger = new CertifiedHub(home, "Attic", folder.resolve("attic"));
        assertUnsound(Reason.SIGNATURE, stranger.sign(content()));
        var changed = new String(pantry.sign(content()), StandardCharsets.ISO_8859_1)
                .replace("\"state\":\"taken\"", "\"state\":\"Taken\"")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertUnsound(Reason.SIGNATURE, changed);
        assertUnsound(Reason.SIGNATURE, Jcs.write(content()));
        assertUnsound(Reason.SIGNATURE, new byte[0]);
        assertEquals(Optional.empty(), home.receipts().newest(PANTRY));
    }

    @Test
    void theReceiptOfAnotherHubOrHomeProvesNothing() throws IOException {
        deliver();
        assertUnsound(Reason.HUB, pantry.sign(contentWith("hub", "attic")));
        assertUnsound(Reason.HOME, pantry.sign(contentWith("homeId", "aaaaaaaa")));
        assertUnsound(Reason.BUNDLE, pantry.sign(contentWith("manifestSha256", "0".repeat(64))));
        assertUnsound(Reason.BUNDLE, pantry.sign(contentWith("bundleNumber", 9_999_999_999L)));
        assertUnsound(Reason.MALFORMED, pantry.sign(contentWith("state", "perhaps")));
        assertUnsound(Reason.MALFORMED, pantry.sign(contentWith("more", "fields")));
        assertUnsound(Reason.MALFORMED, pantry.sign(contentWith("secondSignature", "perhaps")));
        assertUnsound(Reason.MALFORMED, pantry.sign(contentWith("secondSignature", "")));
        assertUnsound(Reason.MALFORMED, pantry.sign(contentWith("format", "hearthkey-receipt/1")));
        assertUnsound(
                Reason.MALFORMED,
                pantry.sign((new String(Jcs.write(content()), StandardCharsets.UTF_8) + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingIsTakenBack() throws IOException {
        deliver();
        var first = content();
        clock.pass(Duration.ofHours(1));
        home.lists().sign(new Role.Zone(TestHomes.LIGHTING));
        deliver();
        var second = content();
        assertInstanceOf(ReceiptVerdict.Sound.class, read(pantry.sign(second)).verdict());
        assertUnsound(Reason.OLDER, pantry.sign(first));
        var older = new HashMap<>(second);
        older.put("time", clock.instant().minusSeconds(1).toString());
        assertUnsound(Reason.OLDER, pantry.sign(older));
        var lists = new HashMap<>(second);
        lists.put("lists", first.get("lists"));
        assertUnsound(Reason.OLDER, pantry.sign(lists));
    }

    @Test
    void aHubKeepsTheKeyThatItTriesWith() throws IOException {
        deliver();
        var own = Requests.of(Requests.newKeys(), "CN=pantry");
        assertFalse(read(pantry.sign(contentWith("probeRequest", base64(own)))).otherProbeKey());
        assertEquals(List.of(own.publicKey()), probeKeys());
        clock.pass(Duration.ofMinutes(1));
        var other = Requests.of(Requests.newKeys(), "CN=pantry");
        assertTrue(read(pantry.sign(contentWith("probeRequest", base64(other)))).otherProbeKey());
        assertEquals(List.of(own.publicKey()), probeKeys());
        assertTrue(acts().contains("hub.probe-key"));
    }

    @Test
    void aRequestThatItsKeyDidNotSignRegistersNothing() throws IOException {
        deliver();
        var forged = Requests.forged(Requests.newKeys(), Requests.newKeys(), "CN=pantry");
        read(pantry.sign(contentWith("probeRequest", base64(forged))));
        assertEquals(List.of(), probeKeys());
    }

    private List<Object> probeKeys() {
        return home.receipts().probeKeys().stream()
                .<Object>map(one -> one.key())
                .toList();
    }

    private static String base64(CertificateRequest request) {
        return Base64.getEncoder().encodeToString(request.der().bytes());
    }
}
