package org.hearthkey.app.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearthkey.app.RealisticHome;
import org.hearthkey.app.ui.Contexts;
import org.hearthkey.app.ui.RecordedNavigation;
import org.hearthkey.app.ui.devices.DeviceFilter.Standing;
import org.hearthkey.app.ui.devices.DevicesViewModel.State;
import org.hearthkey.app.ui.task.AtOnce;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.name.ZoneName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesViewModelTest {
    @TempDir
    static Path folder;

    private static RealisticHome home;

    private DevicesViewModel model;

    @BeforeAll
    static void live() throws IOException {
        home = RealisticHome.in(folder);
    }

    @BeforeEach
    void arrive() {
        model = new DevicesViewModel(Contexts.of(home, new RecordedNavigation()));
    }

    private List<String> names() {
        return model.rowsProperty().get().stream()
                .flatMap(row -> row.device().stream())
                .map(device -> device.name().text())
                .toList();
    }

    @Test
    void countsWhatEveryChipWouldShow() {
        model.read();
        var ready = assertInstanceOf(State.Ready.class, model.stateProperty().get());
        assertEquals(
                Map.of(
                        Standing.ALL,
                        40L,
                        Standing.ENDING,
                        2L,
                        Standing.UNSEEN,
                        0L,
                        Standing.ENDED,
                        1L,
                        Standing.REVOKED,
                        1L,
                        Standing.RETIRED,
                        0L),
                ready.counts());
        assertEquals(
                List.of("doors", "cameras", "lights", "comfort"),
                ready.zones().stream().map(ZoneName::text).toList());
    }

    @Test
    void showsAllDevicesByNameAtFirst() {
        model.read();
        assertEquals(40, names().size());
        assertEquals(names().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names());
    }

    @Test
    void searchesNamesAndRooms() {
        model.search("bedroom");
        assertEquals(List.of("Bedroom lamp left", "Bedroom lamp right", "Bedroom radiator"), names());
        model.search("utility");
        assertEquals(List.of("Side door keypad", "Washing machine"), names());
    }

    @Test
    void countsWithinSearchAndZone() {
        model.search("both");
        model.zone(Optional.of(new ZoneName("doors")));
        var ready = assertInstanceOf(State.Ready.class, model.stateProperty().get());
        assertEquals(5, ready.counts().get(Standing.ALL));
        assertEquals(1, ready.counts().get(Standing.REVOKED));
        assertEquals(40, ready.inHome());
    }

    @Test
    void showsWhatEndsSoonestFirstWhenAskedTo() {
        model.standing(Standing.ENDING);
        model.sort(DeviceQuery.Order.END);
        assertEquals(List.of("Garage camera", "Living room blinds"), names());
    }

    @Test
    void tellsAllOfOneDevice() {
        model.find(home.device("Garage camera").id().toString());
        var detail = model.detailProperty().get().orElseThrow();
        assertEquals(DeviceState.ENDS_SOON, detail.state());
        assertEquals(3, detail.history().size());
        var held = detail.held().orElseThrow();
        assertTrue(held.certificate().isSignedBy(held.issuer()));
        assertEquals("Garage camera", names().get(model.takeWanted().orElseThrow()));
        assertEquals(Optional.empty(), model.takeWanted());
    }

    @Test
    void saysThatARevocationHasNotLeftTheHouse() {
        model.choose(home.device("Side door keypad"));
        assertEquals(
                Optional.empty(), model.detailProperty().get().orElseThrow().delivered());
    }

    @Test
    void keepsOneReadUnderWayHoweverFastOneTypes() {
        var waiting = new Waiting();
        var navigation = new RecordedNavigation();
        var known = Contexts.of(home, navigation);
        var typed = new DevicesViewModel(Contexts.of(home, waiting, navigation, known.dialogs()));
        for (var text : List.of("c", "ca", "cam", "came", "camer", "camera")) {
            typed.search(text);
        }
        waiting.runAll();
        assertEquals(2, waiting.ran);
        assertEquals(7, typed.rowsProperty().get().size());
    }

    /// Runs what it is given when it is told to.
    private static final class Waiting implements Background {
        private final List<Runnable> work = new ArrayList<>();
        private int ran;

        @Override
        public <T> void run(Callable<? extends T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            work.add(() -> new AtOnce().run(job, done, failed));
        }

        @Override
        public void tell(Runnable news) {
            work.add(news);
        }

        void runAll() {
            while (!work.isEmpty()) {
                ran++;
                work.removeFirst().run();
            }
        }
    }
}
