package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.revocation.IsolateViewModel.End;
import org.hearthkey.app.ui.revocation.IsolateViewModel.State;
import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolateViewModelTest {
    private static final HubName PANTRY = new HubName("pantry");

    @TempDir
    Path folder;

    private RealisticHome home;
    private Path share;
    private IsolateViewModel model;

    @BeforeEach
    void live() throws IOException {
        home = RealisticHome.in(folder);
        share = Files.createDirectory(folder.resolve("share"));
        home.home().hubRegister().add(PANTRY, new HubAddress.Folder(share));
        model = new IsolateViewModel(camera(), Contexts.of(home, new RecordedNavigation()));
    }

    private Device camera() {
        return home.device("Garage camera");
    }

    private List<Step> steps() {
        return assertInstanceOf(State.Ended.class, model.stateProperty().get()).steps();
    }

    @Test
    void saysFirstWhatThereIsToDo() {
        model.look();
        var plan = assertInstanceOf(State.Asking.class, model.stateProperty().get())
                .plan();
        assertEquals(new IsolateViewModel.Plan(false, List.of(PANTRY), List.of(), 0), plan);
        assertEquals(DeviceState.ENDS_SOON, camera().stateAt(home.clock().instant()));
    }

    @Test
    void revokesHandsTheListAndDoesNotClaimWhatNobodyTried() {
        model.begin();
        assertEquals(
                List.of(Step.Revoked.class, Step.Handed.class),
                steps().stream().map(Step::getClass).toList());
        assertEquals(
                new State.Ended(steps(), End.NOT_SEEN), model.stateProperty().get());
        assertEquals(DeviceState.REVOKED, camera().stateAt(home.clock().instant()));
        assertTrue(Files.exists(share.resolve("hearthkey/MANIFEST.json")));
        assertEquals(new Refusal.NotProven(), home.home().hubStates().refusal(camera()));
    }

    @Test
    void goesOnWhereAHubIsNotThere() throws IOException {
        Files.delete(share);
        var nobody = ListenerAddress.parse("mqtts://127.0.0.1:1").orElseThrow();
        home.home().probing().add(PANTRY, camera().zone(), nobody);
        model.begin();
        assertEquals(
                List.of(Step.Revoked.class, Step.NotHanded.class, Step.Tried.class),
                steps().stream().map(Step::getClass).toList());
        assertEquals(
                End.NOT_SEEN,
                assertInstanceOf(State.Ended.class, model.stateProperty().get()).end());
    }

    @Test
    void stopsAfterTheStepThatIsUnderWay() {
        model.stateProperty().subscribe(now -> {
            if (now instanceof State.Working(var steps, var stopping) && steps.size() == 1 && !stopping) {
                model.stop();
            }
        });
        model.begin();
        assertEquals(
                List.of(Step.Revoked.class),
                steps().stream().map(Step::getClass).toList());
        assertEquals(
                End.STOPPED,
                assertInstanceOf(State.Ended.class, model.stateProperty().get()).end());
        assertTrue(Files.notExists(share.resolve("hearthkey")));
    }
}
