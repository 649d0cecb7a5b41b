package org.hearthkey.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.token.TokenList;
import org.hearthkey.app.ui.token.UnlockingSecret;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.peer.SoftHsm;
import org.hearthkey.core.seal.Factors;
import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.token.TokenException;
import org.hearthkey.core.token.TokenTrouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTokenTest {
    private final SoftHsm hsm = SoftHsm.here();
    private final SoftHsm.Token device = hsm.take();
    private final SimpleObjectProperty<Optional<SlotName>> name =
            new SimpleObjectProperty<>(Optional.of(new SlotName("Blue token")));

    @TempDir
    Path folder;

    private UnlockingViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        model = new UnlockingViewModel(
                Contexts.of(RealisticHome.empty(folder), Contexts.tokens(hsm)), Contexts.LOCKSMITH);
        model.refresh();
    }

    private static void choose(TokenList tokens, SoftHsm.Token wanted) {
        var found = assertInstanceOf(
                        TokenList.State.Found.class, tokens.stateProperty().get())
                .tokens();
        tokens.chosenProperty()
                .set(found.stream()
                        .filter(token -> token.facts().label().equals(wanted.label()))
                        .findFirst());
    }

    private NewToken asked(String pin, String present) {
        var asked = model.tokenAddition(name);
        choose(asked.tokens(), device);
        asked.pin().set(pin.toCharArray());
        asked.present().passphrase().set(present.toCharArray());
        return asked;
    }

    private RootAct show(NewToken asked, String root) {
        var act = model.asking(asked);
        act.secret().set(root.toCharArray());
        act.act();
        return act;
    }

    private List<Optional<Factors>> ways() {
        return model.slotsProperty().get().stream().map(UnlockSlot::factors).toList();
    }

    private boolean holdsNoKey() {
        return hsm.objects(device).text().lines().noneMatch(line -> line.contains("Object"));
    }

    @Test
    void addsATokenThatThenUnlocksInThePlaceOfThePassphrase() {
        var asked = asked(SoftHsm.PIN, RealisticHome.PASSPHRASE);
        var act = show(asked, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(new RootAct.State.Done(), act.stateProperty().get());
        assertEquals(List.of(Optional.of(Factors.PASSPHRASE), Optional.of(Factors.TOKEN)), ways());
        assertTrue(asked.pin().isEmpty());
        assertTrue(asked.present().passphrase().isEmpty());

        var next = model.addition(new SimpleObjectProperty<>(Optional.of(new SlotName("Ida"))));
        for (var typed : List.of(next.chosen().typed(), next.chosen().again())) {
            typed.set("quartz lantern visit mushroom".toCharArray());
        }
        next.present().kindProperty().set(UnlockingSecret.Kind.TOKEN);
        choose(next.present().tokens(), device);
        next.present().pin().set(SoftHsm.PIN.toCharArray());
        var added = model.asking(next);
        added.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        added.act();
        assertEquals(new RootAct.State.Done(), added.stateProperty().get());
        assertEquals(3, ways().size());
    }

    @Test
    void saysOneAfterTheOtherWhatIsMissing() {
        name.set(Optional.empty());
        var asked = model.tokenAddition(name);
        assertEquals(Optional.of(NewToken.Lack.NAME), asked.lack().getValue());
        name.set(Optional.of(new SlotName("Blue token")));
        assertEquals(Optional.of(NewToken.Lack.TOKEN), asked.lack().getValue());
        choose(asked.tokens(), device);
        assertEquals(Optional.of(NewToken.Lack.PIN), asked.lack().getValue());
        asked.pin().set(SoftHsm.PIN.toCharArray());
        assertEquals(Optional.of(NewToken.Lack.PRESENT), asked.lack().getValue());
        asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
        assertEquals(Optional.empty(), asked.lack().getValue());
        assertFalse(model.asking(asked).ready().get());
    }

    @Test
    void aWrongPinLeavesTokenAndHomeAsTheyWere() {
        var asked = asked("9999", RealisticHome.PASSPHRASE);
        var act = show(asked, RealisticHome.ROOT_PASSPHRASE);
        assertTrue(asked.pin().isEmpty());
        assertFalse(asked.present().passphrase().isEmpty());
        var failed =
                assertInstanceOf(RootAct.State.Failed.class, act.stateProperty().get());
        assertEquals(
                TokenTrouble.WRONG_PIN_FEW_LEFT,
                assertInstanceOf(TokenException.class, failed.cause()).trouble());
        assertEquals(1, ways().size());
        assertTrue(holdsNoKey());
    }

    @Test
    void whatIsNotDoneKeepsNoSecret() throws Exception {
        try (var root = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray());
                var visit = Contexts.tokens(hsm).visit()) {
            var token = asked(SoftHsm.PIN, RealisticHome.PASSPHRASE).work();
            token.close();
            assertThrows(IllegalStateException.class, () -> token.with(RootSecret.of(root), visit));
            var next = model.addition(name);
            next.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
            for (var typed : List.of(next.chosen().typed(), next.chosen().again())) {
                typed.set("quartz lantern visit mushroom".toCharArray());
            }
            var passphrase = next.work();
            passphrase.close();
            assertThrows(IllegalStateException.class, () -> passphrase.with(RootSecret.of(root), visit));
        }
        assertEquals(1, ways().size());
    }

    @Test
    void aKeyThatUnlocksNothingInTheEndIsTakenOffTheToken() {
        var wrongRoot = show(asked(SoftHsm.PIN, RealisticHome.PASSPHRASE), "not what wakes the root");
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                wrongRoot.stateProperty().get());
        assertTrue(holdsNoKey());
        var wrongPresent = show(asked(SoftHsm.PIN, "not what opens it"), RealisticHome.ROOT_PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.HOME),
                wrongPresent.stateProperty().get());
        assertTrue(holdsNoKey());
        assertEquals(1, ways().size());
    }

    @Test
    void aTokenThatIsPulledAfterItWasChosenChangesNothing() {
        var asked = asked(SoftHsm.PIN, RealisticHome.PASSPHRASE);
        device.pull();
        var act = show(asked, RealisticHome.ROOT_PASSPHRASE);
        var failed =
                assertInstanceOf(RootAct.State.Failed.class, act.stateProperty().get());
        assertEquals(
                TokenTrouble.NO_TOKEN,
                assertInstanceOf(TokenException.class, failed.cause()).trouble());
        assertEquals(1, ways().size());
    }

    @Test
    void tokensOfOneLabelAreToldApart() {
        var asked = model.tokenAddition(name);
        var twins =
                assertInstanceOf(
                                TokenList.State.Found.class,
                                asked.tokens().stateProperty().get())
                        .tokens()
                        .stream()
                        .filter(token -> token.facts().label().equals(SoftHsm.TWINS))
                        .toList();
        assertEquals(2, twins.size());
        for (var twin : twins) {
            asked.tokens().chosenProperty().set(Optional.of(twin));
            asked.tokens().look();
            assertEquals(
                    Optional.of(twin.facts()),
                    asked.tokens().chosenProperty().get().map(chosen -> chosen.facts()));
        }
    }
}
