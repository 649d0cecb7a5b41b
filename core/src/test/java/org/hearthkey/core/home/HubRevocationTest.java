package org.hearthkey.core.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose word counts no more once a hub was stolen.
class HubRevocationTest {
    private static final HubName PANTRY = new HubName("pantry");
    private static final HubName LOFT = new HubName("loft");
    private static final Duration PAST_ITS_END = Duration.ofDays(301);

    private final TestHomes clock = new TestHomes();

    @TempDir
    private Path folder;

    private Path place;
    private Path stick;
    private Home home;
    private Hub hub;
    private CertifiedHub pantry;

    @BeforeEach
    void createsAHome() throws IOException {
        home = clock.create(folder.resolve("Maple.hearth"));
        place = Files.createDirectory(folder.resolve("share"));
        stick = Files.createDirectory(folder.resolve("stick"));
        hub = home.hubRegister().add(PANTRY, new HubAddress.Folder(place));
        pantry = new CertifiedHub(home, "Pantry", folder.resolve("pantry"));
        home.hubDeliveries().deliver(hub, DeliveryProgress.NONE);
    }

    @AfterEach
    void closes() {
        home.close();
    }

    /// What somebody says by the key of a hub that runs the bundle which lies there.
    private ReceiptVerdict says(CertifiedHub signer, HubName name, Path bundle) throws IOException {
        clock.pass(Duration.ofMinutes(1));
        CertifiedHub.leave(
                place, name.text(), signer.sign(CertifiedHub.content(home, name.text(), bundle, clock.instant())));
        return home.hubDeliveries().readReceipt(hub).orElseThrow().verdict();
    }

    private void isBelieved(CertifiedHub signer, HubName name) throws IOException {
        assertInstanceOf(ReceiptVerdict.Sound.class, says(signer, name, place));
    }

    private void isNotBelieved(CertifiedHub signer, HubName name) throws IOException {
        assertEquals(
                new ReceiptVerdict.Unsound(ReceiptVerdict.Reason.SIGNATURE), says(signer, name, place), name.text());
    }

    private boolean isListed(CertifiedHub revoked) {
        return home.lists()
                .crl(new Role.Services())
                .orElseThrow()
                .lists(revoked.certificate().serial());
    }

    /// Its receipts are judged without a look at the clock, which a hub may have wrong.
    @Test
    void aCertificateThatHasEndedIsRevokedAsWell() throws IOException {
        clock.pass(PAST_ITS_END);
        isBelieved(pantry, PANTRY);
        assertEquals(0, home.hubs().revoke(PANTRY, Reason.KEY_COMPROMISE).entries());
        assertEquals(Optional.empty(), home.receipts().newest(PANTRY));
        isNotBelieved(pantry, PANTRY);
        assertThrows(IllegalArgumentException.class, () -> home.hubs().revoke(PANTRY, Reason.KEY_COMPROMISE));
    }

    @Test
    void theOneBeforeTheLastIsRevokedWithIt() throws IOException {
        clock.pass(PAST_ITS_END);
        var renewed = new CertifiedHub(home, "Pantry", folder.resolve("renewed"));
        assertEquals(1, home.hubs().revoke(PANTRY, Reason.KEY_COMPROMISE).entries());
        assertTrue(isListed(renewed));
        isNotBelieved(pantry, PANTRY);
        isNotBelieved(renewed, PANTRY);
    }

    @Test
    void thatOfANameOfBeforeIsRevokedWithItAndIsNotBelievedByThatNameEither() throws IOException {
        isBelieved(pantry, PANTRY);
        hub = home.hubRegister().rename(hub, LOFT);
        isNotBelieved(pantry, LOFT);
        var loft = new CertifiedHub(home, "Loft", folder.resolve("loft"));
        isBelieved(loft, LOFT);
        isNotBelieved(pantry, LOFT);
        // Another computer that is called as this one was is another hub.
        var other = new CertifiedHub(home, "Pantry", folder.resolve("other"));
        assertEquals(2, home.hubs().revoke(LOFT, Reason.KEY_COMPROMISE).entries());
        assertTrue(isListed(pantry) && isListed(loft));
        assertEquals(Optional.empty(), home.receipts().newest(LOFT));
        assertEquals(List.of(other.certificate()), home.hubs().certificates(PANTRY));
        hub = home.hubRegister().add(PANTRY, new HubAddress.Folder(place));
        isNotBelieved(pantry, PANTRY);
        isBelieved(other, PANTRY);
    }

    /// Whoever stole it says that it knows of everything, so that delivering seems to hit nobody.
    @Test
    void whatItSaidHidesNothingThatADeliveryHits() throws IOException {
        leaves("Camera");
        home.deliveries().export(stick);
        assertInstanceOf(ReceiptVerdict.Sound.class, says(pantry, PANTRY, stick));
        assertEquals(0, home.forecasts().at(hub).newlyRefused());
        home.hubs().revoke(PANTRY, Reason.KEY_COMPROMISE);
        assertEquals(1, home.forecasts().at(hub).newlyRefused());
    }

    @Test
    void whatItSaidProvesNotThatADeviceHasLeft() throws IOException {
        var camera = leaves("Camera");
        home.deliveries().export(stick);
        assertInstanceOf(ReceiptVerdict.Sound.class, says(pantry, PANTRY, stick));
        assertTrue(home.retirements().of(camera).confirmed().isPresent());
        home.hubs().revoke(PANTRY, Reason.KEY_COMPROMISE);
        assertEquals(Optional.empty(), home.retirements().of(camera).confirmed());
    }

    /// However its name was written when it was certified anew.
    @Test
    void aHubThatWasCertifiedAnewIsNoHit() throws IOException {
        clock.pass(Duration.ofMinutes(1));
        home.hubs().revoke(PANTRY, Reason.SUPERSEDED);
        assertEquals(
                List.of("forecast.hub-revoked"),
                home.forecasts().at(stick).hits().stream().map(Finding::code).toList());
        new CertifiedHub(home, "pantry", folder.resolve("anew"));
        assertEquals(List.of(), home.forecasts().at(stick).hits());
    }

    private Device leaves(String name) {
        clock.pass(Duration.ofMinutes(1));
        var application = Application.of(new DeviceName(name), TestHomes.LIGHTING)
                .request(Requests.of(Requests.newKeys(), "CN=" + name));
        var issued = assertInstanceOf(
                Outcome.Issued.class,
                home.approvals().issue(new Approval(home.approvals().review(application))));
        clock.pass(Duration.ofMinutes(1));
        return home.retirements().begin(issued.device()).device();
    }
}
