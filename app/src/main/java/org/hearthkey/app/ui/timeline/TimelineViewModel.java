package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Navigation;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.task.Pages;
import org.hearthkey.app.ui.timeline.RowLayout.Spot;

/// What the timeline shows, how closely, and which row and bar one stands on.
public final class TimelineViewModel {
    private static final double STEP = 1.5;
    private static final double USUAL_WIDTH = 600;

    private final TimelineReader reader;
    private final Background background;
    private final Navigation navigation;
    private final Words words;
    private final InstantSource clock;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<RowLayout> layout =
            new ReadOnlyObjectWrapper<>(new RowLayout(List.of(), Set.of()));
    private final ObjectProperty<TimeScale> scale;
    private final ReadOnlyObjectWrapper<Optional<Spot>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper arrivals = new ReadOnlyLongWrapper();
    private int chosenBar;
    private List<Group> groups = List.of();
    private double width = USUAL_WIDTH;

    public TimelineViewModel(HomeContext context) {
        reader = new TimelineReader(context.home(), context.words(), context.dates());
        background = context.background();
        navigation = context.navigation();
        words = context.words();
        clock = context.clock();
        scale = new SimpleObjectProperty<>(TimeScale.around(clock.instant(), Span.ONE_YEAR, USUAL_WIDTH));
    }

    /// All that the screen can be in.
    public sealed interface State {
        record Reading() implements State {}

        record Ready(Instant now, List<Due> due) implements State {}

        record Failed(Exception cause) implements State {}
    }

    /// A group as its head says it.
    public record Group(String name, String note, List<TimelineRow> fixed, Optional<Pages<TimelineRow>> pages) {
        int size() {
            return pages.map(Pages::size).orElse(fixed.size());
        }

        Optional<TimelineRow> row(int index) {
            return pages.map(all -> all.at(index)).orElseGet(() -> Optional.of(fixed.get(index)));
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RowLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    public ObjectProperty<TimeScale> scaleProperty() {
        return scale;
    }

    /// The row or group head that one stands on.
    public ReadOnlyObjectProperty<Optional<Spot>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Changes whenever rows have arrived that can now be shown.
    public ReadOnlyLongProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    /// Reads the home anew. What was folded, chosen and shown stays.
    public void read() {
        var now = clock.instant();
        background.run(() -> reader.read(now), this::show, cause -> state.set(new State.Failed(cause)));
    }

    private void show(Timeline timeline) {
        var shown = new ArrayList<Group>();
        shown.add(new Group(
                words.text("timeline.home.group"),
                words.text("timeline.home.note"),
                timeline.home(),
                Optional.empty()));
        for (var zone : timeline.zones()) {
            var pages = new Pages<TimelineRow>(
                    zone.devices(),
                    (offset, limit) -> reader.devices(zone, timeline.now(), offset, limit),
                    background,
                    new Arrivals());
            var note = words.text("timeline.zone.note", zone.devices());
            shown.add(new Group(zone.name().display(), note, List.of(), Optional.of(pages)));
        }
        groups = List.copyOf(shown);
        var sizes = groups.stream().map(Group::size).toList();
        layout.set(new RowLayout(sizes, layout.get().folded()));
        chosen.set(chosen.get()
                .filter(spot -> layout.get().at(layout.get().y(spot)).equals(Optional.of(spot))));
        state.set(new State.Ready(timeline.now(), timeline.due()));
        arrivals.set(arrivals.get() + 1);
    }

    private final class Arrivals implements Pages.Listener {
        @Override
        public void arrived(int from, int to) {
            arrivals.set(arrivals.get() + 1);
        }

        @Override
        public void failed(Exception cause) {
            state.set(new State.Failed(cause));
        }
    }

    public Group group(int index) {
        return groups.get(index);
    }

    /// The row at a spot; empty for a head, and while the row is being read.
    public Optional<TimelineRow> row(Spot spot) {
        return spot.isHead() ? Optional.empty() : groups.get(spot.group()).row(spot.row());
    }

    /// The chart's width, which zooming and panning go by. The instant at its left edge stays.
    public void width(double pixels) {
        if (pixels > 0 && pixels != width) {
            var before = scale.get();
            var seconds = before.secondsPerPixel() * width / pixels;
            width = pixels;
            scale.set(new TimeScale(before.start(), seconds));
        }
    }

    public void show(Span span) {
        var around = TimeScale.around(clock.instant(), span, width);
        scale.set(around);
    }

    public boolean shows(Span span) {
        return scale.get().shows(span, width);
    }

    public void zoomIn() {
        zoom(1 / STEP, anchor());
    }

    public void zoomOut() {
        zoom(STEP, anchor());
    }

    /// Shows `factor` times as much time; what is at pixel `anchor` stays there.
    public void zoom(double factor, double anchor) {
        scale.set(scale.get().zoomed(factor, anchor));
    }

    public void pan(double pixels) {
        scale.set(scale.get().panned(pixels));
    }

    public void today() {
        scale.set(scale.get().backTo(clock.instant(), width));
    }

    /// Today, if it can be seen: that is what one zooms in on.
    private double anchor() {
        double today = scale.get().x(clock.instant());
        return today > 0 && today < width ? today : width / 2;
    }

    public void choose(Spot spot) {
        chosenBar = row(spot).map(row -> row.barAt(clock.instant())).orElse(0);
        chosen.set(Optional.of(spot));
    }

    public void next() {
        chosen.get().map(layout.get()::after).orElseGet(this::firstSpot).ifPresent(this::choose);
    }

    public void previous() {
        chosen.get().map(layout.get()::before).orElseGet(this::firstSpot).ifPresent(this::choose);
    }

    public void first() {
        firstSpot().ifPresent(this::choose);
    }

    public void last() {
        layout.get().last().ifPresent(this::choose);
    }

    private Optional<Spot> firstSpot() {
        return layout.get().at(0);
    }

    /// The bar that one stands on.
    public Optional<Bar> chosenBar() {
        return chosen.get()
                .flatMap(this::row)
                .map(TimelineRow::bars)
                .filter(bars -> chosenBar < bars.size())
                .map(bars -> bars.get(chosenBar));
    }

    /// Walks along the bars of the row, and pans so that the bar one comes to can be seen.
    public void walk(int bars) {
        chosen.get().flatMap(this::row).ifPresent(row -> {
            chosenBar = Math.clamp(chosenBar + (long) bars, 0, row.bars().size() - 1);
            bringIntoView(row.bars().get(chosenBar));
            chosen.set(Optional.of(chosen.get().get()));
            arrivals.set(arrivals.get() + 1);
        });
    }

    private void bringIntoView(Bar bar) {
        double from = scale.get().x(bar.from());
        double to = scale.get().x(bar.to());
        if (to < 0 || from > width) {
            pan((from + to) / 2 - width / 2);
        }
    }

    /// Shows or hides the rows of a group.
    public void fold(int group) {
        layout.set(layout.get().toggled(group));
        if (chosen.get().filter(spot -> spot.group() == group).isPresent()) {
            choose(Spot.head(group));
        }
    }

    /// Goes where the chosen row leads; a group folds.
    public void open() {
        chosen.get().ifPresent(spot -> {
            if (spot.isHead()) {
                fold(spot.group());
            } else {
                row(spot).ifPresent(row -> navigation.go(row.opens()));
            }
        });
    }

    public void open(Due due) {
        navigation.go(due.opens());
    }
}
