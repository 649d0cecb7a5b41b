package org.hearthkey.app.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;

/// What falls due next, day by day.
final class DueList extends VBox {
    private static final double DAY_WIDTH = 84;

    private final VBox rows = new VBox();
    private final Dates dates;
    private final Words words;
    private final Consumer<Due> open;

    DueList(Dates dates, Words words, Consumer<Due> open) {
        this.dates = dates;
        this.words = words;
        this.open = open;
        getStyleClass().add("hk-due-list");
        var title = Labels.of(words.text("timeline.due.title"), "hk-strong", "text-small");
        var head = new HBox(title);
        head.getStyleClass().add("hk-due-head");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hk-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    void show(List<Due> due, Instant now) {
        rows.getChildren().clear();
        if (due.isEmpty()) {
            var nothing = Labels.second(words.text("timeline.due.nothing"));
            nothing.getStyleClass().add("hk-due-head");
            rows.getChildren().add(nothing);
        }
        due.forEach(one -> rows.getChildren().add(row(one, now)));
    }

    private Node row(Due due, Instant now) {
        boolean late = due.at().isBefore(now);
        long days = Math.abs(dates.daysUntil(due.at()));
        var distance = days == 0
                ? words.text("timeline.today.distance")
                : late ? words.text("timeline.late.distance", dates.span(days)) : dates.span(days);
        var day = Labels.of(dates.shortDay(due.at()), "hk-strong", "text-small");
        if (late || due.urgency() == Due.Urgency.TURNED_AWAY) {
            day.getStyleClass().add("warning");
        }
        var when = new VBox(2, day, Labels.of(distance, "text-caption", "text-muted"));
        when.setAlignment(Pos.CENTER_RIGHT);
        when.setMinWidth(DAY_WIDTH);
        var name = Labels.of(due.name(), "text-small", "hk-medium");
        var what = new VBox(2, name, Labels.of(due.what(), "text-caption", "text-muted"));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        var graphic = new HBox(12, when, what);
        var button = new Button("", graphic);
        button.getStyleClass().addAll("flat", "hk-due");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(String.join(", ", dates.day(due.at()), distance, due.name(), due.what()));
        button.setOnAction(_ -> open.accept(due));
        return button;
    }
}
