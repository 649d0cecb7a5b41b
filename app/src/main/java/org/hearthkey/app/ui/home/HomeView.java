package org.hearthkey.app.ui.home;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.StateLook;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.app.ui.screen.Screen;
import org.hearthkey.core.device.DeviceState;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Is my home safe, what needs me, what do I press.
public final class HomeView implements Screen {
    private static final int MOST_ROWS = 5;
    private static final double QUARTER = 25;

    private final HomeViewModel model;
    private final HomeContext context;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final OverviewTiles tiles;

    public HomeView(HomeViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        this.tiles = new OverviewTiles(context);
        page.getStyleClass().add("hk-page");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("hk-scroll");
        model.overviewProperty()
                .subscribe(overview -> show(overview, model.failureProperty().get()));
        model.failureProperty()
                .subscribe(failure -> show(model.overviewProperty().get(), failure));
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void arrived(Destination destination) {
        model.refresh();
    }

    private void show(Optional<Overview> overview, Optional<Exception> failure) {
        page.getChildren().clear();
        failure.ifPresent(cause -> page.getChildren().add(new TroubleNote(new Troubles(context.words()).of(cause))));
        overview.ifPresentOrElse(this::show, () -> {
            if (failure.isEmpty()) {
                var bar = new ProgressBar();
                page.getChildren().add(new VBox(8, bar, Labels.second(words("home.reading.progress"))));
            }
        });
    }

    private void show(Overview overview) {
        page.getChildren().add(sentence(overview));
        if (!overview.due().isEmpty()) {
            page.getChildren().add(due(overview.due()));
        }
        page.getChildren().addAll(tiles.of(overview), zones(overview), workedOut(overview));
    }

    private Node sentence(Overview overview) {
        boolean calm = overview.thingsDue() == 0;
        var disc = calm
                ? Disc.large(MaterialDesignS.SHIELD_CHECK_OUTLINE, Tone.SUCCESS)
                : Disc.large(MaterialDesignS.SHIELD_ALERT_OUTLINE, Tone.WARNING);
        var sentence = Labels.sentence(headline(overview));
        sentence.setWrapText(true);
        var reason = Labels.of(reason(overview), "hk-lead", "text-muted");
        reason.setWrapText(true);
        var text = new VBox(sentence, reason);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var approve = new Button(words("home.approve.button"), Icons.button(MaterialDesignQ.QRCODE_SCAN));
        approve.setMinWidth(Button.USE_PREF_SIZE);
        approve.setOnAction(_ -> context.navigation().go(Place.APPROVE));
        approve.disableProperty().bind(context.standing().ended());
        var head = new HBox(16, disc, text, approve);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String headline(Overview overview) {
        if (overview.thingsDue() > 0) {
            return words("home.due.sentence", overview.thingsDue());
        }
        if (overview.isOver()) {
            return words("home.over.sentence");
        }
        return overview.devices() == 0
                ? words("home.new.sentence")
                : words("home.calm.sentence", overview.in(DeviceState.TRUSTED));
    }

    private String reason(Overview overview) {
        if (overview.isOver()) {
            return words("home.over.reason");
        }
        if (overview.devices() == 0) {
            return words("home.new.reason");
        }
        var inOrder = words(
                "home.devices.reason",
                overview.devices()
                        - overview.in(DeviceState.REVOKED)
                        - overview.in(DeviceState.RETIRED)
                        - overview.in(DeviceState.ENDED)
                        - overview.in(DeviceState.LAPSED),
                overview.devices() - overview.in(DeviceState.RETIRED),
                overview.in(DeviceState.REVOKED));
        var unseen = overview.in(DeviceState.UNSEEN);
        return unseen == 0 ? inOrder : inOrder + " " + words("home.unseen.reason", unseen);
    }

    private Node due(List<Due> due) {
        var rows = new DueRow(context.words(), context.dates(), context.navigation(), model::look);
        var card = new VBox();
        card.getStyleClass().addAll("hk-card", "hk-rows");
        // One more takes no more room than the button that would show it.
        var first = due.size() <= MOST_ROWS + 1 ? due : due.subList(0, MOST_ROWS);
        first.stream().map(rows::of).forEach(card.getChildren()::add);
        ((HBox) card.getChildren().getFirst())
                .getChildren()
                .getLast()
                .getStyleClass()
                .add("accent");
        var rest = due.subList(first.size(), due.size());
        if (!rest.isEmpty()) {
            card.getChildren().add(more(rest, rows, card));
        }
        return card;
    }

    /// Lists the rest in its own place.
    private Node more(List<Due> rest, DueRow rows, VBox card) {
        var show = new Button(words("home.due.more", rest.size()), Icons.button(MaterialDesignC.CHEVRON_DOWN));
        var line = new HBox(show);
        line.setPadding(new Insets(12, 16, 12, 72));
        show.setOnAction(_ -> {
            card.getChildren().remove(line);
            var shown = rest.stream().map(rows::of).toList();
            card.getChildren().addAll(shown);
            shown.getFirst().focus();
        });
        return line;
    }

    private Node zones(Overview overview) {
        var legend = new FlowPane(16, 4);
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(0);
        for (var state : DeviceState.values()) {
            var label = new Label(
                    StateLook.word(state, context.words()), Icons.toned(StateLook.ikon(state), StateLook.tone(state)));
            label.getStyleClass().addAll("text-caption", "text-muted");
            label.setMinWidth(Label.USE_PREF_SIZE);
            legend.getChildren().add(label);
        }
        HBox.setHgrow(legend, Priority.ALWAYS);
        var head = new HBox(16, Labels.section(words("home.zones.title")), legend);
        head.setAlignment(Pos.CENTER_LEFT);
        var grid = new GridPane(16, 16);
        var quarter = new ColumnConstraints();
        quarter.setPercentWidth(QUARTER);
        grid.getColumnConstraints().setAll(quarter, quarter, quarter, quarter);
        int at = 0;
        for (var zone : overview.zones()) {
            grid.add(new ZoneCard(zone, context), at % 4, at / 4);
            at++;
        }
        return new VBox(12, head, grid);
    }

    private Node workedOut(Overview overview) {
        var note = new HBox(
                8,
                Icons.pill(MaterialDesignE.EYE_CHECK_OUTLINE),
                Labels.second(words("home.workedout.note", context.dates().moment(overview.at()))));
        note.setAlignment(Pos.CENTER_LEFT);
        return note;
    }

    private String words(String key, Object... gaps) {
        return context.words().text(key, gaps);
    }
}
