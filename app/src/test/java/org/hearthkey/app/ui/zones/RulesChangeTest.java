package org.hearthkey.app.ui.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesChangeTest {
    private static final ZoneName DOORS = new ZoneName("doors");

    @TempDir
    Path folder;

    private int told;
    private RealisticHome home;
    private ZonesViewModel model;

    @BeforeEach
    void arrive() throws IOException {
        home = RealisticHome.empty(folder);
        model = new ZonesViewModel(Contexts.of(home, new RecordedNavigation()));
        model.refresh();
    }

    private RulesChange change(ZoneName zone) {
        return model.change(model.zonesProperty().get().stream()
                .filter(shown -> shown.zone().name().equals(zone))
                .findFirst()
                .orElseThrow());
    }

    private RootAct act(RulesChange change, String secret) {
        var act = model.act(change, () -> told++);
        act.secret().set(secret.toCharArray());
        return act;
    }

    private ZoneRules held() {
        return home.home().zoneRulings().rules(DOORS);
    }

    private void addOnboarding() {
        var act = model.addition(_ -> {});
        model.nameProperty().set("onboarding");
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        model.refresh();
    }

    @Test
    void setsTheRulesForTheRootsSecretOnly() {
        var change = change(DOORS);
        change.pairingProperty().set(ZoneRules.Pairing.IN_WINDOW);
        change.attestationProperty().set(Grade.ATTESTED);
        var act = act(change, RealisticHome.PASSPHRASE);
        act.act();
        assertEquals(
                new RootAct.State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        assertEquals(ZoneRules.NONE, held());
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertEquals(new ZoneRules(ZoneRules.SetUp.AT_ONCE, ZoneRules.Pairing.IN_WINDOW, Grade.ATTESTED), held());
        assertEquals(1, told);
        model.refresh();
        assertEquals(held(), change(DOORS).wanted());
    }

    @Test
    void hasNothingToSetWhileTheChoiceIsWhatHolds() {
        var change = change(DOORS);
        var act = act(change, RealisticHome.ROOT_PASSPHRASE);
        assertFalse(act.ready().get());
        change.pairingProperty().set(ZoneRules.Pairing.IN_WINDOW);
        assertTrue(act.ready().get());
        change.pairingProperty().set(ZoneRules.Pairing.ANY_TIME);
        assertEquals(new RulesChange.State.Same(), change.state().getValue());
        assertFalse(act.ready().get());
    }

    @Test
    void asksForAFreshKeyOnlyWhereThereIsAZoneToWaitIn() {
        var change = change(DOORS);
        var act = act(change, RealisticHome.ROOT_PASSPHRASE);
        change.setUpProperty().set(ZoneRules.SetUp.FRESH_KEY);
        var refused =
                assertInstanceOf(RulesChange.State.Refused.class, change.state().getValue());
        assertEquals("setup.no-onboarding-zone", refused.finding().code());
        assertFalse(act.ready().get());
        addOnboarding();
        var again = change(DOORS);
        again.setUpProperty().set(ZoneRules.SetUp.FRESH_KEY);
        assertEquals(new RulesChange.State.Ready(), again.state().getValue());
        var waiting = change(ZoneRules.ONBOARDING);
        waiting.setUpProperty().set(ZoneRules.SetUp.FRESH_KEY);
        assertInstanceOf(RulesChange.State.Refused.class, waiting.state().getValue());
    }

    @Test
    void forgetsWhatWasTypedWhenTheScreenIsLeft() {
        var act = act(change(DOORS), RealisticHome.ROOT_PASSPHRASE);
        model.wipe();
        assertTrue(act.secret().isEmpty());
    }
}
