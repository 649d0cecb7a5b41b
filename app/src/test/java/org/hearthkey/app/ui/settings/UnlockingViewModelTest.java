package org.hearthkey.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockingViewModelTest {
    @TempDir
    Path folder;

    private UnlockingViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        model = new UnlockingViewModel(
                Contexts.of(RealisticHome.empty(folder), new RecordedNavigation()), Contexts.LOCKSMITH);
        model.refresh();
    }

    private List<String> names() {
        return model.slotsProperty().get().stream()
                .map(slot -> slot.name().map(SlotName::text).orElse("unnamed"))
                .toList();
    }

    private static void show(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
    }

    @Test
    void renamesASlotForTheRootsSecretOnly() {
        var slot = model.slotsProperty().get().getFirst();
        var before = names();
        var act = model.renaming(slot, new SimpleObjectProperty<>(Optional.of(new SlotName("Ida’s words"))));
        show(act, RealisticHome.PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        assertEquals(before, names());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(List.of("Ida’s words"), names());
    }

    private static final String ANOTHER = "quartz lantern visit mushroom";

    private static void choose(NewUnlocking asked, String present) {
        asked.chosen().typed().set(ANOTHER.toCharArray());
        asked.chosen().again().set(ANOTHER.toCharArray());
        asked.present().passphrase().set(present.toCharArray());
    }

    @Test
    void addsAPassphraseAndForgetsAllThatWasTyped() {
        var asked = model.addition(new SimpleObjectProperty<>(Optional.of(new SlotName("Ida"))));
        choose(asked, RealisticHome.PASSPHRASE);
        show(model.asking(asked), RealisticHome.ROOT_PASSPHRASE);
        assertEquals(List.of("unnamed", "Ida"), names());
        assertTrue(asked.chosen().typed().isEmpty());
        assertTrue(asked.chosen().again().isEmpty());
        assertTrue(asked.present().passphrase().isEmpty());
    }

    @Test
    void addsNothingWithoutANameOrForTheRootsOwnPassphrase() {
        var name = new SimpleObjectProperty<Optional<SlotName>>(Optional.empty());
        var asked = model.addition(name);
        choose(asked, RealisticHome.PASSPHRASE);
        var act = model.asking(asked);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        assertFalse(act.ready().get());
        name.set(Optional.of(new SlotName("Ida")));
        assertTrue(act.ready().get());
        act.secret().set(ANOTHER.toCharArray());
        assertFalse(act.ready().get());
        assertEquals(List.of("unnamed"), names());
    }

    @Test
    void changesThePassphraseThatIsTypedAsThePresentOne() {
        var wrong = model.change();
        choose(wrong, RealisticHome.ROOT_PASSPHRASE);
        var refused = model.asking(wrong);
        show(refused, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.HOME),
                refused.stateProperty().get());

        var first = model.change();
        choose(first, RealisticHome.PASSPHRASE);
        var changed = model.asking(first);
        show(changed, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(new RootAct.State.Done(), changed.stateProperty().get());

        var again = model.change();
        choose(again, RealisticHome.PASSPHRASE);
        var old = model.asking(again);
        show(old, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.HOME),
                old.stateProperty().get());
    }

    @Test
    void saysWhichOfTwoSecretsWasWrongAndKeepsTheRest() {
        var asked = model.addition(new SimpleObjectProperty<>(Optional.of(new SlotName("Ida"))));
        choose(asked, "not what opens it now");
        var act = model.asking(asked);
        show(act, "not what wakes the root");
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.HOME),
                act.stateProperty().get());
        assertFalse(asked.chosen().typed().isEmpty());
        asked.present().passphrase().set(RealisticHome.PASSPHRASE.toCharArray());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(new RootAct.State.Done(), act.stateProperty().get());
        assertEquals(List.of("unnamed", "Ida"), names());
    }

    @Test
    void refusesANameThatIsTaken() {
        var first = model.renaming(
                model.slotsProperty().get().getFirst(), new SimpleObjectProperty<>(Optional.of(new SlotName("Ida"))));
        show(first, RealisticHome.ROOT_PASSPHRASE);
        var asked = model.addition(new SimpleObjectProperty<>(Optional.of(new SlotName("Ida"))));
        choose(asked, RealisticHome.PASSPHRASE);
        var act = model.asking(asked);
        show(act, RealisticHome.ROOT_PASSPHRASE);
        var refused = assertInstanceOf(
                RootAct.State.NotAllowed.class, act.stateProperty().get());
        assertEquals("slot.name-taken", refused.finding().code());
        assertEquals(List.of("Ida"), names());
    }

    @Test
    void leavesTheLastWayIn() {
        var act = model.removal(model.slotsProperty().get().getFirst());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        var refused = assertInstanceOf(
                RootAct.State.NotAllowed.class, act.stateProperty().get());
        assertEquals("slot.last", refused.finding().code());
        assertEquals(1, model.slotsProperty().get().size());
    }
}
