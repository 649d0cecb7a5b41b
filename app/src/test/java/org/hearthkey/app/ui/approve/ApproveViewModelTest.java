package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.approve.Verdict.Gap;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.CertificateRequest;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.Particulars;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.scan.Code;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.scan.Scan;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.witness.BlockedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveViewModelTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private RecordedNavigation navigation;
    private ApproveViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        navigation = new RecordedNavigation();
        model = new ApproveViewModel(Contexts.of(home, navigation));
        model.arrived();
    }

    private Path file(CertificateRequest request) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "device", ".csr"), request.pem());
    }

    private void say(String name, String zone) {
        model.form().nameProperty().set(name);
        model.form().zoneProperty().set(Optional.of(new ZoneName(zone)));
    }

    private ApproveState.Deciding deciding() {
        return assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void saysWhyATextIsNoCode() {
        model.offerTyped("hello");
        var scanning = assertInstanceOf(
                ApproveState.Scanning.class, model.stateProperty().get());
        var hitch = assertInstanceOf(Hitch.Unsuitable.class, scanning.hitch().orElseThrow());
        assertEquals("label.unknown", hitch.why().code());
    }

    @Test
    void asksWhichKindACodeIs() {
        model.offerTyped("G$M:IC2%Z:540F57FFFE599FAA$I:D79CB21C6D197CE7A3339A683A90DFF2442A%MT:YNJV7VSC00CMVH7SR00");
        var choosing = assertInstanceOf(
                ApproveState.Choosing.class, model.stateProperty().get());
        assertEquals(
                List.of("matter-qr", "zigbee-install-code"),
                choosing.codes().stream().map(Code::kind).toList());
        model.choose(choosing.codes().getFirst());
        assertEquals(Optional.of("matter-qr"), deciding().claim().label().map(Code::kind));
    }

    @Test
    void goesBackWhenACodeIsNoneOfTheKinds() {
        model.offerTyped("X-HM://0081YCYEP3QYT");
        var before = deciding();
        var several = List.<Found>of(
                new Found.Label("", read("34970112332")), new Found.Label("", read("X-HM://0023ISYWYACMN")));
        model.take(several, before);
        model.cancel();
        assertEquals(before, model.stateProperty().get());
        model.take(several, before);
        model.offerTyped("hello");
        assertEquals(before.claim(), deciding().claim());
        assertTrue(deciding().hitch().isPresent());
    }

    @Test
    void suggestsTheSortThatACodeNamesAndNoNumberAsName() {
        model.offerTyped("900132782003515253545541424344453132333435212223242500100435301537022065520001000000300578");
        assertEquals("Dimmer", model.form().typeProperty().get());
        assertEquals("", model.form().nameProperty().get());
    }

    private static Code read(String text) {
        return assertInstanceOf(Scan.Read.class, CodeReader.read(text)).code();
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        model.offer(List.of(folder.resolve("gone.png")));
        var scanning = assertInstanceOf(
                ApproveState.Scanning.class, model.stateProperty().get());
        var hitch = assertInstanceOf(Hitch.Unreadable.class, scanning.hitch().orElseThrow());
        assertInstanceOf(NoSuchFileException.class, hitch.cause());
    }

    @Test
    void waitsForTheRequestOnceTheLabelIsKnown() {
        model.offerTyped(DeviceRequests.label(home.requests().of("washer"), "m=WM-7") + "\r\n");
        assertEquals(Set.of(Gap.ZONE, Gap.REQUEST), deciding().verdict().gaps());
        assertEquals("WM-7", model.form().nameProperty().get());
        assertFalse(deciding().verdict().mayApprove());
        assertEquals(List.of(), codes(deciding().verdict().against()));
    }

    @Test
    void approvesADeviceWhoseKeyIsOnItsLabel() throws IOException {
        var request = home.requests().of("washer");
        model.offerTyped(DeviceRequests.label(request, ""));
        model.offer(List.of(file(request)));
        say("Washing machine", "comfort");
        assertEquals(
                List.of("code.binds-key", "label.key-equal", "possession.proven", "key.new"),
                codes(deciding().verdict().supports()));
        model.approve();
        var step = assertInstanceOf(
                        ApproveState.HandingOver.class, model.stateProperty().get())
                .lastStep();
        assertEquals(Optional.empty(), step.issued().madeKey());
        assertEquals(1, navigation.changes);
        assertEquals(
                "washing-machine.comfort.home.arpa",
                home.device("Washing machine").address().text());
    }

    @Test
    void refusesALabelOfAnotherKeyAtOnce() throws IOException {
        model.offerTyped(DeviceRequests.label(home.requests().of("washer"), ""));
        model.offer(List.of(file(home.requests().of("another washer"))));
        var refused = assertInstanceOf(
                ApproveState.Refused.class, model.stateProperty().get());
        assertEquals("label.key-differs", refused.why().code());
        model.approve();
        assertInstanceOf(ApproveState.Refused.class, model.stateProperty().get());
        assertEquals(0, home.home().devices().count(DeviceQuery.all(RealisticHome.NOW)));
    }

    @Test
    void letsTheRightLabelMendARefusal() throws IOException {
        var request = home.requests().of("washer");
        model.offer(List.of(file(request)));
        model.offerTyped(DeviceRequests.label(home.requests().of("other"), ""));
        assertInstanceOf(ApproveState.Refused.class, model.stateProperty().get());
        model.offerTyped(DeviceRequests.label(request, ""));
        assertTrue(codes(deciding().verdict().supports()).contains("label.key-equal"));
    }

    @Test
    void saysWhichNameIsTaken() throws IOException {
        home.approve("Doorbell", "cameras", Particulars.NONE, 90);
        model.offer(List.of(file(home.requests().of("bell"))));
        say("Doorbell", "cameras");
        assertTrue(codes(deciding().verdict().against()).contains("name.duplicate"));
        assertFalse(deciding().verdict().mayApprove());
        say("Second doorbell", "cameras");
        assertTrue(deciding().verdict().mayApprove());
    }

    @Test
    void saysNothingOfANameThatNobodyGave() throws IOException {
        home.approve("New device", "doors", Particulars.NONE, 90);
        model.offer(List.of(file(home.requests().of("New device"))));
        model.form().nameProperty().set("");
        assertEquals(Set.of(Gap.NAME, Gap.ZONE), deciding().verdict().gaps());
        assertFalse(codes(deciding().verdict().against()).contains("name.duplicate"));
    }

    @Test
    void suggestsRoomsAndOwnersThatOtherDevicesHave() {
        home.approve("Doorbell", "cameras", new Particulars("Doorbell", "Ida", "Front door"), 90);
        model.arrived();
        assertEquals(List.of("Ida"), model.choicesProperty().get().owners());
        assertEquals(List.of("Front door"), model.choicesProperty().get().rooms());
    }

    @Test
    void handsOverAKeyThatWasMadeHereAndForgetsIt() throws IOException {
        model.withoutKey();
        say("Old printer", "comfort");
        model.approve();
        var step = assertInstanceOf(
                        ApproveState.HandingOver.class, model.stateProperty().get())
                .lastStep();
        assertTrue(step.holdsTheOnlyKey());
        var key = step.issued().madeKey().orElseThrow();
        step.write(folder);
        assertFalse(step.holdsTheOnlyKey());
        assertArrayEquals(key.pkcs12(), Files.readAllBytes(folder.resolve("Old printer.p12")));
        assertTrue(Files.exists(folder.resolve("Old printer-cert.pem")));
        assertTrue(Files.exists(folder.resolve("Old printer-chain.pem")));

        step.write(folder);
        var failed =
                assertInstanceOf(LastStep.Step.Failed.class, step.stepProperty().get());
        assertInstanceOf(FileAlreadyExistsException.class, failed.cause());
        assertFalse(step.holdsTheOnlyKey());

        model.startOver();
        assertArrayEquals(new byte[key.pkcs12().length], key.pkcs12());
        assertEquals("", model.form().nameProperty().get());
    }

    private static final String MATTER = "MT:M5L90MP500K64J00000";

    private void pair(String name, String zone) {
        model.offerTyped(MATTER);
        say(name, zone);
        model.form().confirm().inHandProperty().set(true);
        model.approve();
        assertInstanceOf(ApproveState.Paired.class, model.stateProperty().get());
    }

    @Test
    void pairsADeviceByItsCodeOnceItIsInHand() {
        model.offerTyped(MATTER);
        assertEquals(KeySource.PAIRING_ONLY, model.form().keySourceProperty().get());
        say("Reading lamp", "lights");
        assertEquals(Set.of(Gap.CONFIRMATION), deciding().verdict().gaps());
        assertTrue(deciding().verdict().asksForConfirmation());
        assertFalse(codes(deciding().verdict().against()).contains("confirmation.absent"));
        assertFalse(deciding().verdict().mayApprove());
        model.form().confirm().inHandProperty().set(true);
        model.form().keptAtProperty().set(" under its foot ");
        assertTrue(deciding().verdict().mayApprove());
        model.approve();
        assertInstanceOf(ApproveState.Paired.class, model.stateProperty().get());
        var paired = assertInstanceOf(
                Credential.Paired.class, home.device("Reading lamp").credential());
        assertEquals("under its foot", paired.keptAt());
        model.startOver();
        assertFalse(model.form().confirm().inHandProperty().get());
        assertEquals("", model.form().keptAtProperty().get());
    }

    @Test
    void givesADeviceWithAPairingCodeACertificateWhereItMadeARequest() throws IOException {
        model.offerTyped(MATTER);
        model.form().confirm().inHandProperty().set(true);
        model.offer(List.of(file(home.requests().of("lamp"))));
        assertEquals(KeySource.DEVICE, model.form().keySourceProperty().get());
        say("Reading lamp", "lights");
        // Another key asks now: what was said of the one before is not said of it.
        assertEquals(Set.of(Gap.CONFIRMATION), deciding().verdict().gaps());
    }

    @Test
    void comparesDigitsThatTheDeviceMakesOfItsKey() throws IOException {
        var request = home.requests().of("lamp");
        model.offerTyped(MATTER);
        model.offer(List.of(file(request)));
        say("Reading lamp", "lights");
        var confirm = model.form().confirm();
        confirm.compareDigits();
        var challenge = confirm.challengeProperty().get().orElseThrow();
        confirm.answerProperty().set("12");
        assertEquals(Set.of(Gap.CONFIRMATION), deciding().verdict().gaps());
        confirm.answerProperty().set(challenge.answer(request.publicKey()));
        assertTrue(codes(deciding().verdict().supports()).contains("confirmation.digits"));
        assertTrue(deciding().verdict().mayApprove());
        assertEquals(List.of(), home.home().alarms().unseen());
    }

    @Test
    void keepsAnAlarmWhereDigitsDiffer() throws IOException {
        var request = home.requests().of("lamp");
        model.offerTyped(MATTER);
        model.offer(List.of(file(request)));
        say("Reading lamp", "lights");
        var confirm = model.form().confirm();
        confirm.compareDigits();
        var right = confirm.challengeProperty().get().orElseThrow().answer(request.publicKey());
        confirm.answerProperty().set(right.equals("000000") ? "000001" : "000000");
        assertFalse(deciding().verdict().mayApprove());
        model.form().roomProperty().set("Study");
        assertEquals(
                List.of("confirmation.digits-differ"),
                home.home().alarms().unseen().stream().map(Alarm::code).toList());
    }

    @Test
    void refusesAUsedLabelWithAnotherKeyAndKeepsAnAlarmOnce() throws IOException {
        pair("Reading lamp", "lights");
        navigation.changes = 0;
        model.startOver();
        model.offerTyped(MATTER);
        var again = assertInstanceOf(
                ApproveState.Refused.class, model.stateProperty().get());
        assertEquals("mark.label-used", again.why().code());
        assertEquals(List.of(), again.alarms());
        model.offer(List.of(file(home.requests().of("impostor"))));
        var refused = assertInstanceOf(
                ApproveState.Refused.class, model.stateProperty().get());
        assertEquals("mark.label-used", refused.why().code());
        assertEquals(
                Optional.of(home.device("Reading lamp").id()),
                refused.alarms().getFirst().device());
        assertEquals(1, home.home().alarms().unseen().size());
        assertEquals(1, navigation.changes);
    }

    @Test
    void opensTheHomeForPairingWhereAZoneAsksForIt() throws Exception {
        try (var passphrase = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            var rules = new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.IN_WINDOW, Grade.NONE);
            home.home().zoneRulings().change(new ZoneName("doors"), rules, RootSecret.of(passphrase));
        }
        model.offer(List.of(file(home.requests().of("gate"))));
        say("Gate", "doors");
        assertTrue(deciding().verdict().asksForWindow());
        assertFalse(deciding().verdict().mayApprove());
        model.openForPairing();
        assertFalse(deciding().verdict().asksForWindow());
        assertTrue(deciding().verdict().mayApprove());
        assertEquals(
                Optional.of(RealisticHome.NOW.plus(Duration.ofMinutes(10))),
                model.openUntilProperty().get());
    }

    /// There is no way on to speak of, and nobody to warn of.
    @Test
    void aHomeThatWasHandedOverReviewsNothing() throws IOException {
        var request = home.requests().of("washer");
        home.handOver(folder.resolve("Maple.house"));
        model.offer(List.of(file(request)));
        say("Washing machine", "comfort");
        var failed = assertInstanceOf(
                ApproveState.Failed.class, model.stateProperty().get());
        assertInstanceOf(BlockedException.class, failed.cause());
        assertEquals(List.of(), home.home().alarms().unseen());
    }
}
