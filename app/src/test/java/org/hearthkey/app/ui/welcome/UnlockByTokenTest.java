package org.hearthkey.app.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.token.TokenDesk;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.app.ui.token.UnlockingSecret.Kind;
import org.hearthkey.app.ui.token.UnlockingSecret.Lack;
import org.hearthkey.app.ui.welcome.UnlockViewModel.State;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.Homes;
import org.hearthkey.core.home.NewSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.Argon2Cost;
import org.hearthkey.core.seal.LockPlan;
import org.hearthkey.core.seal.LockSecret;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.seal.RefusedException;
import org.hearthkey.core.seal.TokenPoint;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenTrouble;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.token.TokenUse;
import org.hearthkey.core.token.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that one token opens alone, and another together with a passphrase.
class UnlockByTokenTest {
    private static final String BESIDE = "quartz lantern visit mushroom";

    private final SoftHsm hsm = SoftHsm.here();
    private final SoftHsm.Token alone = hsm.take();
    private final SoftHsm.Token together = hsm.take();
    private final Visits visits = new Visits();

    @TempDir
    Path folder;

    private UnlockViewModel model =
            new UnlockViewModel(Path.of("."), homes(), Contexts.NO_TOKENS, new AtOnce(), visits);

    private static Homes homes() {
        return new Homes(() -> RealisticHome.NOW, new SecureRandom(), () -> Argon2Cost.MINIMUM);
    }

    @BeforeEach
    void addTokens() throws IOException, RefusedException {
        var made = RealisticHome.empty(folder);
        try (var home = made.home();
                var present = new Passphrase(RealisticHome.PASSPHRASE.toCharArray());
                var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var beside = new Passphrase(BESIDE.toCharArray())) {
            for (var plan : List.of(
                    new LockPlan.Held(key(alone)),
                    new LockPlan.RememberedAndHeld(beside, Argon2Cost.MINIMUM, key(together)))) {
                home.unlocking()
                        .add(
                                NewSlot.of(new SlotName(plan.factors().code()), plan),
                                new LockSecret.Remembered(present),
                                RootSecret.of(root));
            }
        }
        model = locked(Contexts.tokens(hsm));
    }

    @AfterEach
    void closeHomes() {
        visits.close();
    }

    private TokenPoint key(SoftHsm.Token device) throws IOException {
        try (var pin = new Passphrase(SoftHsm.PIN.toCharArray());
                var session = new Tokens(List.of(hsm.module()))
                        .find(TokenUri.parse(device.uri()).orElseThrow())
                        .open(pin)) {
            return session.make(TokenUse.UNLOCK, "unlock", new SecureRandom()).point();
        }
    }

    private UnlockViewModel locked(TokenDesk desk) {
        return new UnlockViewModel(folder.resolve("Maple House.hearth"), homes(), desk, new AtOnce(), visits);
    }

    private void choose(Kind kind, SoftHsm.Token wanted, String pin) {
        model.secret().kindProperty().set(kind);
        var found = assertInstanceOf(
                TokenList.State.Found.class,
                model.secret().tokens().stateProperty().get());
        model.secret()
                .tokens()
                .chosenProperty()
                .set(found.tokens().stream()
                        .filter(token -> token.facts().label().equals(wanted.label()))
                        .findFirst());
        model.secret().pin().set(pin.toCharArray());
    }

    private TokenTrouble trouble() {
        var failed = assertInstanceOf(State.Failed.class, model.stateProperty().get());
        return assertInstanceOf(TokenException.class, failed.cause()).trouble();
    }

    @Test
    void aTokenOpensTheHomeAlone() {
        choose(Kind.TOKEN, alone, SoftHsm.PIN);
        model.unlock();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
        assertTrue(model.secret().pin().isEmpty());
    }

    @Test
    void aTokenThatWantsAPassphraseOpensWithBoth() {
        choose(Kind.TOKEN, together, SoftHsm.PIN);
        model.unlock();
        assertEquals(
                new State.Refused(Refusal.WRONG_SECRET, Kind.TOKEN),
                model.stateProperty().get());
        choose(Kind.BOTH, together, SoftHsm.PIN);
        assertEquals(Lack.PASSPHRASE, model.secret().lack().getValue().orElseThrow());
        model.secret().passphrase().set(BESIDE.toCharArray());
        model.unlock();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
    }

    @Test
    void aWrongPinOpensNothingAndTheRightOneStillDoes() {
        choose(Kind.TOKEN, alone, "9999");
        model.unlock();
        assertEquals(TokenTrouble.WRONG_PIN_FEW_LEFT, trouble());
        assertEquals(List.of(), visits.places);
        choose(Kind.TOKEN, alone, SoftHsm.PIN);
        model.unlock();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
    }

    @Test
    void aTokenThatWasPulledOpensNothing() {
        choose(Kind.TOKEN, alone, SoftHsm.PIN);
        alone.pull();
        model.unlock();
        assertEquals(TokenTrouble.NO_TOKEN, trouble());
        assertEquals(List.of(), visits.places);
    }

    @Test
    void withoutAModuleItSaysSoAndStillTakesThePassphrase() {
        model = locked(Contexts.NO_TOKENS);
        model.secret().kindProperty().set(Kind.TOKEN);
        assertInstanceOf(
                TokenList.State.Failed.class,
                model.secret().tokens().stateProperty().get());
        assertFalse(model.ready().get());
        model.secret().kindProperty().set(Kind.PASSPHRASE);
        model.secret().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
        model.unlock();
        assertEquals(List.of("enter Maple House.hearth"), visits.places);
    }
}
