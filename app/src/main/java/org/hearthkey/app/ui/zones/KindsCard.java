package org.hearthkey.app.ui.zones;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.KeyKinds;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.name.ZoneName;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/// The kinds of key: how strong each is and until when, which zones take it, and which devices have it.
final class KindsCard extends VBox {
    private final KindsViewModel model;
    private final HomeContext context;
    private final Words words;
    private final VBox rows = new VBox();
    private final VBox trouble = new VBox();

    KindsCard(KindsViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        getStyleClass().add("hk-card");
        rows.getStyleClass().add("hk-rows");
        var top = new VBox(
                2, Labels.section(words.text("kinds.card.title")), Labels.second(words.text("kinds.card.lead")));
        top.getStyleClass().add("hk-card-header");
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().setAll(top, trouble, rows);
        model.kindsProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private void show(KindsViewModel.Kinds kinds) {
        rows.getChildren().setAll(kinds.uses().stream().map(this::row).toList());
    }

    private void fail(Optional<Exception> failure) {
        trouble.setVisible(failure.isPresent());
        trouble.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }

    private Node row(ProfileUse use) {
        var profile = use.profile();
        var name = KeyKinds.name(profile.kind());
        var text = new VBox(2, Labels.rowTitle(name), Labels.second(facts(profile)), Labels.second(held(use)));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var change = new Button(words.text("kinds.change.button"));
        change.setMinWidth(USE_PREF_SIZE);
        change.setAccessibleText(words.text("kinds.change.title", name));
        change.disableProperty().bind(context.standing().blocked());
        change.setOnAction(_ -> change(profile));
        var row = new HBox(16, Disc.of(MaterialDesignK.KEY_OUTLINE, tone(use)), text, change);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-action-row");
        return row;
    }

    private Tone tone(ProfileUse use) {
        boolean near = use.profile()
                .warnFrom()
                .filter(from -> !context.clock().instant().isBefore(from))
                .isPresent();
        return near && !use.devices().isEmpty() ? Tone.WARNING : Tone.ACCENT;
    }

    private String facts(NamedProfile profile) {
        var where = profile.zones().isEmpty()
                ? words.text("kinds.every.zone")
                : profile.zones().stream().map(ZoneName::display).collect(Collectors.joining(", "));
        int bits = profile.kind().strengthBits();
        return profile.notAfter()
                .map(end ->
                        words.text("kinds.until.facts", bits, context.dates().day(end), where))
                .orElseGet(() -> words.text("kinds.endless.facts", bits, where));
    }

    private String held(ProfileUse use) {
        return words.text("kinds.devices.facts", use.devices().size(), KeyKinds.holders(use.devices(), words));
    }

    private void change(NamedProfile profile) {
        var name = KeyKinds.name(profile.kind());
        var change = model.change(profile);
        var act = model.act(change, () -> context.navigation().done(words.text("kinds.changed.done", name)));
        var everywhere = new CheckBox(words.text("kinds.everywhere.box"));
        everywhere.selectedProperty().bindBidirectional(change.everywhereProperty());
        var zones = change.zones().entrySet().stream().map(zone -> {
            var box = new CheckBox(zone.getKey().display());
            box.selectedProperty().bindBidirectional(zone.getValue());
            box.disableProperty().bind(change.everywhereProperty());
            return box;
        });
        var boxes = new VBox(8);
        boxes.getChildren().setAll(Stream.concat(Stream.of(everywhere), zones).toList());
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("kinds.change.title", name),
                        words.text("kinds.change.why"),
                        words.text("kinds.set.button"),
                        boxes,
                        change.lack().map(lack -> lack.map(this::sentence).orElse("")));
    }

    private String sentence(KindChange.Lack lack) {
        return words.text(
                switch (lack) {
                    case SAME -> "kinds.same.lack";
                    case NOWHERE -> "kinds.nowhere.lack";
                });
    }
}
