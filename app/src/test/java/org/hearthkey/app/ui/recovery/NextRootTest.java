package org.hearthkey.app.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ceremony.ShippedScripts;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.camera.Cameras;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.RootPlace;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.journal.StoreException;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.peer.SmallDisk;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.StoredKey;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenSession;
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
        putTheRootOn(token, home.home().rootPlaces()::moveTo);
    }

    private void copyTheRootTo(SoftHsm.Token token) throws IOException, RefusedException {
        putTheRootOn(token, home.home().rootPlaces()::copyTo);
    }

    private interface Putting {
        StoredKey put(TokenSession session, String label, LockSecret secret) throws IOException, RefusedException;
    }

    private void putTheRootOn(SoftHsm.Token token, Putting putting) throws IOException, RefusedException {
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray());
                var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var session = new Tokens(List.of(hsm.module()))
                        .find(TokenUri.parse(token.uri()).orElseThrow())
                        .open(pin)) {
            putting.put(session, "hearthkey root", new LockSecret.Remembered(root));
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
    void theOldRootIsWokenInTheFileWhereBothWillLieThere() throws Exception {
        copyTheRootTo(device);
        var asked = model.asked();
        var act = begin(asked);
        assertEquals(List.of(new RootPlace.InFile()), act.placesProperty().get());
        asked.whereProperty().set(NextRootAsked.Where.TOKEN);
        assertEquals(2, act.placesProperty().get().size());
        act.placeProperty().set(act.placesProperty().get().getLast());
        asked.whereProperty().set(NextRootAsked.Where.FILE);
        assertEquals(List.of(new RootPlace.InFile()), act.placesProperty().get());
        assertEquals(new RootPlace.InFile(), act.placeProperty().get());
        assertFalse(asked.takesPassphrase());
        done(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(new RootAct.State.Done(), finish(RealisticHome.ROOT_PASSPHRASE));
    }

    @Test
    void aCeremonyWakesItThereToo() throws Exception {
        copyTheRootTo(device);
        assertEquals(
                List.of(new RootPlace.InFile()),
                inCeremony(ceremony(), model.asked()).placesProperty().get());
    }

    @Test
    void whatIsNotDoneKeepsNoSecret() throws Exception {
        try (var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var visit = Contexts.tokens(hsm).visit()) {
            var pin = onToken(device, SoftHsm.PIN).work();
            pin.close();
            assertThrows(IllegalStateException.class, () -> pin.with(RootSecret.of(root), visit));
            var asked = inFile();
            asked.wokenProperty()
                    .set(new RootPlace.OnToken(TokenUri.parse(device.uri()).orElseThrow()));
            var passphrase = asked.work();
            passphrase.close();
            assertThrows(IllegalStateException.class, () -> passphrase.with(RootSecret.of(root), visit));
        }
        assertFalse(home.home().rootRollover().isUnderWay());
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
        var director = ceremony();
        assertEquals(Optional.empty(), director.noRollover());
        done(inCeremony(director, onToken(spare, SoftHsm.PIN)), SoftHsm.PIN);
        assertEquals(3, step(director).step().number());
        assertEquals(
                Optional.of(spare.label()),
                home.home().rootRollover().nextOnToken().flatMap(TokenUri::token));
        assertEquals(1, keysOn(spare));
    }

    @Test
    void aStepThatCannotBeWrittenLeavesNoKeyOnTheToken() throws Exception {
        try (var disk = SmallDisk.ofKib(4096)) {
            home = RealisticHome.empty(disk.path());
            try (var opened = home.home()) {
                use(Contexts.of(home, Contexts.tokens(hsm)));
                var asked = onToken(device, SoftHsm.PIN);
                var act = inCeremony(ceremony(), asked);
                var filler = disk.path().resolve("filler");
                assertThrows(IOException.class, () -> fill(filler));
                show(act, RealisticHome.ROOT_PASSPHRASE);
                assertInstanceOf(
                        StoreException.class, failure(act.stateProperty().get()));
                assertFalse(opened.rootRollover().isUnderWay());
                assertEquals(0, keysOn(device));
                Files.delete(filler);
                asked.pin().set(SoftHsm.PIN.toCharArray());
                done(act, RealisticHome.ROOT_PASSPHRASE);
                assertEquals(1, keysOn(device));
            }
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[1024]);
            }
        }
    }

    /// Where the new root is made.
    private CeremonyDirector ceremony() {
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
        return director;
    }

    private static RootAct inCeremony(CeremonyDirector director, NextRootAsked asked) {
        var due = step(director);
        var act = director.waking(due.ceremony(), due.step(), asked);
        asked.wokenProperty().bind(act.placeProperty());
        return act;
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

    @Test
    void saysThatAKeyOnATokenStaysThere() throws Exception {
        var gallery = Gallery.open();
        done(begin(onToken(device, SoftHsm.PIN)), RealisticHome.ROOT_PASSPHRASE);
        gallery.show(
                () -> Staged.of(this::given, Destination.to(Place.RECOVERY), this::screen),
                Appearance.LIGHT,
                1056,
                800);
        gallery.act(() -> button(gallery, "rollover.cancel.button").fire());
        gallery.keep("rollover-cancel-token");
        var said = gallery.scene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
        assertTrue(said.contains(Contexts.WORDS.text("rollover.cancel.token", device.label())), said::toString);
        assertFalse(said.contains(Contexts.WORDS.text("rollover.cancel.why")));
    }

    private static Button button(Gallery gallery, String key) {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button
                        && Contexts.WORDS.text(key).equals(button.getText()))
                .findFirst()
                .map(Button.class::cast)
                .orElseThrow();
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
