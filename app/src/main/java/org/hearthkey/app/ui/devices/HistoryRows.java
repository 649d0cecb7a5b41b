package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Credential.Certified;
import org.hearthkey.core.device.Sighting;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What happened to a device, the newest first: its certificates or its pairing, and when it was first seen.
final class HistoryRows extends VBox {
    private record Entry(Instant at, Ikon ikon, Tone tone, String key) {}

    private final Dates dates;
    private final Words words;

    HistoryRows(DeviceDetail detail, Dates dates, Words words) {
        super(6);
        this.dates = dates;
        this.words = words;
        var entries = new ArrayList<Entry>();
        if (detail.device().credential() instanceof Credential.Paired paired) {
            paired.revoked()
                    .map(taken ->
                            new Entry(taken.at(), MaterialDesignC.CANCEL, Tone.DANGER, "devices.taken-back.history"))
                    .ifPresent(entries::add);
            entries.add(new Entry(paired.since(), MaterialDesignQ.QRCODE, Tone.ACCENT, "devices.paired.history"));
        }
        var history = detail.history();
        for (int i = 0; i < history.size(); i++) {
            history.get(i)
                    .revoked()
                    .map(revoked ->
                            new Entry(revoked.at(), MaterialDesignC.CANCEL, Tone.DANGER, "devices.revoked.history"))
                    .ifPresent(entries::add);
            entries.add(issued(history, i));
        }
        detail.device()
                .seen()
                .map(seen -> new Entry(seen.at(), MaterialDesignE.EYE_CHECK_OUTLINE, Tone.SUCCESS, key(seen)))
                .ifPresent(entries::add);
        entries.sort(Comparator.comparing(Entry::at).reversed());
        entries.forEach(entry -> getChildren().add(row(entry)));
    }

    private static Entry issued(List<Certified> history, int index) {
        var certified = history.get(index);
        if (index == history.size() - 1) {
            return new Entry(
                    certified.notBefore(), MaterialDesignS.SHIELD_CHECK, Tone.ACCENT, "devices.approved.history");
        }
        boolean newKey = !certified.key().equals(history.get(index + 1).key());
        var key = newKey ? "devices.renewed-new-key.history" : "devices.renewed.history";
        return new Entry(certified.notBefore(), MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, key);
    }

    private static String key(Sighting seen) {
        return switch (seen.source()) {
            case HUB_LOG -> "devices.hub-log.seen";
            case PROBE -> "devices.probe.seen";
            case RENEWAL -> "devices.renewal.seen";
            case OWNER -> "devices.owner.seen";
            case BEFORE -> "devices.before.seen";
        };
    }

    private Node row(Entry entry) {
        var label = Labels.of(words.text(entry.key()), "text-small");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var day = Labels.of(dates.day(entry.at()), "text-small", "text-muted");
        day.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(12, Icons.toned(entry.ikon(), entry.tone()), label, day);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        return row;
    }
}
