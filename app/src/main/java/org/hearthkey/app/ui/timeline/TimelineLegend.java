package org.hearthkey.app.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.timeline.Bar.Look;

/// What the patterns of the bars mean, each drawn as in the chart.
final class TimelineLegend extends FlowPane {
    private static final double WIDTH = 28;
    private static final double INSET = 2;
    private static final Instant FROM = Instant.EPOCH;
    private static final Instant TO = FROM.plus(Duration.ofDays(1));

    TimelineLegend(Words words) {
        super(20, 6);
        getStyleClass().add("hk-legend");
        var good = Bar.of(FROM, TO, Look.GOOD, List.of());
        getChildren()
                .setAll(
                        entry(good, words.text("timeline.good.legend")),
                        entry(good.withDueFrom(FROM), words.text("timeline.due.legend")),
                        entry(Bar.of(FROM, TO, Look.SOON, List.of()), words.text("timeline.soon.legend")),
                        entry(Bar.of(FROM, TO, Look.PAST, List.of()), words.text("timeline.past.legend")),
                        entry(Bar.of(FROM, TO, Look.REVOKED, List.of()), words.text("timeline.revoked.legend")),
                        entry(
                                new Bar(FROM, FROM, Look.GOOD, Optional.empty(), Optional.of(TO), "", List.of()),
                                words.text("timeline.cut.legend")));
    }

    private static Node entry(Bar bar, String meaning) {
        var entry = new HBox(8, new Swatch(bar), Labels.caption(meaning));
        entry.getStyleClass().add("hk-legend-entry");
        return entry;
    }

    private static final class Swatch extends InkedRegion {
        private final Canvas canvas = new Canvas(WIDTH, RowLayout.ROW_HEIGHT);
        private final Bar bar;

        Swatch(Bar bar) {
            this.bar = bar;
            getStyleClass().add("hk-swatch");
            setMinSize(WIDTH, RowLayout.ROW_HEIGHT);
            getChildren().setAll(canvas);
            inks(this::requestLayout);
        }

        @Override
        protected void layoutChildren() {
            var gc = canvas.getGraphicsContext2D();
            gc.clearRect(0, 0, WIDTH, RowLayout.ROW_HEIGHT);
            var scale = new TimeScale(FROM, Duration.ofDays(1).toSeconds() / (WIDTH - INSET));
            new BarPainter(gc, this::color, 0, WIDTH).paint(bar, scale, INSET, 0);
        }
    }
}
