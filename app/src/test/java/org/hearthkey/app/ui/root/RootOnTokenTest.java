package org.hearthkey.app.ui.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.root.RootAct.State;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.TokenDesk;
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

/// A home whose root can be woken in its file and on a token.
class RootOnTokenTest {
    private static final ZoneName GARDEN = new ZoneName("garden");

    private final SoftHsm hsm = SoftHsm.here();
    private final SoftHsm.Token device = hsm.take();

    @TempDir
    Path folder;

    private RealisticHome home;
    private TokenDesk desk = Contexts.NO_TOKENS;

    @BeforeEach
    void copyTheRootToTheToken() throws IOException, RefusedException {
        home = RealisticHome.empty(folder);
        desk = Contexts.tokens(hsm);
        var tokens = new Tokens(List.of(hsm.module()));
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray());
                var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var token =
                        tokens.find(TokenUri.parse(device.uri()).orElseThrow()).open(pin)) {
            home.home().rootPlaces().copyTo(token, "hearthkey root", new LockSecret.Remembered(root));
        }
    }

    private RootAct act() {
        return act(desk);
    }

    private RootAct act(TokenDesk here) {
        return new RootAct(
                new AtOnce(),
                RootDoor.of(home.home(), here),
                secret -> home.home().addZone(GARDEN, secret),
                () -> {});
    }

    private static void show(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
        assertTrue(act.secret().isEmpty());
    }

    private boolean isAdded() {
        return home.home().issuers().zone(GARDEN).isPresent();
    }

    private static TokenTrouble trouble(RootAct act) {
        var failed = assertInstanceOf(State.Failed.class, act.stateProperty().get());
        return assertInstanceOf(TokenException.class, failed.cause()).trouble();
    }

    @Test
    void offersTheFileFirstAndThenTheToken() {
        var act = act();
        assertEquals(2, act.placesProperty().get().size());
        assertEquals(new RootPlace.InFile(), act.placeProperty().get());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertTrue(isAdded());
    }

    @Test
    void theTokenSignsAfterItsPin() {
        var act = act();
        act.placeProperty().set(act.placesProperty().get().getLast());
        show(act, SoftHsm.PIN);
        assertEquals(new State.Done(), act.stateProperty().get());
        assertTrue(isAdded());
    }

    @Test
    void whatWasTypedForTheFileIsNotShownToTheToken() {
        var act = act();
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.placeProperty().set(act.placesProperty().get().getLast());
        assertTrue(act.secret().isEmpty());
        assertFalse(act.ready().get());
    }

    @Test
    void aWrongPinChangesNothingAndTheRightOneStillDoes() {
        var act = act();
        act.placeProperty().set(act.placesProperty().get().getLast());
        show(act, "9999");
        assertEquals(TokenTrouble.WRONG_PIN_FEW_LEFT, trouble(act));
        assertFalse(isAdded());
        show(act, SoftHsm.PIN);
        assertTrue(isAdded());
    }

    @Test
    void whatWasTakenForAnActIsWipedWhetherItIsDoneOrNot() {
        var held = new ArrayList<String>();
        var inner = new RootAct.Plain(
                new SimpleBooleanProperty(true), () -> RootAct.Work.of(_ -> {}).holding(() -> held.removeLast()));
        var asked = new RootAct.Around(inner, work -> {
            held.add("a passphrase");
            return (root, visit) -> work.with(root, visit);
        });
        var act = new RootAct(new AtOnce(), RootDoor.of(home.home(), desk), asked, () -> {});
        act.placeProperty().set(act.placesProperty().get().getLast());
        show(act, "9999");
        assertEquals(TokenTrouble.WRONG_PIN_FEW_LEFT, trouble(act));
        assertEquals(List.of(), held);
        show(act, SoftHsm.PIN);
        assertEquals(new State.Done(), act.stateProperty().get());
        assertEquals(List.of(), held);
    }

    @Test
    void withoutItsTokenOrAModuleNothingIsSigned() {
        var nowhere = act(Contexts.NO_TOKENS);
        nowhere.placeProperty().set(nowhere.placesProperty().get().getLast());
        show(nowhere, SoftHsm.PIN);
        assertEquals(TokenTrouble.NO_MODULE, trouble(nowhere));
        device.pull();
        var pulled = act();
        pulled.placeProperty().set(pulled.placesProperty().get().getLast());
        show(pulled, SoftHsm.PIN);
        assertEquals(TokenTrouble.NO_TOKEN, trouble(pulled));
        assertFalse(isAdded());
    }
}
