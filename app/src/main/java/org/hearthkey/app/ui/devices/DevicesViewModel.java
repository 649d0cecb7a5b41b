package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hearthkey.app.ui.devices.DeviceFilter.Standing;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.task.Pages;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;

/// The inventory as it is searched and filtered, and the device that one looks at.
public final class DevicesViewModel {
    private final Home home;
    private final Background background;
    private final InstantSource clock;
    private final DetailReader details;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<DeviceFilter> filter = new ReadOnlyObjectWrapper<>(DeviceFilter.ALL);
    private final ReadOnlyObjectWrapper<ObservableList<DeviceRow>> rows =
            new ReadOnlyObjectWrapper<>(FXCollections.emptyObservableList());
    private final ReadOnlyObjectWrapper<Optional<DeviceDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean reading;
    private boolean readAgain;
    private Optional<String> wanted = Optional.empty();

    public DevicesViewModel(HomeContext context) {
        home = context.home();
        background = context.background();
        clock = context.clock();
        details = new DetailReader(context.home());
    }

    /// All that the screen can be in.
    public sealed interface State {
        record Reading() implements State {}

        /// There is no device in the home yet.
        record Empty() implements State {}

        /// Something to show.
        ///
        /// @param counts how many devices each chip would show, within the search and the zone
        /// @param inHome how many devices there are
        record Ready(Map<Standing, Long> counts, long inHome, List<ZoneName> zones) implements State {
            public Ready {
                counts = Map.copyOf(counts);
                zones = List.copyOf(zones);
            }
        }

        record Failed(Exception cause) implements State {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DeviceFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// What the table shows. A new query makes a new list.
    public ReadOnlyObjectProperty<ObservableList<DeviceRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The device in the pane beside the table.
    public ReadOnlyObjectProperty<Optional<DeviceDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public void search(String text) {
        change(filter.get().text(text));
    }

    public void zone(Optional<ZoneName> zone) {
        change(filter.get().zone(zone));
    }

    public void standing(Standing standing) {
        change(filter.get().standing(standing));
    }

    public void sort(DeviceQuery.Order order) {
        change(filter.get().by(order));
    }

    private void change(DeviceFilter wantedFilter) {
        if (!wantedFilter.equals(filter.get())) {
            filter.set(wantedFilter);
            read();
        }
    }

    /// Reads the home anew, and the device in the pane too. While one read is under way, any number of further ones become
    /// one, so that fast typing never queues up.
    public void read() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        var now = clock.instant();
        var asked = filter.get();
        background.run(() -> answer(asked, now), answer -> show(answer, asked, now), this::failed);
        detail.get().ifPresent(shown -> choose(shown.device()));
    }

    private record Answer(Map<Standing, Long> counts, long inHome, List<ZoneName> zones, List<Device> first) {}

    private Answer answer(DeviceFilter asked, Instant now) {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, home.devices().count(asked.standing(standing).query(now)));
        }
        var zones = home.issuers().zones().stream().map(Zone::name).toList();
        var first = home.devices().page(asked.query(now), 0, Pages.PAGE);
        return new Answer(counts, home.devices().count(DeviceQuery.all(now)), zones, first);
    }

    private void show(Answer answer, DeviceFilter asked, Instant now) {
        reading = false;
        var query = asked.query(now);
        rows.set(new DeviceRows(
                Math.toIntExact(answer.counts().getOrDefault(asked.standing(), 0L)),
                answer.first(),
                (offset, limit) -> home.devices().page(query, offset, limit),
                background,
                this::failed));
        state.set(
                answer.inHome() == 0
                        ? new State.Empty()
                        : new State.Ready(answer.counts(), answer.inHome(), answer.zones()));
        if (readAgain) {
            readAgain = false;
            read();
        }
    }

    private void failed(Exception cause) {
        reading = false;
        readAgain = false;
        state.set(new State.Failed(cause));
    }

    /// Shows a device that another screen pointed at by its id.
    public void find(String id) {
        filter.set(DeviceFilter.ALL);
        wanted = Optional.of(id);
        var query = DeviceQuery.all(clock.instant()).matching(id);
        background.run(
                () -> home.devices().page(query, 0, 1).stream().findFirst(),
                found -> found.ifPresent(this::choose),
                this::failed);
        read();
    }

    /// The row that [#find] asked for, once.
    Optional<Integer> takeWanted() {
        var id = wanted;
        wanted = Optional.empty();
        return id.flatMap(this::rowOf);
    }

    private Optional<Integer> rowOf(String id) {
        var shown = rows.get();
        for (int index = 0; index < Math.min(shown.size(), Pages.PAGE); index++) {
            if (shown.get(index)
                    .device()
                    .filter(device -> device.id().toString().equals(id))
                    .isPresent()) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    public void choose(Device device) {
        var now = clock.instant();
        background.run(() -> details.read(device.name(), now), read -> detail.set(read), this::failed);
    }

    public void chooseNothing() {
        detail.set(Optional.empty());
    }
}
