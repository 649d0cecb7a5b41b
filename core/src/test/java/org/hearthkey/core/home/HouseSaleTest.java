package org.hearthkey.core.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.approve.Outcome;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.BundleReader;
import org.hearthkey.core.deliver.BundleVerdict;
import org.hearthkey.core.deliver.DeliveryProgress;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.journal.JournalEntry;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.Peer;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.sale.BuyerReceipt;
import org.hearthkey.core.sale.HouseContents;
import org.hearthkey.core.sale.PackageOpening;
import org.hearthkey.core.sale.PackageReader;
import org.hearthkey.core.sale.Sale;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.secret.SecretBytes;
import org.hearthkey.core.witness.BlockedException;
import org.hearthkey.core.witness.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A house changes hands: its package, the buyer's home, and the end of the seller's.
class HouseSaleTest {
    private static final String LAMP_CODE = "v=1&&eui=0000b57fffe15d68&&cc=KX7P2M4D";

    private final TestHomes clock = new TestHomes();
    private final Passphrase root = TestHomes.rootPassphrase();
    private final Passphrase words = new Passphrase("acre badge cabin dairy eagle fable".toCharArray());
    private final List<Certificate> certificates = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path packed;
    private Home home;

    @BeforeEach
    void createsAHome() throws Exception {
        packed = folder.resolve("Maple.house");
        home = clock.create(folder.resolve("Maple.hearth"));
        approve("Camera", TestHomes.SECURITY, Particulars.NONE);
        approve("Window", TestHomes.SECURITY, new Particulars("sensor", "Ida", "Ida's room"));
        pair("Lamp");
        var camera = home.devices().find(new DeviceName("Camera")).orElseThrow();
        home.retirements().add(camera, new AccountName("Acme"), Account.Sort.VENDOR_CLOUD);
        home.retirements().add(camera, new AccountName("Acme account of ida"), Account.Sort.ACCESS_TOKEN);
    }

    @AfterEach
    void closesAll() {
        home.close();
        root.close();
        words.close();
    }

    private void approve(String name, ZoneName zone, Particulars told) {
        var application = Application.of(new DeviceName(name), zone)
                .particulars(told)
                .request(Requests.of(Requests.newKeys(), "CN=" + name));
        var issued = assertInstanceOf(
                Outcome.Issued.class,
                home.approvals().issue(new Approval(home.approvals().review(application))));
        certificates.add(issued.certificate());
    }

    private void pair(String name) {
        var application = Pairings.of(name, TestHomes.LIGHTING, LAMP_CODE);
        assertInstanceOf(
                Outcome.Paired.class,
                home.approvals().issue(new Approval(home.approvals().review(application))));
    }

    private Sale pack() throws RefusedException, IOException {
        return home.housePacking()
                .pack(packed, new LockPlan.Remembered(words, Argon2Cost.MINIMUM), RootSecret.of(root));
    }

    private HouseContents opened() throws IOException {
        var opening = new PackageReader(new SecureRandom()).open(packed, words);
        return assertInstanceOf(PackageOpening.Opened.class, opening).contents();
    }

    /// The buyer's home, on a day of their own.
    private Home receive(String file) throws Exception {
        try (var contents = opened();
                var passphrase = TestHomes.passphrase();
                var other = new Passphrase("the well behind the old barn".toCharArray())) {
            var plan = new NewHome(new HomeName("Our house"), List.of(TestHomes.LIGHTING, TestHomes.SECURITY));
            return clock.homes()
                    .receive(
                            folder.resolve(file),
                            contents,
                            plan,
                            clock.homes().lockFor(passphrase),
                            new NewRoot.InFile(List.of(clock.homes().lockFor(other))),
                            _ -> {});
        }
    }

    private BuyerReceipt receipt() throws Exception {
        try (var buyer = receive("Buyer.hearth")) {
            return buyer.waitingDevices().received().orElseThrow().receipt();
        }
    }

    private List<String> acts(Home of) {
        return of.journal().newest(Long.MAX_VALUE, 200).stream()
                .map(JournalEntry::act)
                .toList();
    }

    @Test
    void packingTellsWhatGoesAndEndsNothing() throws Exception {
        var list = home.housePacking().list();
        assertEquals(3, list.devices().size());
        assertEquals(1, list.codes());
        assertEquals(List.of(new DeviceName("Camera"), new DeviceName("Window")), list.withoutCode());

        var sale = pack();
        assertEquals(3, sale.devices());
        assertEquals(1, sale.codes());
        assertEquals(Optional.of(sale), home.housePacking().sale());
        assertTrue(acts(home).contains("hand-over.package"));
        assertInstanceOf(Standing.Current.class, home.watch().standing());
        approve("Doorbell", TestHomes.SECURITY, Particulars.NONE);
    }

    @Test
    void thePackageNamesNobodyAndOpensNothingOfTheSellers() throws Exception {
        pack();
        try (var contents = opened()) {
            var told = contents.facts()
                    + contents.devices().stream()
                            .map(device -> device.listing().toString())
                            .collect(Collectors.joining());
            var chosen = told.replace(contents.facts().home().text(), ""); // random letters may be a name
            assertFalse(chosen.toLowerCase(Locale.ROOT).contains("ida"), chosen);
            assertTrue(told.contains("Acme"), told);
            var lamp = contents.devices().stream()
                    .filter(device -> device.code().isPresent())
                    .toList();
            assertEquals(1, lamp.size());
            assertEquals(LAMP_CODE, text(lamp.getFirst().code().orElseThrow().text()));
        }
    }

    private static String text(SecretBytes secret) {
        return secret.use(bytes -> new String(bytes, UTF_8));
    }

    @Test
    void aDeviceWhoseNameNamesSomebodyIsTold() {
        approve("Clock of Ida", TestHomes.SECURITY, Particulars.NONE);
        assertEquals(
                List.of(new DeviceName("Clock of Ida")),
                home.housePacking().list().naming());
    }

    @Test
    void nothingIsOverwrittenAndAFailureIsNotRecorded() throws Exception {
        Files.writeString(packed, "theirs");
        assertThrows(FileAlreadyExistsException.class, this::pack);
        assertEquals("theirs", Files.readString(packed));
        assertEquals(Optional.empty(), home.housePacking().sale());
        Files.delete(packed);
        try (var wrong = new Passphrase("not the root".toCharArray())) {
            var secret = RootSecret.of(wrong);
            assertThrows(
                    RefusedException.class,
                    () -> home.housePacking().pack(packed, new LockPlan.Remembered(words, Argon2Cost.MINIMUM), secret));
        }
        assertFalse(Files.exists(packed));
        pack();
        assertThrows(IllegalStateException.class, this::pack);
    }

    @Test
    void theBuyersHomeBeginsWithWhatWaits() throws Exception {
        var sale = pack();
        try (var buyer = receive("Buyer.hearth")) {
            assertEquals(0, buyer.devices().count(DeviceQuery.all(clock.instant())));
            var waiting = buyer.waitingDevices().all();
            assertEquals(
                    List.of("Camera", "Lamp", "Window"),
                    waiting.stream().map(each -> each.listing().name().text()).toList());
            assertNotEquals(
                    home.issuers().root().certificate().fingerprint(),
                    buyer.issuers().root().certificate().fingerprint());
            var received = buyer.waitingDevices().received().orElseThrow();
            assertTrue(sale.isFor(received.receipt()));
            assertEquals(home.issuers().root().certificate().fingerprint(), received.sellersRoot());
            assertEquals(
                    buyer.issuers().root().certificate().fingerprint(),
                    received.receipt().root());
            var name = new DeviceName("Camera");
            buyer.waitingDevices().dismiss(buyer.waitingDevices().find(name).orElseThrow());
            assertTrue(buyer.waitingDevices().find(name).isEmpty());
        }
        try (var again = clock.open(folder.resolve("Buyer.hearth"))) {
            assertEquals(2, again.waitingDevices().all().size());
            assertEquals(LAMP_CODE, code(again, "Lamp"));
        }
    }

    private static String code(Home of, String name) {
        try (var code = of.waitingDevices().openCode(waiting(of, name))) {
            return text(code);
        }
    }

    private static WaitingDevice waiting(Home of, String name) {
        return of.waitingDevices().find(new DeviceName(name)).orElseThrow();
    }

    @Test
    void aDeviceThatIsApprovedWaitsNoLongerWhateverItIsCalledThen() throws Exception {
        pack();
        try (var buyer = receive("Buyer.hearth")) {
            var application = Pairings.of("Reading lamp", TestHomes.LIGHTING, code(buyer, "Lamp"));
            var review = buyer.approvals().review(application);
            var outcome = buyer.approvals().issue(new Approval(review));
            var lamp = assertInstanceOf(Outcome.Paired.class, outcome).device();
            assertTrue(buyer.waitingDevices().find(new DeviceName("Lamp")).isEmpty());
            assertTrue(buyer.setupCodes().find(lamp).isPresent());
            assertEquals(2, buyer.waitingDevices().all().size());
        }
    }

    @Test
    void aNewVaultKeyTakesWhatWaitsAlong() throws Exception {
        pack();
        try (var buyer = receive("Buyer.hearth");
                var passphrase = TestHomes.passphrase();
                var other = new Passphrase("the well behind the old barn".toCharArray())) {
            buyer.newVaultKey()
                    .prepare(new LockSecret.Remembered(passphrase))
                    .make(RootSecret.of(other), Argon2Cost.MINIMUM);
        }
        try (var again = clock.open(folder.resolve("Buyer.hearth"))) {
            assertEquals(LAMP_CODE, code(again, "Lamp"));
        }
    }

    @Test
    void theReceiptReadsBackHoweverItWasSent() throws Exception {
        pack();
        var receipt = receipt();
        var text = receipt.text();
        assertEquals(Optional.of(receipt), BuyerReceipt.parse(text));
        assertEquals(
                Optional.of(receipt),
                BuyerReceipt.parse("Hello,\r\n\r\nhere it is:\r\n" + text.replace("\n", "\r\n  ") + "Yours"));
        assertEquals(Optional.empty(), BuyerReceipt.parse(text.replace("MII", "MIJ")));
        assertEquals(Optional.empty(), BuyerReceipt.parse(text.substring(0, text.length() / 2)));
        assertEquals(Optional.empty(), BuyerReceipt.parse(""));
        Files.writeString(folder.resolve("receipt.txt"), text);
        try (var buyer = clock.open(folder.resolve("Buyer.hearth"))) {
            Files.writeString(
                    folder.resolve("root.pem"),
                    buyer.issuers().root().certificate().pem());
        }
        Peer.of("openssl", folder)
                .run("cms -verify -inform PEM -in receipt.txt -CAfile root.pem -purpose any -attime %d"
                        .formatted(clock.instant().getEpochSecond())
                        .split(" "))
                .accepts()
                .says("\"package\":\"" + receipt.packageHash().hex() + "\"");
    }

    @Test
    void onlyTheReceiptForThisPackageEndsTheHome() throws Exception {
        pack();
        var first = receipt();
        home.housePacking().cancel();
        assertEquals(
                Optional.of(HouseEnding.Doubt.NO_PACKAGE), home.houseEnding().doubt(first));
        Files.delete(packed);
        pack();
        assertEquals(
                Optional.of(HouseEnding.Doubt.OTHER_PACKAGE), home.houseEnding().doubt(first));
        assertThrows(
                IllegalArgumentException.class, () -> home.houseEnding().end(Optional.of(first), RootSecret.of(root)));
        assertEquals(Optional.empty(), home.housePacking().sale().flatMap(Sale::ending));
    }

    @Test
    void theEndRevokesAllAndNothingIsSignedAfterIt() throws Exception {
        var sale = pack();
        var receipt = receipt();
        clock.pass(Duration.ofHours(1));
        home.houseEnding().end(Optional.of(receipt), RootSecret.of(root));
        assertEquals(
                0,
                home.devices().page(DeviceQuery.all(clock.instant()), 0, 100).stream()
                        .filter(device -> device.stateAt(clock.instant()) != DeviceState.REVOKED)
                        .count());
        assertEquals(2, home.issuers().withdrawn().size());
        for (var role : List.of(new Role.Root(), new Role.Services(), new Role.Zone(TestHomes.SECURITY))) {
            assertEquals(
                    home.issuers().chainEnd(role),
                    home.lists().newest(role).orElseThrow().nextUpdate());
        }
        var drive = Files.createDirectory(folder.resolve("drive"));
        home.deliveries().export(drive, RootSecret.of(root), DeliveryProgress.NONE);
        assertInstanceOf(BundleVerdict.Sound.class, BundleReader.verify(drive, clock.instant()));

        var closed = home.houseEnding().close(RootSecret.of(root));
        assertEquals(sale.packageHash(), closed.packageHash());
        assertInstanceOf(Standing.HandedOver.class, home.watch().standing());
        assertEquals("hand-over.end", acts(home).getFirst());
        var lamp = home.devices().find(new DeviceName("Lamp")).orElseThrow();
        assertTrue(home.setupCodes().find(lamp).isEmpty());
        var late = Application.of(new DeviceName("Late"), TestHomes.SECURITY);
        assertThrows(BlockedException.class, () -> home.approvals().review(late));
        assertThrows(BlockedException.class, () -> home.zoneRulings().open(Duration.ofMinutes(5)));
        assertThrows(BlockedException.class, () -> home.lists().sign(new Role.Zone(TestHomes.SECURITY)));
        assertThrows(BlockedException.class, () -> home.lists().signRoots(RootSecret.of(root)));
        assertThrows(BlockedException.class, () -> home.addZone(new ZoneName("garden"), RootSecret.of(root)));
        assertThrows(BlockedException.class, () -> home.deliveries().export(drive));
        var entries = home.journal().size();
        home.close();
        clock.pass(Duration.ofDays(1000));
        home = clock.open(folder.resolve("Maple.hearth"));
        assertInstanceOf(Standing.HandedOver.class, home.watch().standing());
        assertEquals(entries, home.journal().size());
        assertRefusedByOpenSsl();
    }

    /// Years later: nothing lapses into not being known.
    private void assertRefusedByOpenSsl() throws IOException {
        var lists = home.lists().newest().stream()
                .map(list -> home.lists().crl(list.issuer()).orElseThrow().pem())
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("lists.pem"), lists);
        Files.writeString(
                folder.resolve("root.pem"), home.issuers().root().certificate().pem());
        var zone = home.issuers().zone(TestHomes.SECURITY).orElseThrow();
        Files.writeString(
                folder.resolve("issuer.pem"), zone.issuer().certificate().pem());
        Files.writeString(
                folder.resolve("twin.pem"), zone.issuer().twin().orElseThrow().pem());
        Files.writeString(folder.resolve("device.pem"), certificates.getFirst().pem());
        Files.writeString(
                folder.resolve("services.pem"),
                home.issuers().services().certificate().pem());
        var day = clock.instant().minus(Duration.ofDays(930)).getEpochSecond();
        var openssl = Peer.of("openssl", folder);
        openssl.run(("verify -crl_check_all -attime %d -CAfile root.pem -CRLfile lists.pem -untrusted issuer.pem"
                                + " device.pem")
                        .formatted(day)
                        .split(" "))
                .refuses("certificate revoked");
        openssl.run("verify -partial_chain -crl_check_all -attime %d -CAfile twin.pem -CRLfile lists.pem device.pem"
                        .formatted(day)
                        .split(" "))
                .refuses("certificate revoked");
        openssl.run("verify -crl_check_all -attime %d -CAfile root.pem -CRLfile lists.pem services.pem"
                        .formatted(clock.instant().getEpochSecond())
                        .split(" "))
                .refuses("certificate revoked");
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        pack();
        var receipt = receipt();
        home.houseEnding().end(Optional.of(receipt), RootSecret.of(root));
        home.close();
        home = clock.open(folder.resolve("Maple.hearth"));
        var entries = home.journal().size();
        var going = home.houseEnding().end(Optional.of(receipt), RootSecret.of(root));
        assertEquals(Optional.of(receipt), going.ending().orElseThrow().receipt());
        assertEquals(entries, home.journal().size());
        assertThrows(IllegalStateException.class, () -> home.housePacking().cancel());
        home.houseEnding().close(RootSecret.of(root));
        assertInstanceOf(Standing.HandedOver.class, home.watch().standing());
    }
}
