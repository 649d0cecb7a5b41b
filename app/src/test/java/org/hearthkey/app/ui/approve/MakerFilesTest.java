package org.hearthkey.app.ui.approve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.hearthkey.app.DeviceRequests;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.AttestationNote;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.attest.TrustImport;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.TestMaker;
import org.hearthkey.core.policy.Finding;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakerFilesTest {
    private static final TestMaker MAKER = new TestMaker();
    private static final ZoneName COMFORT = new ZoneName("comfort");

    private final TestMaker.Owned identity = MAKER.identity("OAK-7");

    @TempDir
    Path folder;

    private RealisticHome home;
    private ApproveViewModel model;

    @BeforeEach
    void arrive() throws Exception {
        home = RealisticHome.empty(folder);
        try (var root = root()) {
            var wanted = TrustImport.of(
                    List.of(TestMaker.shown("root", MAKER.identityRoot.certificate())),
                    Optional.of(AnchorUse.IDENTITY),
                    List.of());
            home.home().makerTrust().add(wanted, RootSecret.of(root));
        }
        model = new ApproveViewModel(Contexts.of(home, new RecordedNavigation()));
        model.arrived();
    }

    private static Passphrase root() {
        return new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
    }

    private Path request(KeyPair keys) throws Exception {
        return Files.write(Files.createTempFile(folder, "washer", ".csr"), DeviceRequests.der("washer", keys));
    }

    private List<Path> files() throws Exception {
        return List.of(
                pem("washer.pem", identity.certificate()), pem("issuer.pem", MAKER.identityIssuer.certificate()));
    }

    private Path pem(String name, Certificate certificate) throws Exception {
        return Files.writeString(folder.resolve(name), certificate.pem());
    }

    private void begin(KeyPair keys) throws Exception {
        begin(request(keys));
    }

    private void begin(Path request) {
        model.offer(List.of(request));
        model.form().nameProperty().set("Washer");
        model.form().zoneProperty().set(Optional.of(COMFORT));
    }

    private ApproveState.Deciding deciding() {
        return assertInstanceOf(
                ApproveState.Deciding.class, model.stateProperty().get());
    }

    private Grade grade() {
        return deciding().verdict().review().judgment().grade();
    }

    private List<String> against() {
        return deciding().verdict().against().stream()
                .map(Finding::code)
                .filter(code -> code.startsWith("attestation."))
                .toList();
    }

    private void askFor(Grade grade) throws Exception {
        try (var root = root()) {
            var rules = new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.ANY_TIME, grade);
            home.home().zoneRulings().change(COMFORT, rules, RootSecret.of(root));
        }
    }

    @Test
    void aKeyThatItsMakerCertifiedIsProvenAndRemembered() throws Exception {
        askFor(Grade.ATTESTED);
        begin(identity.keys());
        assertTrue(against().contains("attestation.too-low"));
        assertFalse(deciding().verdict().mayApprove());
        model.offerMakers(files());
        assertEquals(Grade.ATTESTED, grade());
        model.approve();
        assertInstanceOf(ApproveState.HandingOver.class, model.stateProperty().get());
        var kept = home.home().devices().attestation(home.device("Washer").id());
        assertEquals(Optional.of(Grade.ATTESTED), kept.map(AttestationNote::grade));
    }

    @Test
    void genuineFilesBesideAnotherKeyAreRefusedWhereTheZoneAsksForMore() throws Exception {
        askFor(Grade.ATTESTED);
        begin(TestMaker.newKeys());
        model.offerMakers(files());
        assertEquals(Grade.CLAIMED, grade());
        assertTrue(against().contains("attestation.too-low"));
        assertFalse(deciding().verdict().mayApprove());
    }

    @Test
    void nothingIsSaidOfAZoneThatWasNotChosen() throws Exception {
        for (var zone : model.choicesProperty().get().zones()) {
            try (var root = root()) {
                var rules = new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.ANY_TIME, Grade.CLAIMED);
                home.home().zoneRulings().change(zone, rules, RootSecret.of(root));
            }
        }
        model.offer(List.of(request(identity.keys())));
        assertEquals(List.of(), against());
    }

    @Test
    void aFileThatRefusesCanBeLeftOut() throws Exception {
        begin(identity.keys());
        var note = Files.writeString(folder.resolve("note.txt"), "nothing of the kind");
        model.offerMakers(List.of(note));
        model.offerMakers(files());
        assertEquals(List.of("attestation.file-unreadable"), against());
        assertFalse(deciding().verdict().mayApprove());
        model.withdraw(deciding().claim().maker().getFirst());
        assertEquals(Grade.ATTESTED, grade());
        assertTrue(deciding().verdict().mayApprove());
        model.offerMakers(files());
        assertEquals(2, deciding().claim().maker().size());
    }

    @Test
    void aFileThatIsGoneChangesNothing() throws Exception {
        begin(identity.keys());
        model.offerMakers(files());
        model.offerMakers(List.of(folder.resolve("gone.pem")));
        assertInstanceOf(Hitch.Unreadable.class, deciding().hitch().orElseThrow());
        assertEquals(2, deciding().claim().maker().size());
    }

    @Test
    void theNextDeviceBeginsWithoutThem() throws Exception {
        begin(identity.keys());
        model.offerMakers(files());
        model.startOver();
        begin(TestMaker.newKeys());
        assertEquals(List.of(), deciding().claim().maker());
    }

    @Test
    void filesAreChosenAndLeftOutOnTheCard() throws Exception {
        var gallery = Gallery.open();
        askFor(Grade.CLAIMED);
        var chosen = files();
        var certified = request(identity.keys());
        var another = request(TestMaker.newKeys());
        for (var look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var suffix = look == Appearance.LIGHT ? "-light" : "-dark";
            gallery.act(model::startOver);
            gallery.show(() -> view(chosen), look, 1056, 800);
            gallery.act(() -> begin(certified));
            down(gallery);
            gallery.keep("approve-maker-absent" + suffix);
            gallery.act(button(gallery, "Choose its maker’s files…")::fire);
            assertEquals(Grade.ATTESTED, grade());
            down(gallery);
            gallery.keep("approve-maker-attested" + suffix);
            gallery.show(() -> view(chosen), look, 800, 700);
            down(gallery);
            gallery.keep("approve-maker-narrow" + suffix);
            gallery.act(model::startOver);
            gallery.act(() -> begin(another));
            gallery.act(button(gallery, "Choose its maker’s files…")::fire);
            assertEquals(Grade.CLAIMED, grade());
            gallery.show(() -> view(chosen), look, 1056, 800);
            down(gallery);
            gallery.keep("approve-maker-claimed" + suffix);
            gallery.act(button(gallery, "Leave out")::fire);
            assertEquals(1, deciding().claim().maker().size());
            assertEquals(Grade.NONE, grade());
            down(gallery);
            gallery.keep("approve-maker-none" + suffix);
        }
    }

    private static void down(Gallery gallery) {
        gallery.act(() -> ((ScrollPane) gallery.scene().getRoot().lookup(".hk-approve-scroll")).setVvalue(1));
    }

    private static Button button(Gallery gallery, String text) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button each && text.equals(each.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Parent view(List<Path> chosen) {
        var choice = new FileChoice() {
            @Override
            public Optional<Path> open(String title, String kind, List<String> endings) {
                return Optional.empty();
            }

            @Override
            public List<Path> openSeveral(String title, String kind, List<String> endings) {
                return chosen;
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.empty();
            }
        };
        var view = new ApproveView(model, Cameras.none(), Contexts.of(home, new RecordedNavigation()), choice);
        view.arrived(Destination.to(Place.APPROVE));
        return view.view();
    }
}
