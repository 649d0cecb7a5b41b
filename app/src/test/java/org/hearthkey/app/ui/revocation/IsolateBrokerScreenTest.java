package org.hearthkey.app.ui.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.hearthkey.app.cli.BrokerHub;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.Staged;
import org.hearthkey.app.ui.revocation.IsolateViewModel.End;
import org.hearthkey.app.ui.revocation.IsolateViewModel.State;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.shell.Gallery;
import org.hearthkey.app.ui.task.HomeThread;
import org.hearthkey.core.deliver.Isolation.Step;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.probe.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The owner presses the button, and a real broker has the stolen device connected.
class IsolateBrokerScreenTest {
    private static final Words WORDS = Contexts.WORDS;
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 180;

    @TempDir
    Path folder;

    private final HomeThread background = new HomeThread();
    private final HomeThread network = new HomeThread("hubs");
    private BrokerHub hub;
    private Home home;
    private Gallery gallery;

    @BeforeEach
    void opensTheHome() throws Exception {
        gallery = Gallery.open();
        hub = BrokerHub.in(folder);
        home = hub.home();
    }

    @AfterEach
    void closes() {
        network.close();
        background.close();
        home.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theScreenEndsInWhatWasSeen(Appearance look) throws Exception {
        try (var broker = hub.start();
                var stolen = hub.connected(BrokerHub.STOLEN);
                var other = hub.connected(BrokerHub.OTHER)) {
            var taking = hub.onBundle(() -> {
                hub.takeList();
                broker.reload();
            });
            var ended = cutOff(look);
            taking.join();
            gallery.keep("isolate-broker-seen" + suffix(look));
            assertEquals(End.SEEN, ended.end());
            assertEquals(
                    List.of(Step.Revoked.class, Step.Handed.class, Step.CutOff.class, Step.Tried.class),
                    ended.steps().stream().map(Step::getClass).toList());
            var cut = assertInstanceOf(Step.CutOff.class, ended.steps().get(2));
            assertTrue(cut.seen().orElseThrow().compareTo(BOUND) < 0, cut::toString);
            assertShown("isolate.seen.title", "isolate.seen.result", "isolate.done.button");
            stolen.await("Received DISCONNECT (152)"); // by administrative action
            assertEquals(List.of(), other.rest(), "Others are left alone");
            hub.connects(BrokerHub.STOLEN).says("alert certificate revoked");
        }
    }

    @Test
    void aBrokerThatReadsNoListIsNoSuccess() throws Exception {
        try (var broker = hub.start();
                var stolen = hub.connected(BrokerHub.STOLEN)) {
            var taking = hub.onBundle(() -> {
                hub.takeHalfAList();
                broker.reload();
            });
            var ended = cutOff(Appearance.LIGHT);
            taking.join();
            gallery.keep("isolate-broker-half-a-list-light");
            assertNotSeen(ended);
            stolen.await("Received DISCONNECT (152)");
            hub.connected(BrokerHub.STOLEN).close(); // it came in again
        }
    }

    @Test
    void aBrokerThatWasNotToldIsNoSuccess() throws Exception {
        try (var broker = hub.start();
                var stolen = hub.connected(BrokerHub.STOLEN)) {
            var taking = hub.onBundle(hub::takeList);
            var ended = cutOff(Appearance.DARK);
            taking.join();
            gallery.keep("isolate-broker-not-told-dark");
            assertNotSeen(ended);
            stolen.await("Received DISCONNECT (152)");
            hub.connected(BrokerHub.STOLEN).close();
            broker.reload();
            hub.connects(BrokerHub.STOLEN).says("alert certificate revoked");
        }
    }

    private void assertNotSeen(State.Ended ended) {
        assertEquals(End.NOT_SEEN, ended.end());
        var tried = assertInstanceOf(Step.Tried.class, ended.steps().getLast());
        assertEquals(Outcome.NOT_ENFORCED, tried.result().outcome());
        assertShown("isolate.not-seen.title", "isolate.not-seen.result", "isolate.again.button");
        assertFalse(texts().contains(WORDS.text("isolate.seen.result", BrokerHub.STOLEN)));
    }

    /// Opens the dialog, presses its button and waits until it ended.
    private State.Ended cutOff(Appearance look) throws InterruptedException, IOException {
        var device = home.devices().find(new DeviceName(BrokerHub.STOLEN)).orElseThrow();
        gallery.show(
                () -> Staged.of(this::context, Destination.to(Place.DEVICES), _ -> new NoScreen()), look, 960, 700);
        var model = open(device);
        var asking = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        gallery.act(() -> model.stateProperty().subscribe(now -> {
            switch (now) {
                case State.Asking _ -> asking.countDown();
                case State.Ended _, State.Failed _ -> over.countDown();
                case State.Looking _, State.Working _ -> {}
            }
        }));
        assertTrue(asking.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        gallery.act(() -> buttons()
                .filter(button -> WORDS.text("isolate.begin.button").equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        assertTrue(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return assertInstanceOf(State.Ended.class, model.stateProperty().get());
    }

    private IsolateViewModel open(Device device) {
        var context = context((Staged) gallery.scene().getRoot());
        var model = new IsolateViewModel(device, context);
        gallery.act(() -> IsolateDialog.open(model, context));
        return model;
    }

    private HomeContext context(Staged staged) {
        return Contexts.of(home, background, network, staged.navigation, staged);
    }

    private void assertShown(String title, String result, String button) {
        assertTrue(texts().contains(WORDS.text(title, BrokerHub.STOLEN)), () -> texts().toString());
        assertTrue(texts().contains(WORDS.text(result, BrokerHub.STOLEN)), () -> texts().toString());
        assertTrue(buttons().anyMatch(shown -> WORDS.text(button).equals(shown.getText())));
    }

    private Stream<Button> buttons() {
        return gallery.scene().getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast);
    }

    private List<String> texts() {
        return gallery.scene().getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static String suffix(Appearance look) {
        return look == Appearance.LIGHT ? "-light" : "-dark";
    }
}
