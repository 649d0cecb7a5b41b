package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.revocation.HubAccessViewModel.State;
import org.hearthkey.core.deliver.BrokerAdmin;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.transport.HubAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubAccessViewModelTest {
    private static final HubName PANTRY = new HubName("pantry");
    private static final ZoneName DOORS = new ZoneName("doors");

    @TempDir
    Path folder;

    private RealisticHome home;
    private HubAccessViewModel model;

    @BeforeEach
    void live() throws IOException {
        home = RealisticHome.empty(folder);
        var hub = home.home().hubRegister().add(PANTRY, new HubAddress.Folder(folder));
        model = new HubAccessViewModel(hub, Contexts.of(home, new RecordedNavigation()));
        model.read();
    }

    private State.Known known() {
        return assertInstanceOf(State.Known.class, model.stateProperty().get());
    }

    private static ListenerAddress address(String text) {
        return ListenerAddress.parse(text).orElseThrow();
    }

    @Test
    void addsAndForgetsListeners() {
        var broker = address("mqtts://127.0.0.1:8883");
        model.listen(DOORS, broker);
        assertTrue(known().has(DOORS, broker));
        model.forget(known().listeners().getFirst());
        assertEquals(List.of(), known().listeners());
    }

    @Test
    void aRadiusServerTakesTheSecretThatWasTyped() {
        var radius = address("eap-tls://127.0.0.1:1812");
        model.listen(DOORS, radius);
        assertEquals(List.of(), known().listeners(), "Nothing was typed");
        model.secret().set("shared with the access point".toCharArray());
        model.listen(DOORS, radius);
        assertEquals(
                List.of(radius),
                known().listeners().stream().map(Listener::address).toList());
        assertTrue(model.secret().isEmpty());
    }

    @Test
    void keepsAndForgetsHowItComesToTheBroker() {
        model.secret().set("the hub's own".toCharArray());
        model.administer(address("mqtts://127.0.0.1:8884"), "admin");
        assertEquals(Optional.of("admin"), known().admin().map(BrokerAdmin::user));
        assertTrue(model.secret().isEmpty());
        model.forgetAdmin();
        assertEquals(Optional.empty(), known().admin());
    }

    @Test
    void addsAHubAtWhichAPasswordOpens() {
        var hubs = new HubsViewModel(Contexts.of(home, new RecordedNavigation()));
        var attic =
                (HubAddress.Sftp) HubAddress.parse("sftp://hearth@attic/upload").orElseThrow();
        hubs.add(new HubName("attic"), attic, new Passphrase("the hub's own".toCharArray()), line -> {
            assertEquals(Optional.empty(), line);
        });
        assertEquals(
                Hub.Access.PASSWORD,
                home.home()
                        .hubRegister()
                        .find(new HubName("attic"))
                        .orElseThrow()
                        .access());
    }
}
