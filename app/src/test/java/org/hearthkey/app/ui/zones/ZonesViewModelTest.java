package org.hearthkey.app.ui.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonesViewModelTest {
    @TempDir
    Path folder;

    private final List<ZoneName> added = new ArrayList<>();
    private RealisticHome home;
    private ZonesViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        model = new ZonesViewModel(Contexts.of(home, new RecordedNavigation()));
        model.refresh();
    }

    private void show(RootAct act, String secret) {
        act.secret().set(secret.toCharArray());
        act.act();
    }

    @Test
    void addsAZoneForTheRootsSecretOnly() {
        var act = model.addition(added::add);
        model.nameProperty().set("Tool shed");
        show(act, RealisticHome.PASSPHRASE);
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        assertEquals(List.of(), added);
        assertFalse(home.home().issuers().zone(new ZoneName("tool-shed")).isPresent());
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(List.of(new ZoneName("tool-shed")), added);
        assertTrue(home.home().issuers().zone(new ZoneName("tool-shed")).isPresent());
    }

    @Test
    void takesNoNameThatIsNoneOrThatAnotherZoneHas() {
        var act = model.addition(added::add);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        for (var name : List.of("", "doors", "Doors", "root", "a.b")) {
            model.nameProperty().set(name);
            assertFalse(act.ready().get(), name);
        }
        model.nameProperty().set("garden");
        assertTrue(act.ready().get());
    }

    @Test
    void forgetsWhatWasTypedWhenTheScreenIsLeft() {
        var act = model.addition(added::add);
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        model.wipe();
        assertTrue(act.secret().isEmpty());
    }

    private ZonesViewModel.Shown doors() {
        return model.zonesProperty().get().stream()
                .filter(shown -> shown.zone().name().text().equals("doors"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takesAnIssuerBackForItsNameAndTheRootsSecretOnlyAndMakesAnother() {
        var old = doors().zone().issuer().certificate().fingerprint();
        var word = new TypedWord("doors");
        var act = model.withdrawal(doors(), word, model::refresh);
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertEquals(Optional.empty(), home.home().issuers().withdrawn(new ZoneName("doors")), "No word was typed");
        word.typedProperty().set("cameras");
        assertFalse(act.ready().get());
        word.typedProperty().set("Doors");
        show(act, RealisticHome.ROOT_PASSPHRASE);
        assertTrue(doors().withdrawn().isPresent());
        show(model.reissue(doors(), model::refresh), RealisticHome.ROOT_PASSPHRASE);
        assertEquals(Optional.empty(), doors().withdrawn());
        assertNotEquals(old, doors().zone().issuer().certificate().fingerprint());
    }
}
