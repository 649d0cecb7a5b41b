package org.hearthkey.app.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.ChosenFiles;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.devices.RenewViewModel.State;
import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Approval;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.attest.Shown;
import org.hearthkey.core.authority.RootSecret;
import org.hearthkey.core.device.Sighting;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.secret.Passphrase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewViewModelTest {
    private static final ZoneName DOORS = new ZoneName("doors");

    @TempDir
    Path folder;

    private RealisticHome home;

    @BeforeEach
    void askForAFreshKey() throws Exception {
        home = RealisticHome.empty(folder);
        try (var passphrase = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            home.home().addZone(ZoneRules.ONBOARDING, RootSecret.of(passphrase));
        }
        try (var passphrase = new Passphrase(RealisticHome.ROOT_PASSPHRASE.toCharArray())) {
            var rules = new ZoneRules(ZoneRules.SetUp.FRESH_KEY, ZoneRules.Pairing.ANY_TIME, Grade.NONE);
            home.home().zoneRulings().change(DOORS, rules, RootSecret.of(passphrase));
        }
        var application = Application.of(new DeviceName("Gate"), DOORS)
                .request(home.requests().of("gate"));
        home.home().approvals().issue(new Approval(home.home().approvals().review(application)));
    }

    private Path request(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".csr"), home.requests().of(name).pem());
    }

    @Test
    void finishesSettingUpOnceTheOwnerMadeSure() throws Exception {
        assertTrue(home.device("Gate").isBeingSetUp());
        var model = new RenewViewModel(home.device("Gate"), Contexts.of(home, new RecordedNavigation()));
        model.offer(request("fresh"));
        var asked = assertInstanceOf(State.Deciding.class, model.stateProperty().get());
        assertFalse(asked.review().mayApprove());
        assertFalse(RenewViewModel.weighed(asked.review()).stream()
                .anyMatch(finding -> finding.code().equals("confirmation.absent")));
        model.confirm().inHandProperty().set(true);
        model.renew();
        assertInstanceOf(State.Renewed.class, model.stateProperty().get());
        var certified = home.device("Gate").certified().orElseThrow();
        assertEquals(DOORS, certified.issuer());
        assertEquals(Duration.ofDays(90), Duration.between(certified.notBefore(), certified.notAfter()));
    }

    @Test
    void weighsWhatItsMakerSaysOfIt() throws Exception {
        var model = new RenewViewModel(home.device("Gate"), Contexts.of(home, new RecordedNavigation()));
        model.offer(request("fresh"));
        var before = deciding(model).review().findings();
        var file = Files.writeString(folder.resolve("maker.pem"), "not a certificate");
        model.offerMakers(List.of(file, file));
        assertEquals(
                List.of("maker.pem"), model.makers().stream().map(Shown::name).toList());
        assertNotEquals(before, deciding(model).review().findings());
        model.leaveOut(model.makers().getFirst());
        assertEquals(before, deciding(model).review().findings());
    }

    private static State.Deciding deciding(RenewViewModel model) {
        return assertInstanceOf(State.Deciding.class, model.stateProperty().get());
    }

    @Test
    void recordsThatTheOwnerSawItWork() {
        var navigation = new RecordedNavigation();
        var context = Contexts.of(home, navigation);
        var model = new DevicesViewModel(context);
        model.choose(home.device("Gate"));
        new DeviceDialogs(context, ChosenFiles.NONE)
                .saw(model.detailProperty().get().orElseThrow());
        assertEquals(
                Optional.of(Sighting.Source.OWNER), home.device("Gate").seen().map(Sighting::source));
        assertEquals(1, navigation.changes);
    }
}
