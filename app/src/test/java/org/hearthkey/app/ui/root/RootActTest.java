package org.hearthkey.app.ui.root;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.root.RootAct.State;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootActTest {
    @TempDir
    Path folder;

    private RealisticHome home;
    private RootAct act;
    private boolean told;

    @BeforeEach
    void begin() throws IOException {
        home = RealisticHome.empty(folder);
        told = false;
        act = new RootAct(
                new AtOnce(),
                RootDoor.of(home.home(), Contexts.NO_TOKENS),
                secret -> home.home().addZone(new ZoneName("garden"), secret),
                () -> told = true);
    }

    @Test
    void doesTheActAndForgetsTheSecret() {
        assertFalse(act.ready().get());
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        assertTrue(act.ready().get());
        act.act();
        assertInstanceOf(State.Done.class, act.stateProperty().get());
        assertTrue(told);
        assertTrue(act.secret().isEmpty());
        assertTrue(home.home().issuers().zone(new ZoneName("garden")).isPresent());
    }

    @Test
    void changesNothingForAnotherSecret() {
        act.secret().set(RealisticHome.PASSPHRASE.toCharArray());
        act.act();
        assertEquals(
                new State.Refused(Refusal.WRONG_SECRET, RootAct.Whose.ROOT),
                act.stateProperty().get());
        assertFalse(told);
        assertTrue(act.secret().isEmpty());
        assertFalse(home.home().issuers().zone(new ZoneName("garden")).isPresent());
    }
}
