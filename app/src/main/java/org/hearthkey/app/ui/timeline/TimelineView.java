package org.hearthkey.app.ui.timeline;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.EmptyScreen;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Screen;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The timeline: the chart, how closely one looks, and what falls due next beside it.
public final class TimelineView implements Screen {
    private final TimelineViewModel model;
    private final Words words;
    private final TimelineChart chart;
    private final DueList due;
    private final StackPane center = new StackPane();
    private final BorderPane root = new BorderPane();
    private final Map<Span, ToggleButton> spans = new EnumMap<>(Span.class);

    public TimelineView(TimelineViewModel model, HomeContext context) {
        this.model = model;
        words = context.words();
        chart = new TimelineChart(model, context.clock(), context.dates(), words);
        due = new DueList(context.dates(), words, model::open);
        root.getStyleClass().add("hk-timeline");
        root.setTop(head());
        root.setCenter(center);
        root.setRight(due);
        root.setBottom(new TimelineLegend(words));
        model.stateProperty().subscribe(this::show);
        model.scaleProperty().subscribe(this::showSpan);
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void arrived(Destination destination) {
        model.read();
    }

    private Node head() {
        var control = new HBox();
        control.getStyleClass().add("hk-segments");
        var group = new ToggleGroup();
        for (var span : Span.values()) {
            var button = new ToggleButton(words.text(key(span)));
            button.getStyleClass().add("hk-segment");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                model.show(span);
                showSpan();
            });
            spans.put(span, button);
            control.getChildren().add(button);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var today = new Button(words.text("timeline.today.button"), Icons.button(MaterialDesignC.CALENDAR_TODAY));
        today.setTooltip(new Tooltip(words.text("timeline.today.tooltip")));
        today.setOnAction(_ -> model.today());
        var head = new HBox(
                12,
                Labels.title(words.text("shell.timeline.place")),
                gap,
                control,
                today,
                zoom(MaterialDesignM.MINUS, "timeline.out", model::zoomOut),
                zoom(MaterialDesignP.PLUS, "timeline.in", model::zoomIn));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("hk-timeline-head");
        return head;
    }

    private Button zoom(Ikon ikon, String key, Runnable act) {
        var button = new Button("", Icons.button(ikon));
        button.getStyleClass().add("button-icon");
        button.setAccessibleText(words.text(key + ".button"));
        button.setTooltip(new Tooltip(words.text(key + ".tooltip")));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void show(TimelineViewModel.State state) {
        switch (state) {
            case TimelineViewModel.State.Reading _ -> center.getChildren().setAll(chart);
            case TimelineViewModel.State.Ready(var now, var list) -> {
                center.getChildren().setAll(chart);
                due.show(list, now);
            }
            case TimelineViewModel.State.Failed _ -> {
                var again = new Button(words.text("timeline.again.button"));
                again.setOnAction(_ -> model.read());
                center.getChildren()
                        .setAll(new EmptyScreen(
                                MaterialDesignA.ALERT_OUTLINE,
                                words.text("timeline.failed.title"),
                                words.text("timeline.failed.reason"),
                                again));
            }
        }
    }

    /// After a zoom by the wheel no span is the one shown.
    private void showSpan() {
        spans.forEach((span, button) -> button.setSelected(model.shows(span)));
    }

    private static String key(Span span) {
        return switch (span) {
            case THREE_MONTHS -> "timeline.three-months.span";
            case ONE_YEAR -> "timeline.one-year.span";
            case FIVE_YEARS -> "timeline.five-years.span";
            case TWENTY_FIVE_YEARS -> "timeline.twenty-five-years.span";
        };
    }
}
