package org.hearthkey.app.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.label.Reading;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.devices.RetireViewModel.State;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Weight;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.scan.CodeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetireViewModelTest {
    private static final String READING_LAMP = "MT:M5L90MP500K64J00000";

    @TempDir
    Path folder;

    private RealisticHome home;
    private RetireViewModel model;

    @BeforeEach
    void live() throws IOException {
        home = RealisticHome.withNewcomers(folder);
        model = retiring("Garage camera");
        model.look();
    }

    private RetireViewModel retiring(String name) {
        return new RetireViewModel(home.device(name), Contexts.of(home, new RecordedNavigation()));
    }

    private Retirement going() {
        return assertInstanceOf(State.Going.class, model.stateProperty().get()).retirement();
    }

    @Test
    void leadsThroughEveryStepAndKeepsThem() throws IOException {
        assertInstanceOf(State.Asking.class, model.stateProperty().get());
        assertEquals(DeviceState.ENDS_SOON, state("Garage camera"));
        model.begin();
        assertEquals(DeviceState.REVOKED, state("Garage camera"));
        assertEquals(List.of(Step.HUB, Step.ACCOUNTS, Step.RESET), going().open());
        model.add("Acme account of Ida", Account.Sort.VENDOR_CLOUD);
        model.add("Acme account of Ida", Account.Sort.VENDOR_CLOUD);
        model.add(" ", Account.Sort.ACCESS_TOKEN);
        assertEquals(1, going().accounts().size());
        home.home().deliveries().export(home.drive());

        model = retiring("Garage camera");
        model.look();
        assertEquals(List.of(Step.ACCOUNTS, Step.RESET), going().open());
        model.tickOff(going().accounts().getFirst());
        model.confirm(Step.ACCOUNTS);
        model.confirm(Step.RESET);
        model.finish();
        assertInstanceOf(State.Retired.class, model.stateProperty().get());
        assertEquals(DeviceState.RETIRED, state("Garage camera"));
    }

    @Test
    void writesTheProofSheetOnceAndOverNothing() throws IOException {
        retire();
        var out = Files.createDirectory(folder.resolve("out"));
        model.saveSheet(out);
        var retired =
                assertInstanceOf(State.Retired.class, model.stateProperty().get());
        var file = retired.sheet().orElseThrow();
        assertEquals("Garage camera-proof.pdf", file.getFileName().toString());
        assertTrue(Files.size(file) > 1000);
        model.saveSheet(out);
        var failed = assertInstanceOf(State.Failed.class, model.stateProperty().get());
        assertInstanceOf(FileAlreadyExistsException.class, failed.cause());
    }

    private void retire() {
        model.begin();
        for (var step : List.of(Step.HUB, Step.ACCOUNTS, Step.RESET)) {
            model.confirm(step);
        }
        model.finish();
    }

    @Test
    void theCodeIsDestroyedAndComesBackWithTheRootsSecretOnly() {
        model = retiring("Reading lamp");
        model.begin();
        model.confirm(Step.ACCOUNTS);
        model.confirm(Step.RESET);
        assertEquals(List.of(Step.SETUP_CODE), going().open());
        act(model.destroyCode());
        model.finish();
        assertInstanceOf(State.Retired.class, model.stateProperty().get());
        assertTrue(refusals().contains("mark.retired"));
        act(model.repurpose());
        assertEquals(List.of(), refusals());
    }

    private static void act(RootAct act) {
        act.secret().set("not the passphrase at all".toCharArray());
        act.act();
        assertInstanceOf(RootAct.State.Refused.class, act.stateProperty().get());
        act.secret().set(RealisticHome.ROOT_PASSPHRASE.toCharArray());
        act.act();
        assertInstanceOf(RootAct.State.Done.class, act.stateProperty().get());
    }

    private List<String> refusals() {
        var label = Reading.of(CodeReader.read(READING_LAMP)).code().orElseThrow();
        var application = Application.of(new DeviceName("Reading lamp 2"), new ZoneName("lights"))
                .label(label)
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence());
        return home.home().approvals().review(application).findings().stream()
                .filter(finding -> finding.weight() == Weight.REFUSAL)
                .map(finding -> finding.code())
                .toList();
    }

    private DeviceState state(String name) {
        return home.device(name).stateAt(home.clock().instant());
    }
}
