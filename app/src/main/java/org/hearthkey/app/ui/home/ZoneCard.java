package org.hearthkey.app.ui.home;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.StateLook;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.home.Overview.ZoneOverview;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.core.device.DeviceState;

/// A zone on the first screen: one mark a device, or a count a state where there are many. Opens the zone.
final class ZoneCard extends Button {
    private static final double PADDING = 32;
    /// A pane asks for the height of its children at their smallest width; marks one below the other would make the card
    /// tall.
    private static final double NARROWEST = 120;

    ZoneCard(ZoneOverview zone, HomeContext context) {
        var words = context.words();
        var name = Labels.of(zone.zone().display(), "hk-row-title");
        var count = Labels.of(words.text("home.zone.devices", zone.devices()), "text-small", "text-muted");
        count.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, name, gap, count);
        head.setAlignment(Pos.BASELINE_LEFT);
        var marks = marks(zone, words);
        VBox.setVgrow(marks, Priority.ALWAYS);
        var sentence = sentence(zone, words);
        var box = new VBox(8, head, marks, sentence);
        box.prefWidthProperty().bind(widthProperty().map(width -> Math.max(NARROWEST, width.doubleValue() - PADDING)));
        setGraphic(box);
        getStyleClass().addAll("hk-tile", "hk-zone-card");
        setMaxWidth(Double.MAX_VALUE);
        setMaxHeight(Double.MAX_VALUE);
        setAccessibleText(zone.zone().display() + ". " + count.getText() + ". " + sentence.getText());
        setOnAction(_ ->
                context.navigation().go(Destination.to(Place.ZONES, zone.zone().text())));
    }

    private static Node marks(ZoneOverview zone, Words words) {
        var marks = new FlowPane(4, 4);
        for (var state : zone.marks()) {
            marks.getChildren().add(Icons.toned(StateLook.ikon(state), StateLook.tone(state)));
        }
        if (zone.marks().isEmpty()) {
            for (var state : DeviceState.values()) {
                if (zone.in(state) > 0) {
                    var count = new Label(
                            words.text("home.zone.count", zone.in(state)),
                            Icons.toned(StateLook.ikon(state), StateLook.tone(state)));
                    marks.getChildren().add(count);
                }
            }
        }
        marks.setMinWidth(NARROWEST);
        marks.setMinHeight(36);
        return marks;
    }

    private static Label sentence(ZoneOverview zone, Words words) {
        var parts = new ArrayList<String>();
        if (zone.devices() == 0) {
            parts.add(words.text("home.zone.empty"));
        } else if (zone.in(DeviceState.TRUSTED) == zone.devices() - zone.in(DeviceState.RETIRED)) {
            parts.add(words.text("home.zone.trusted", zone.in(DeviceState.TRUSTED)));
        } else {
            for (var state : new DeviceState[] {
                DeviceState.REVOKED,
                DeviceState.ENDED,
                DeviceState.LAPSED,
                DeviceState.ENDS_SOON,
                DeviceState.UNSEEN,
                DeviceState.RETIRED
            }) {
                if (zone.in(state) > 0) {
                    parts.add(words.text(
                            "home.zone.part",
                            zone.in(state),
                            StateLook.word(state, words).toLowerCase(words.locale())));
                }
            }
        }
        var text = String.join(", ", parts);
        var sentence = Labels.of(text, "text-small", tone(zone).styleClass());
        sentence.setTooltip(new Tooltip(text)); // the card has room for one line
        return sentence;
    }

    private static Tone tone(ZoneOverview zone) {
        if (zone.in(DeviceState.REVOKED) + zone.in(DeviceState.ENDED) > 0) {
            return Tone.DANGER;
        }
        return zone.in(DeviceState.ENDS_SOON) + zone.in(DeviceState.LAPSED) > 0 ? Tone.WARNING : Tone.NEUTRAL;
    }
}
