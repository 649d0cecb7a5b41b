package org.hearthkey.app.ui.revocation;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.StatePill;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.HubsViewModel.Work;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.Receipt;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.deliver.Receipts;
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
    private final VBox news = new VBox(8);
    private final ProgressBar bar = new ProgressBar(0);
    private final Region progress;

    HubsCard(HubsViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        dialogs = new HubDialogs(model, context);
        getStyleClass().add("hk-card");
        rows.getStyleClass().add("hk-rows");
        progress = progress();
        hide(progress);
        news.managedProperty().bind(news.visibleProperty());
        news.setVisible(false);
        var top = new VBox(12, head(), progress, news);
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

    private Region progress() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("hubs.delivering.accessible"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line = new HBox(
                12,
                Labels.second(words.text("hubs.delivering.progress")),
                bar,
                button("hubs.stop.button", model::stop));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void hide(Region part) {
        part.managedProperty().bind(part.visibleProperty());
        part.setVisible(false);
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
                evidenceLabel(row));
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
        if (!broker) {
            line.getChildren().add(button("hubs.hear.button", () -> model.hear(hub)));
        }
        line.getChildren().add(button("hubs.remove.button", () -> dialogs.remove(hub)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("hk-action-row");
        return line;
    }

    private Label evidenceLabel(HubRow row) {
        var label = Labels.caption(evidence(row));
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
        progress.setVisible(work instanceof Work.Delivering);
        switch (work) {
            case Work.Resting() -> tell();
            case Work.Delivering(var _, var share) -> {
                tell();
                bar.setProgress(share);
            }
            case Work.Delivered(var hub, var delivered) -> {
                var key = delivered.state() == DeliveryState.ACKNOWLEDGED
                        ? "hubs.acknowledged.notice"
                        : "hubs.delivered.notice";
                tell(new Note(
                        MaterialDesignC.CHECK_CIRCLE, words.text(key, hub.name().text()), Tone.SUCCESS));
                delivered.receipt().ifPresent(this::warn);
            }
            case Work.Ordered(var hub) ->
                tell(new Note(
                        MaterialDesignC.CHECK_CIRCLE,
                        words.text("hubs.ordered.notice", hub.name().text()),
                        Tone.SUCCESS));
            case Work.Heard(var hub, var receipt) -> {
                tell(new Note(MaterialDesignC.CHECK_CIRCLE, heard(hub, receipt), tone(receipt)));
                receipt.ifPresent(this::warn);
            }
            case Work.Unknown(var hub, var shown) -> {
                tell();
                dialogs.compare(hub, shown);
            }
            case Work.Failed(var hub, var cause) ->
                tell(
                        new TroubleNote(new Troubles(words).of(cause)),
                        button("hubs.again.button", () -> model.deliver(hub)));
        }
    }

    private void tell(Node... parts) {
        news.getChildren().setAll(parts);
        news.setVisible(parts.length > 0);
    }

    private static Tone tone(Optional<Receipts.Read> receipt) {
        return receipt.filter(read -> read.verdict() instanceof ReceiptVerdict.Sound)
                        .isPresent()
                ? Tone.SUCCESS
                : Tone.WARNING;
    }

    private String heard(Hub hub, Optional<Receipts.Read> receipt) {
        var name = hub.name().text();
        return receipt.map(read -> switch (read.verdict()) {
                    case ReceiptVerdict.Sound _ -> words.text("hubs.heard.notice", name);
                    case ReceiptVerdict.Unsound _ -> words.text("hubs.unsound.notice", name);
                })
                .orElseGet(() -> words.text("hubs.silent.notice", name));
    }

    private void warn(Receipts.Read read) {
        if (read.otherProbeKey()) {
            news.getChildren()
                    .add(new Note(
                            MaterialDesignA.ALERT_OUTLINE,
                            words.text("hubs.other-key.warning", read.hub().text()),
                            Tone.DANGER));
        }
    }

    private Button button(String key, Runnable act) {
        var button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
