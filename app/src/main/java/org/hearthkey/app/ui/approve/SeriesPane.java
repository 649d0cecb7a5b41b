package org.hearthkey.app.ui.approve;

import atlantafx.base.controls.RingProgressIndicator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.frames.Progress;

/// How far a series of codes is: a ring, how many there are, which are missing, and a way to stop.
final class SeriesPane extends HBox {
    private static final int MOST_NAMED = 12;

    private final Words words;
    private final RingProgressIndicator ring = new RingProgressIndicator(0, false);
    private final Label count = Labels.of("", "hk-strong");
    private final Label missing = Labels.second("");

    SeriesPane(Runnable cancel, Words words) {
        super(16);
        this.words = words;
        getStyleClass().addAll("hk-card", "hk-series");
        setAlignment(Pos.CENTER_LEFT);
        ring.setMinSize(56, 56);
        var text = new VBox(2, count, missing);
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var stop = new Button(words.text("approve.series.stop"));
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> cancel.run());
        getChildren().setAll(ring, text, stop);
        show(Optional.empty());
    }

    void show(Optional<Progress.Gathering> far) {
        setVisible(far.isPresent());
        setManaged(far.isPresent());
        far.ifPresent(gathering -> {
            ring.setProgress(Math.min(1.0, gathering.have() / (double) Math.max(1, gathering.needed())));
            count.setText(words.text("approve.series.count", gathering.have(), gathering.needed()));
            missing.setText(missing(gathering.missing()));
            setAccessibleText(count.getText() + ". " + missing.getText());
        });
    }

    private String missing(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return words.text("approve.series.any");
        }
        var named = numbers.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > MOST_NAMED
                ? words.text("approve.series.more", named, numbers.size() - MOST_NAMED)
                : words.text("approve.series.missing", named);
    }
}
