package org.hearthkey.app.ui.revocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.ProbeWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.HubsViewModel.Work;
import org.hearthkey.core.deliver.DeliveryState;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.deliver.ProbeResult;
import org.hearthkey.core.deliver.ReceiptVerdict;
import org.hearthkey.core.deliver.Receipts;
import org.hearthkey.core.probe.Outcome;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How far what is being done with a hub is, or what came of it.
final class HubNews extends VBox {
    private final HubsViewModel model;
    private final Words words;
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop = new Button();

    HubNews(HubsViewModel model, Words words) {
        super(8);
        this.model = model;
        this.words = words;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.text("hubs.delivering.accessible"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        stop.setText(words.text("hubs.stop.button"));
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> {
            stop.setDisable(true);
            model.stop();
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.workProperty().subscribe(this::show);
    }

    private void show(Work work) {
        switch (work) {
            case Work.Resting _, Work.Looking _, Work.Asking _, Work.Unknown _ -> tell();
            case Work.Delivering(var hub, var share) -> {
                bar.setProgress(share);
                tell(progress("hubs.delivering.progress", hub));
            }
            case Work.Waiting(var hub) -> {
                bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
                tell(progress("hubs.waiting.progress", hub));
            }
            case Work.Delivered(var hub, var delivered) -> {
                var key = delivered.state() == DeliveryState.ACKNOWLEDGED
                        ? "hubs.acknowledged.notice"
                        : "hubs.delivered.notice";
                tell(withWarning(good(key, hub), delivered.receipt()));
            }
            case Work.Ordered(var hub) -> tell(good("hubs.ordered.notice", hub));
            case Work.Heard(var hub, var receipt) ->
                tell(withWarning(new Note(MaterialDesignC.CHECK_CIRCLE, heard(hub, receipt), tone(receipt)), receipt));
            case Work.Probed(var hub, var results) -> tell(probed(hub, results));
            case Work.Failed(var _, var cause) ->
                tell(new TroubleNote(new Troubles(words).of(cause)), button("hubs.again.button", model::again));
        }
        if (!(work instanceof Work.Delivering || work instanceof Work.Waiting)) {
            stop.setDisable(false);
        }
    }

    private void tell(Node... parts) {
        getChildren().setAll(parts);
        setVisible(parts.length > 0);
    }

    private Node progress(String key, Hub hub) {
        var line = new HBox(12, Labels.second(words.text(key, hub.name().text())), bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Note good(String key, Hub hub) {
        return new Note(MaterialDesignC.CHECK_CIRCLE, words.text(key, hub.name().text()), Tone.SUCCESS);
    }

    private Node[] withWarning(Node note, Optional<Receipts.Read> receipt) {
        var parts = new ArrayList<Node>(List.of(note));
        receipt.filter(Receipts.Read::otherProbeKey)
                .map(read -> new Note(
                        MaterialDesignA.ALERT_OUTLINE,
                        words.text("hubs.other-key.warning", read.hub().text()),
                        Tone.DANGER))
                .ifPresent(parts::add);
        return parts.toArray(Node[]::new);
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

    private Node[] probed(Hub hub, List<ProbeResult> results) {
        if (results.isEmpty()) {
            return new Node[] {
                new Note(
                        MaterialDesignA.ALERT_OUTLINE,
                        words.text("hubs.untried.notice", hub.name().text()),
                        Tone.WARNING)
            };
        }
        return results.stream().map(this::probed).toArray(Node[]::new);
    }

    private Region probed(ProbeResult result) {
        var said = ProbeWords.in(words.locale()).explain(result);
        return result.outcome() == Outcome.ENFORCED
                ? new Note(MaterialDesignC.CHECK_CIRCLE, said.happened(), Tone.SUCCESS)
                : new TroubleNote(said);
    }

    private Button button(String key, Runnable act) {
        var button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
