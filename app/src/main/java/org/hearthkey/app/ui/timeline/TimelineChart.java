package org.hearthkey.app.ui.timeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.timeline.RowHead.Folding;
import org.hearthkey.app.ui.timeline.RowLayout.Spot;
import org.jspecify.annotations.Nullable;

/// The chart itself: a canvas with only the rows that can be seen, their names as nodes, and the card that explains a
/// bar. It takes the focus as one, like a list; the row one stands on is its item.
final class TimelineChart extends InkedRegion {
    private static final double SCROLL_BAR = 12;
    private static final Duration REST = Duration.millis(300);
    private static final double WHEEL_ZOOM = 1.2;

    private final TimelineViewModel model;
    private final InstantSource clock;
    private final Dates dates;
    private final Words words;
    private final CalendarSteps calendar;
    private final Canvas canvas = new Canvas();
    private final Pane names = new Pane();
    private final Rectangle namesClip = new Rectangle();
    private final List<RowHead> heads = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private final HoverCard card;
    private final PauseTransition rest = new PauseTransition(REST);
    private double draggedFrom;

    TimelineChart(TimelineViewModel model, InstantSource clock, Dates dates, Words words) {
        this.model = model;
        this.clock = clock;
        this.dates = dates;
        this.words = words;
        calendar = new CalendarSteps(dates.zone(), words.locale());
        card = new HoverCard(words);
        inks(this::requestLayout);
        getStyleClass().add("hk-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(words.text("timeline.chart.accessible"));
        names.setClip(namesClip);
        names.setPickOnBounds(false);
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().setAll(canvas, names, bar, card);

        model.layoutProperty().subscribe(this::requestLayout);
        model.scaleProperty().subscribe(this::changed);
        model.arrivalsProperty().subscribe(this::requestLayout);
        model.chosenProperty().subscribe(this::chosen);
        bar.valueProperty().subscribe(this::changed);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hideCard());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        setOnKeyPressed(new ChartKeys(model, this::explainChosen, this::hideCard)::pressed);
    }

    private void changed() {
        hideCard();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - SCROLL_BAR;
        double height = getHeight();
        if (width <= ChartPainter.NAMES || height <= ChartPainter.CALENDAR) {
            return;
        }
        model.width(width - ChartPainter.NAMES);
        canvas.setWidth(width);
        canvas.setHeight(height);
        double seen = height - ChartPainter.CALENDAR;
        double all = model.layoutProperty().get().height();
        bar.setMax(Math.max(0, all - seen));
        bar.setVisibleAmount(bar.getMax() * seen / Math.max(1, all));
        bar.setBlockIncrement(seen);
        bar.setUnitIncrement(RowLayout.ROW_HEIGHT);
        bar.setVisible(all > seen);
        bar.resizeRelocate(width, ChartPainter.CALENDAR, SCROLL_BAR, seen);
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
        names.resizeRelocate(0, ChartPainter.CALENDAR, width, seen);
        namesClip.setWidth(width);
        namesClip.setHeight(seen);
        layoutHeads(seen);
        paint(width, height);
    }

    private void paint(double width, double height) {
        var now = clock.instant();
        var scale = model.scaleProperty().get();
        new ChartPainter(canvas.getGraphicsContext2D(), this::color, width, height)
                .paint(
                        model.layoutProperty().get(),
                        model::row,
                        model.chosenProperty().get(),
                        bar.getValue(),
                        scale,
                        calendar.ticks(scale, width - ChartPainter.NAMES),
                        now,
                        words.text("timeline.today.flag", dates.shortDay(now)));
    }

    private void layoutHeads(double seen) {
        var layout = model.layoutProperty().get();
        while (heads.size() < seen / RowLayout.ROW_HEIGHT + 2) {
            var head = new RowHead(words);
            heads.add(head);
            names.getChildren().add(head);
        }
        heads.forEach(head -> head.setVisible(false));
        for (var spot : layout.between(bar.getValue(), bar.getValue() + seen)) {
            var head = headAt(spot);
            if (spot.isHead()) {
                head.showGroup(
                        model.group(spot.group()),
                        layout.folded().contains(spot.group()) ? Folding.FOLDED : Folding.UNFOLDED);
            } else {
                model.row(spot).ifPresentOrElse(head::showRow, head::showReading);
            }
            head.choose(model.chosenProperty().get(), spot);
            head.setVisible(true);
            double width = spot.isHead() ? names.getWidth() : ChartPainter.NAMES - 8;
            head.resizeRelocate(0, Math.rint(layout.y(spot) - bar.getValue()), width, spot.height());
        }
    }

    /// What is seen at once never shares a node, because neighbours have neighbouring ones.
    private RowHead headAt(Spot spot) {
        return heads.get(model.layoutProperty().get().index(spot) % heads.size());
    }

    private void chosen(Optional<Spot> spot) {
        spot.ifPresent(this::scrollTo);
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private void scrollTo(Spot spot) {
        double top = model.layoutProperty().get().y(spot);
        double seen = getHeight() - ChartPainter.CALENDAR;
        if (seen > 0) {
            bar.setMax(Math.max(0, model.layoutProperty().get().height() - seen));
            bar.setValue(Math.clamp(bar.getValue(), Math.max(0, top + spot.height() - seen), top));
        }
    }

    private Optional<Spot> spotAt(double y) {
        return y < ChartPainter.CALENDAR
                ? Optional.empty()
                : model.layoutProperty().get().at(y - ChartPainter.CALENDAR + bar.getValue());
    }

    private void wheel(ScrollEvent event) {
        hideCard();
        double x = event.getX() - ChartPainter.NAMES;
        if (event.isShortcutDown() || event.getY() < ChartPainter.CALENDAR) {
            model.zoom(event.getDeltaY() > 0 ? 1 / WHEEL_ZOOM : WHEEL_ZOOM, Math.max(0, x));
        } else if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            model.pan(-event.getDeltaX());
        } else {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        hideCard();
        draggedFrom = event.getX();
    }

    private void dragged(MouseEvent event) {
        model.pan(draggedFrom - event.getX());
        draggedFrom = event.getX();
    }

    private void clicked(MouseEvent event) {
        if (event.isStillSincePress()) {
            spotAt(event.getY()).ifPresent(spot -> {
                model.choose(spot);
                if (spot.isHead() || event.getClickCount() == 2) {
                    model.open();
                }
            });
        }
    }

    private void moved(MouseEvent event) {
        hideCard();
        rest.setOnFinished(_ -> explain(event.getX(), event.getY()));
        rest.playFromStart();
    }

    private void explain(double x, double y) {
        spotAt(y)
                .flatMap(spot -> model.row(spot).map(row -> Map.entry(spot, row)))
                .ifPresent(found -> {
                    var row = found.getValue();
                    var at = model.scaleProperty().get().at(x - ChartPainter.NAMES);
                    if (x > ChartPainter.NAMES && row.bars().stream().noneMatch(part -> part.covers(at))) {
                        return;
                    }
                    var pointed = x > ChartPainter.NAMES ? at : clock.instant();
                    show(row, row.bars().get(row.barAt(pointed)), x + 16, found.getKey());
                });
    }

    /// Explains the bar that one stands on, without a wait: who walks by keys asked for it.
    private void explainChosen() {
        layout();
        model.chosenProperty()
                .get()
                .ifPresent(spot -> model.row(spot)
                        .ifPresent(row -> model.chosenBar().ifPresent(part -> {
                            double from =
                                    Math.max(0, model.scaleProperty().get().x(part.from()));
                            show(row, part, ChartPainter.NAMES + from + 16, spot);
                        })));
    }

    private void show(TimelineRow row, Bar part, double x, Spot spot) {
        double bottom = ChartPainter.CALENDAR + model.layoutProperty().get().y(spot) - bar.getValue() + spot.height();
        card.show(row, part);
        card.place(x, bottom, getWidth(), getHeight());
    }

    private void hideCard() {
        rest.stop();
        card.hide();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> model.chosenProperty().get().map(this::headAt).orElse(null);
            case ITEM_COUNT -> (int) heads.stream().filter(Node::isVisible).count();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
