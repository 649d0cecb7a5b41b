package org.hearthkey.app.ui.revocation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.StatePill;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.revocation.HubsViewModel.Work;
import org.hearthkey.app.ui.root.RootAct;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.transport.HubAddress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The hubs, one a row: how far the newest bundle has come there, since when, and what proves it.
final class HubsCard extends VBox {
    private final HubsViewModel model;
    private final HomeContext context;
    private final Words words;
    private final HubDialogs dialogs;
    private final VBox rows = new VBox();

    HubsCard(HubsViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        dialogs = new HubDialogs(model, context);
        getStyleClass().add("hk-card");
        rows.getStyleClass().add("hk-rows");
        var top = new VBox(12, head(), new HubNews(model, words));
        top.getStyleClass().add("hk-card-header");
        getChildren().setAll(top, rows);
        model.hubsProperty().subscribe(this::show);
        model.workProperty().subscribe(this::show);
    }

    private Node head() {
        var text =
                new VBox(2, Labels.section(words.text("hubs.card.title")), Labels.second(words.text("hubs.card.lead")));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var add = button("hubs.add.button", dialogs::add);
        add.setGraphic(Icons.button(MaterialDesignP.PLUS));
        add.disableProperty().bind(context.standing().blocked());
        var head = new HBox(16, text, add);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(List<HubRow> hubs) {
        rows.getChildren()
                .setAll(
                        hubs.isEmpty()
                                ? List.of(empty())
                                : hubs.stream().map(this::row).toList());
    }

    private Node empty() {
        var row = new HBox(Labels.second(words.text("hubs.none.reason")));
        row.getStyleClass().add("hk-action-row");
        return row;
    }

    private Node row(HubRow row) {
        var hub = row.hub();
        var text = new VBox(
                2,
                Labels.rowTitle(hub.name().text()),
                Labels.second(hub.address().uri()),
                caption(evidence(row)));
        if (row.receipt().filter(kept -> kept.receipt().wentByFirst()).isPresent()) {
            text.getChildren().add(caption(words.text("hubs.second.evidence")));
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(
                16,
                Disc.of(MaterialDesignS.SERVER_NETWORK, Tone.ACCENT),
                text,
                pill(row.state().state()));
        boolean broker = hub.address() instanceof HubAddress.Mqtts;
        var deliver = button(broker ? "hubs.order.button" : "hubs.deliver.button", () -> model.deliver(hub));
        deliver.disableProperty().bind(context.standing().blocked());
        line.getChildren().add(deliver);
        var probe = button("hubs.probe.button", () -> model.probe(hub));
        probe.disableProperty().bind(context.standing().ended());
        line.getChildren().addAll(probe, more(row, broker));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("hk-action-row");
        return line;
    }

    private MenuButton more(HubRow row, boolean broker) {
        var hub = row.hub();
        var more = new MenuButton(words.text("hubs.more.button"));
        more.setMinWidth(USE_PREF_SIZE);
        more.disableProperty().bind(context.standing().ended());
        more.setAccessibleText(words.text("hubs.more.accessible", hub.name().text()));
        if (!broker) {
            more.getItems().add(item("hubs.hear.button", () -> model.hear(hub)));
        }
        more.getItems()
                .add(item(
                        "hubs.access.button",
                        () -> new HubAccessDialog(new HubAccessViewModel(hub, context), context).open()));
        more.getItems().add(item("hubs.rename.button", () -> dialogs.rename(hub)));
        if (row.isCertified()) {
            more.getItems().add(item("hubs.revoke.button", () -> dialogs.revoke(hub)));
        }
        more.getItems().add(item("hubs.remove.button", () -> dialogs.remove(hub)));
        return more;
    }

    private MenuItem item(String key, Runnable act) {
        var item = new MenuItem(words.text(key));
        item.setOnAction(_ -> act.run());
        return item;
    }

    private static Label caption(String text) {
        var label = Labels.caption(text);
        label.setWrapText(true);
        return label;
    }

    private String evidence(HubRow row) {
        var state = row.state();
        var since = state.since().map(context.dates()::dayAndTime).orElse("");
        if (state.letsRevokedIn()) {
            return words.text("hubs.open.evidence", since);
        }
        return switch (state.state()) {
            case ENFORCED -> words.text("hubs.enforced.evidence", since);
            case UNPROVEN -> words.text("hubs.unproven.evidence", since);
            case SIGNED, DELIVERED, ACKNOWLEDGED ->
                row.receipt()
                        .map(kept -> said(kept.receipt()))
                        .orElseGet(() -> since.isEmpty()
                                ? words.text("hubs.signed.evidence")
                                : words.text("hubs.delivered.evidence", since));
        };
    }

    private String said(Receipt receipt) {
        var at = context.dates().dayAndTime(receipt.time());
        return receipt.state() == Receipt.State.TAKEN
                ? words.text("hubs.taken.evidence", receipt.bundleNumber(), at)
                : words.text("hubs.refused.evidence", receipt.bundleNumber(), at, receipt.why());
    }

    private StatePill pill(DeliveryState state) {
        return switch (state) {
            case SIGNED -> new StatePill(MaterialDesignP.PENCIL_OUTLINE, words.text("hubs.signed.state"), Tone.WARNING);
            case DELIVERED ->
                new StatePill(MaterialDesignT.TRUCK_DELIVERY_OUTLINE, words.text("hubs.delivered.state"), Tone.ACCENT);
            case ACKNOWLEDGED ->
                new StatePill(MaterialDesignC.CHECK, words.text("hubs.acknowledged.state"), Tone.SUCCESS);
            case ENFORCED ->
                new StatePill(MaterialDesignS.SHIELD_CHECK, words.text("hubs.enforced.state"), Tone.SUCCESS);
            case UNPROVEN ->
                new StatePill(MaterialDesignA.ALERT_OUTLINE, words.text("hubs.unproven.state"), Tone.WARNING);
        };
    }

    private void show(Work work) {
        switch (work) {
            case Work.Asking(var hub, var forecast) ->
                new ForecastDialog(context.dialogs(), words, context.dates())
                        .ask(hub.name().text(), forecast, new Answers(hub, forecast));
            case Work.Unknown(var hub, var shown) -> dialogs.compare(hub, shown);
            case Work.Resting _,
                    Work.Looking _,
                    Work.Delivering _,
                    Work.Waiting _,
                    Work.Delivered _,
                    Work.Ordered _,
                    Work.Heard _,
                    Work.Probed _,
                    Work.Failed _ -> {}
        }
    }

    private final class Answers implements ForecastDialog.Answers {
        private final Hub hub;
        private final Forecast forecast;

        Answers(Hub hub, Forecast forecast) {
            this.hub = hub;
            this.forecast = forecast;
        }

        @Override
        public void yes() {
            model.send(hub);
        }

        @Override
        public RootAct meant(TypedWord word) {
            return model.sendAsRoot(hub, forecast, word);
        }

        @Override
        public void no() {
            model.decline();
        }
    }

    private Button button(String key, Runnable act) {
        var button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
