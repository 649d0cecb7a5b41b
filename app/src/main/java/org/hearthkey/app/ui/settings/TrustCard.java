package org.hearthkey.app.ui.settings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.attest.TrustAnchor;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The makers whom the owner trusts to vouch for devices, one certificate a row.
final class TrustCard extends VBox {
    private static final List<String> ENDINGS = List.of("*.pem", "*.der", "*.cer", "*.crt", "*.p7b", "*.p7c");

    /// What a certificate says that has no well-defined end (RFC 5280, section 4.1.2.5).
    private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    private final TrustViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final VBox rows = new VBox();
    private final VBox notes = new VBox(8);

    TrustCard(TrustViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
        getStyleClass().add("hk-card");
        rows.getStyleClass().add("hk-rows");
        var choose =
                new Button(words.text("trust.import.button"), Icons.button(MaterialDesignF.FILE_CERTIFICATE_OUTLINE));
        choose.setOnAction(_ -> choose());
        choose.disableProperty().bind(context.standing().ended());
        var top = new VBox(
                12,
                new VBox(
                        2,
                        Labels.section(words.text("trust.card.title")),
                        Labels.second(words.text("trust.card.lead"))),
                new FlowPane(choose));
        top.getStyleClass().add("hk-card-header");
        notes.managedProperty().bind(notes.visibleProperty());
        notes.setVisible(false);
        getChildren().setAll(top, notes, rows);
        model.anchorsProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private void show(List<TrustAnchor> anchors) {
        rows.getChildren().setAll(anchors.stream().map(this::row).toList());
        if (anchors.isEmpty()) {
            var none = new HBox(Labels.second(words.text("trust.nobody.reason")));
            none.getStyleClass().add("hk-action-row");
            rows.getChildren().add(none);
        }
    }

    private void fail(Optional<Exception> failure) {
        notes.setVisible(failure.isPresent());
        notes.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }

    private Node row(TrustAnchor anchor) {
        var certificate = anchor.certificate();
        var name = TrustWords.name(certificate);
        var title = Labels.rowTitle(name);
        title.setWrapText(true);
        Tooltip.install(title, new Tooltip(certificate.subject()));
        var fingerprint = certificate.fingerprint();
        var key = new KeyWords(fingerprint.words().words(), fingerprint.hex(), KeyWords.Layout.ONE_LINE, words);
        key.getStyleClass().add("hk-inline");
        var text = new VBox(2, title, Labels.second(facts(anchor)), key);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var remove = new Button(words.text("trust.remove.button"));
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setAccessibleText(words.text("trust.remove.title", name));
        remove.setOnAction(_ -> remove(anchor, name));
        remove.disableProperty().bind(context.standing().ended());
        var row = new HBox(16, Disc.of(MaterialDesignC.CERTIFICATE_OUTLINE, Tone.ACCENT), text, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-action-row");
        return row;
    }

    private String facts(TrustAnchor anchor) {
        var use = new TrustWords(words).use(anchor.use());
        var since = context.dates().day(anchor.added());
        var end = anchor.certificate().notAfter();
        return end.isBefore(NO_END)
                ? words.text("trust.anchor.facts", use, since, context.dates().day(end))
                : words.text("trust.endless.facts", use, since);
    }

    private void choose() {
        var chosen = files.openSeveral(words.text("trust.import.chooser"), words.text("trust.import.kind"), ENDINGS);
        if (!chosen.isEmpty()) {
            new TrustDialog(model, context).open(model.offer(chosen));
        }
    }

    private void remove(TrustAnchor anchor, String name) {
        var act = model.removing(anchor, () -> context.navigation().done(words.text("trust.removed.done", name)));
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("trust.remove.title", name),
                        words.text("trust.remove.why"),
                        words.text("trust.remove.act"));
    }
}
