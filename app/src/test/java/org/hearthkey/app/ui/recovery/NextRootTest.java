package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The root is changed in the window where it, or the one that is to come, lives on a token.
class NextRootTest {
    private static final ZoneName GARDEN = new ZoneName("garden");
    private static final String NEW_PASSPHRASE = "quartz lantern visit mushroom";

    private final SoftHsm hsm = SoftHsm.here();
    private final SoftHsm.Token device = hsm.take();

    @TempDir
    Path folder;

    private RealisticHome home;
    private RolloverViewModel model;
    private Certificate before;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        use(Contexts.of(home, Contexts.tokens(hsm)));
        before = home.home().issuers().root().certificate();
    }

    private void use(HomeContext context) {
        model = new RolloverViewModel(context, Contexts.LOCKSMITH, () -> model.refresh());
        model.refresh();
    }

    private void moveTheRootTo(SoftHsm.Token token) throws IOException, RefusedException {
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray());
                var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var session = new Tokens(List.of(hsm.module()))
                        .find(TokenUri.parse(token.uri()).orElseThrow())
                        .open(pin)) {
            home.home().rootPlaces().moveTo(session, "hearthkey root", new LockSecret.Remembered(root));
        }
    }

    private static void show(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
        assertTrue(act.secret().isEmpty());
    }

    private static void done(RootAct act, String secret) {
        show(act, secret);
        assertEquals(new RootAct.State.Done(), act.stateProperty().get());
    }

    private RootAct begin(NextRootAsked asked) {
        var act = model.beginning(asked);
        asked.wokenProperty().bind(act.placeProperty());
        return act;
    }

    private NextRootAsked onToken(SoftHsm.Token wanted, String pin) {
        var asked = model.asked();
        asked.whereProperty().set(NextRootAsked.Where.TOKEN);
        choose(asked, wanted);
        asked.pin().set(pin.toCharArray());
        asked.understoodProperty().set(true);
        return asked;
    }

    private static void choose(NextRootAsked asked, SoftHsm.Token wanted) {
        var found = assertInstanceOf(
                        TokenList.State.Found.class,
                        asked.tokens().stateProperty().get())
                .tokens();
        asked.tokens()
                .chosenProperty()
                .set(found.stream()
                        .filter(token -> token.facts().label().equals(wanted.label()))
                        .findFirst());
    }

    private NextRootAsked inFile() {
        var asked = model.asked();
        asked.passphrase().typed().set(NEW_PASSPHRASE.toCharArray());
        asked.passphrase().again().set(NEW_PASSPHRASE.toCharArray());
        return asked;
    }

    private RootAct.State finish(String secret) {
        var act = model.finishing(home.home().rootRollover().trust().left());
        show(act, secret);
        return act.stateProperty().get();
    }

    private void signs(String secret) {
        var door = Contexts.of(home, Contexts.tokens(hsm)).rootDoor();
        done(new RootAct(new AtOnce(), door, root -> home.home().addZone(GARDEN, root), () -> {}), secret);
    }

    private long keysOn(SoftHsm.Token token) {
        return hsm.objects(token)
                .text()
                .lines()
                .filter(line -> line.contains("Private Key Object"))
                .count();
    }

    private Certificate root() {
        return home.home().issuers().root().certificate();
    }

    @Test
    void fromTheFileOntoATokenAndNoKeyIsLeftInTheFile() {
        var asked = onToken(device, SoftHsm.PIN);
        done(begin(asked), RealisticHome.ROOT_PASSPHRASE);
        assertTrue(asked.pin().isEmpty());
        var underWay = assertInstanceOf(
                RolloverViewModel.State.UnderWay.class, model.stateProperty().get());
        assertEquals(Optional.of(device.label()), underWay.token().flatMap(TokenUri::token));
        assertInstanceOf(TokenException.class, failure(finish(RealisticHome.ROOT_PASSPHRASE)));
        assertEquals(before, root());
        assertEquals(new RootAct.State.Done(), finish(SoftHsm.PIN));
        assertNotEquals(before, root());
        assertFalse(home.home().rootPlaces().isInFile());
        assertEquals(1, keysOn(device));
        signs(SoftHsm.PIN);
    }

    @Test
    void fromATokenIntoTheFileUnderANewPassphrase() throws Exception {
        moveTheRootTo(device);
        var asked = model.asked();
        var act = begin(asked);
        assertTrue(asked.takesPassphrase());
        act.secret().set(SoftHsm.PIN.toCharArray());
        assertFalse(act.ready().get());
        done(begin(inFile()), SoftHsm.PIN);
        assertInstanceOf(RootAct.State.Refused.class, finish(RealisticHome.ROOT_PASSPHRASE));
        assertEquals(new RootAct.State.Done(), finish(NEW_PASSPHRASE));
        assertTrue(home.home().rootPlaces().isInFile());
        assertEquals(List.of(), home.home().rootPlaces().tokens());
        signs(NEW_PASSPHRASE);
    }

    @Test
    void fromOneTokenOntoAnother() throws Exception {
        moveTheRootTo(device);
        var spare = hsm.take();
        done(begin(onToken(spare, SoftHsm.PIN)), SoftHsm.PIN);
        assertEquals(new RootAct.State.Done(), finish(SoftHsm.PIN));
        assertEquals(
                List.of(Optional.of(spare.label())),
                home.home().rootPlaces().tokens().stream().map(TokenUri::token).toList());
        device.pull();
        signs(SoftHsm.PIN);
    }

    @Test
    void ontoTheSameToken() throws Exception {
        moveTheRootTo(device);
        done(begin(onToken(device, SoftHsm.PIN)), SoftHsm.PIN);
        assertEquals(2, keysOn(device));
        assertEquals(new RootAct.State.Done(), finish(SoftHsm.PIN));
        signs(SoftHsm.PIN);
    }

    @Test
    void isGivenUpWithWhatOpensTheOldRoot() throws Exception {
        moveTheRootTo(device);
        done(begin(inFile()), SoftHsm.PIN);
        done(model.cancelling(), SoftHsm.PIN);
        assertFalse(home.home().rootRollover().isUnderWay());
        signs(SoftHsm.PIN);
    }

    @Test
    void aKeyForNothingIsTakenOffTheToken() {
        var act = begin(onToken(device, SoftHsm.PIN));
        show(act, "not what wakes the root");
        assertInstanceOf(RootAct.State.Refused.class, act.stateProperty().get());
        assertFalse(home.home().rootRollover().isUnderWay());
        assertEquals(0, keysOn(device));
    }

    @Test
    void aWrongPinMakesNothingAndIsNotShownTwice() {
        var asked = onToken(device, "9999");
        var act = begin(asked);
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(
                TokenTrouble.WRONG_PIN_FEW_LEFT,
                assertInstanceOf(
                                TokenException.class,
                                failure(act.stateProperty().get()))
                        .trouble());
        assertTrue(asked.pin().isEmpty());
        assertEquals(Optional.of(new NextRootAsked.Lack.NoPin()), asked.lack().getValue());
        assertFalse(home.home().rootRollover().isUnderWay());
        asked.pin().set(SoftHsm.PIN.toCharArray());
        done(act, RealisticHome.ROOT_PASSPHRASE);
    }

    @Test
    void saysOneAfterTheOtherWhatIsMissing() {
        var asked = model.asked();
        assertEquals(Optional.empty(), asked.lack().getValue());
        asked.whereProperty().set(NextRootAsked.Where.TOKEN);
        asked.tokens().chosenProperty().set(Optional.empty());
        assertEquals(Optional.of(new NextRootAsked.Lack.NoToken()), asked.lack().getValue());
        choose(asked, device);
        assertEquals(Optional.of(new NextRootAsked.Lack.NoPin()), asked.lack().getValue());
        asked.pin().set(SoftHsm.PIN.toCharArray());
        assertEquals(
                Optional.of(new NextRootAsked.Lack.NotUnderstood()),
                asked.lack().getValue());
        asked.understoodProperty().set(true);
        assertEquals(Optional.empty(), asked.lack().getValue());
        asked.wipe();
        assertTrue(asked.pin().isEmpty());
    }

    @Test
    void aCeremonyMakesItOnATokenAsWell() throws Exception {
        moveTheRootTo(device);
        var spare = hsm.take();
        var recovery = recovery(Contexts.of(home, Contexts.tokens(hsm)));
        recovery.direct(ShippedScripts.script("roll-over"));
        var director = assertInstanceOf(
                        RecoveryViewModel.State.Directing.class,
                        recovery.stateProperty().get())
                .director();
        director.prepare();
        director.preparation().people().forEach(person -> person.set("Ann Sample"));
        director.preparation().overrulingProperty().set(true);
        director.begin();
        director.form().initialsProperty().set("AS");
        var first = step(director);
        director.stepDone(first.ceremony(), first.step());
        assertEquals(Optional.empty(), director.noRollover());
        var asked = onToken(spare, SoftHsm.PIN);
        var second = step(director);
        var act = director.waking(second.ceremony(), second.step(), asked);
        asked.wokenProperty().bind(act.placeProperty());
        done(act, SoftHsm.PIN);
        assertEquals(3, step(director).step().number());
        assertEquals(
                Optional.of(spare.label()),
                home.home().rootRollover().nextOnToken().flatMap(TokenUri::token));
    }

    private static CeremonyState.AtStep step(CeremonyDirector director) {
        return assertInstanceOf(
                CeremonyState.AtStep.class, director.stateProperty().get());
    }

    private static Exception failure(RootAct.State state) {
        return assertInstanceOf(RootAct.State.Failed.class, state).cause();
    }

    @Test
    void showsWhatEachPlaceAsksFor() throws Exception {
        var gallery = Gallery.open();
        moveTheRootTo(device);
        pictures(gallery, Appearance.LIGHT, 1056, 800, "-light");
        pictures(gallery, Appearance.DARK, 960, 700, "-small-dark");
    }

    private void pictures(Gallery gallery, Appearance look, int width, int height, String suffix) {
        gallery.show(() -> Staged.of(this::given, Destination.to(Place.RECOVERY), this::screen), look, width, height);
        var staged = (Staged) gallery.scene().getRoot();
        var asked = model.asked();
        gallery.act(() -> NextRootFields.open(asked, model.beginning(asked), given(staged)));
        gallery.keep("next-root-passphrase" + suffix);
        gallery.act(() -> {
            asked.whereProperty().set(NextRootAsked.Where.TOKEN);
            choose(asked, device);
        });
        gallery.keep("next-root-token" + suffix);
        gallery.act(staged::hide);
    }

    private HomeContext given(Staged staged) {
        return Contexts.of(home, new AtOnce(), staged.navigation, staged, Contexts.tokens(hsm));
    }

    private RecoveryView screen(HomeContext context) {
        use(context);
        return new RecoveryView(recovery(context), context, new SheetWays(ChosenFiles.NONE, Cameras::none));
    }

    private static RecoveryViewModel recovery(HomeContext context) {
        return new RecoveryViewModel(
                context,
                new AtOnce(),
                new PrintedPapers(),
                QuietAir.CIRCUMSTANCES,
                Contexts.LOCKSMITH,
                QuietAir.NO_WAY);
    }
}
