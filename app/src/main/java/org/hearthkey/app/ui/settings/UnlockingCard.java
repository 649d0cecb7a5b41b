package org.hearthkey.app.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.home.UnlockSlot;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.seal.Factors;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The ways to unlock the home, one a row. The last one cannot go.
final class UnlockingCard extends VBox {
    private static final int KIB_IN_MIB = 1024;

    private final UnlockingViewModel model;
    private final HomeContext context;
    private final Words words;
    private final VBox rows = new VBox();
    private final VBox notes = new VBox(8);

    UnlockingCard(UnlockingViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        getStyleClass().add("hk-card");
        rows.getStyleClass().add("hk-rows");
        var head = new VBox(
                2,
                Labels.section(words.text("unlocking.card.title")),
                Labels.second(words.text("unlocking.card.lead")));
        var dialogs = new NewUnlockingDialogs(model, context);
        var top = new VBox(
                12,
                head,
                new FlowPane(
                        8,
                        8,
                        button("unlocking.change.button", dialogs::change),
                        button("unlocking.add.button", dialogs::add),
                        button("unlocking.token.button", dialogs::addToken)));
        top.getStyleClass().add("hk-card-header");
        notes.managedProperty().bind(notes.visibleProperty());
        notes.setVisible(false);
        getChildren().setAll(top, notes, rows);
        model.slotsProperty().subscribe(this::show);
        model.failureProperty().subscribe(this::fail);
    }

    private void show(List<UnlockSlot> slots) {
        rows.getChildren()
                .setAll(slots.stream().map(slot -> row(slot, slots.size() == 1)).toList());
    }

    private void fail(Optional<Exception> failure) {
        notes.setVisible(failure.isPresent());
        notes.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }

    private Node row(UnlockSlot slot, boolean last) {
        var name = slot.name().map(SlotName::text).orElseGet(() -> words.text("unlocking.slot.unnamed"));
        var text = new VBox(2, Labels.rowTitle(name), Labels.second(facts(slot)));
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        var rename = button("unlocking.rename.button", () -> rename(slot, name));
        var remove = button("unlocking.remove.button", () -> remove(slot, name));
        remove.disableProperty().bind(context.standing().ended().map(ended -> ended || last));
        if (last) {
            text.getChildren().add(Labels.caption(words.text("unlocking.last.reason")));
        }
        var ikon = slot.token().isPresent() ? MaterialDesignU.USB_FLASH_DRIVE_OUTLINE : MaterialDesignK.KEY_OUTLINE;
        var row = new HBox(16, Disc.of(ikon, Tone.ACCENT), text, rename, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("hk-action-row");
        return row;
    }

    private Button button(String key, Runnable act) {
        var button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(context.standing().ended());
        return button;
    }

    private String facts(UnlockSlot slot) {
        var kind = words.text(slot.factors().map(UnlockingCard::key).orElse("unlocking.later.kind"));
        var added = slot.added()
                .map(at -> words.text("unlocking.slot.added", context.dates().day(at)));
        var strength = slot.cost().map(cost -> words.text("unlocking.slot.strength", cost.memoryKib() / KIB_IN_MIB));
        return Stream.of(Optional.of(kind), added, strength)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String key(Factors factors) {
        return switch (factors) {
            case PASSPHRASE -> "unlocking.passphrase.kind";
            case TOKEN -> "unlocking.token.kind";
            case PASSPHRASE_AND_TOKEN -> "unlocking.both.kind";
            case RECOVERY_SECRET -> "unlocking.recovery.kind";
        };
    }

    private void remove(UnlockSlot slot, String name) {
        new RootDialog(model.removal(slot), context.dialogs(), words)
                .open(
                        words.text("unlocking.remove.title", name),
                        words.text("unlocking.remove.why"),
                        words.text("unlocking.remove.act"));
    }

    private void rename(UnlockSlot slot, String name) {
        var typed = new TextField(name);
        var act = model.renaming(slot, typed.textProperty().map(SlotName::parse));
        new RootDialog(act, context.dialogs(), words)
                .open(
                        words.text("unlocking.rename.title", name),
                        words.text("unlocking.rename.why"),
                        words.text("unlocking.rename.act"),
                        new Field(words.text("unlocking.name.field"), typed),
                        typed.textProperty()
                                .map(text ->
                                        SlotName.parse(text).isPresent() ? "" : words.text("unlocking.name.lack")));
        FirstFocus.on(typed);
    }
}
