package org.hearthkey.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.policy.Finding;
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
        model = new UnlockingViewModel(Contexts.of(RealisticHome.empty(folder), new RecordedNavigation()));
        model.refresh();
    }

    private List<String> names() {
        return model.slotsProperty().get().stream()
                .map(slot -> slot.name().map(SlotName::text).orElse("unnamed"))
                .toList();
    }

    private static void show(RootAct act, String secret) {
        act.passphrase().set(secret.toCharArray());
        act.act();
    }

    @Test
    void renamesASlotForTheRootsSecretOnly() {
        var slot = model.slotsProperty().get().getFirst();
        var before = names();
        var act = model.renaming(slot, () -> new SlotName("Ida’s words"));
        show(act, RealisticHome.PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET),
                act.stateProperty().get());
        assertEquals(before, names());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(List.of("Ida’s words"), names());
        assertEquals(Optional.empty(), model.refusalProperty().get());
    }

    @Test
    void leavesTheLastWayIn() {
        show(model.removal(model.slotsProperty().get().getFirst()), RealisticHome.ROOT_PASSPHRASE);
        assertEquals(Optional.of("slot.last"), model.refusalProperty().get().map(Finding::code));
        assertEquals(1, model.slotsProperty().get().size());
    }
}
