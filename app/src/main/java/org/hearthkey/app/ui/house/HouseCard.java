package org.hearthkey.app.ui.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.screen.Destination;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.app.ui.screen.Place;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.sale.Received;
import org.hearthkey.core.sale.Sale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// Selling the house, step by step; and above it, for whoever took it over, a card of what came with the house: what
/// waits to be set up, and what to give the seller.
public final class HouseCard extends VBox {
    /// Further devices that wait are counted.
    private static final int MOST_WAITING = 12;

    private static final double ACTS_WIDTH = 680;

    private static final double BETWEEN = 20;

    private final HouseViewModel model;
    private final HouseDialogs dialogs;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;
    private final VBox came = new VBox();
    private final VBox selling = new VBox();
    private final VBox received;
    private final VBox notes = new VBox(8);

    public HouseCard(HouseViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
        dialogs = new HouseDialogs(model, context, files);
        setSpacing(BETWEEN);
        received = card("house.came", came);
        hide(received);
        hide(notes);
        getChildren().setAll(notes, received, card("house.card", selling));
        model.standingProperty().subscribe(now -> now.ifPresent(this::show));
        model.failureProperty().subscribe(this::fail);
        model.shownProperty().subscribe(now -> now.ifPresent(dialogs::words));
    }

    private VBox card(String key, VBox rows) {
        rows.getStyleClass().add("hk-rows");
        var top = new VBox(2, Labels.section(words.text(key + ".title")), Labels.second(words.text(key + ".lead")));
        top.getStyleClass().add("hk-card-header");
        var card = new VBox(top, rows);
        card.getStyleClass().add("hk-card");
        return card;
    }

    private static void hide(Node part) {
        part.managedProperty().bind(part.visibleProperty());
        part.setVisible(false);
    }

    private void fail(Optional<Exception> failure) {
        notes.setVisible(failure.isPresent());
        notes.getChildren()
                .setAll(failure.map(cause -> new TroubleNote(new Troubles(words).of(cause))).stream()
                        .toList());
    }

    private void show(HouseViewModel.Standing now) {
        came.getChildren().clear();
        received.setVisible(now.received().isPresent());
        now.received().ifPresent(taken -> buyer(taken, now.waiting()));
        selling.getChildren().clear();
        seller(now);
    }

    private void seller(HouseViewModel.Standing now) {
        var sale = now.sale();
        var ending = sale.flatMap(Sale::ending);
        if (sale.flatMap(Sale::closed).isPresent()) {
            var at = context.dates().dayAndTime(sale.flatMap(Sale::closed).orElseThrow());
            step(
                    selling,
                    MaterialDesignH.HOME_EXPORT_OUTLINE,
                    Tone.SUCCESS,
                    words.text("house.over.title", at),
                    words.text("house.over.reason"),
                    button("house.proof.button", MaterialDesignP.PRINTER_OUTLINE, this::proof),
                    button("house.lists.button", MaterialDesignF.FILE_DOWNLOAD_OUTLINE, this::lists));
        } else if (ending.isPresent()) {
            step(
                    selling,
                    MaterialDesignC.CHECK_CIRCLE,
                    Tone.SUCCESS,
                    words.text(
                            "house.revoked.title",
                            context.dates().dayAndTime(ending.get().at())),
                    words.text("house.revoked.reason"),
                    button(
                            "house.bring.button",
                            MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
                            () -> context.navigation().go(Place.REVOCATION)));
            step(
                    selling,
                    MaterialDesignS.SHIELD_KEY_OUTLINE,
                    Tone.WARNING,
                    words.text("house.close.title"),
                    words.text("house.close.reason"),
                    signing("house.close.button", MaterialDesignS.SHIELD_KEY_OUTLINE, dialogs::close));
        } else if (sale.isPresent()) {
            step(
                    selling,
                    MaterialDesignC.CHECK_CIRCLE,
                    Tone.SUCCESS,
                    words.text(
                            "house.packed.title",
                            context.dates().dayAndTime(sale.get().made())),
                    words.text(
                            "house.packed.reason",
                            sale.get().devices(),
                            sale.get().codes()),
                    signing("house.cancel.button", MaterialDesignC.CLOSE, model::cancel));
            step(
                    selling,
                    MaterialDesignF.FILE_CERTIFICATE_OUTLINE,
                    Tone.ACCENT,
                    words.text("house.receipt.title"),
                    words.text("house.receipt.reason"),
                    signing("house.receipt.button", MaterialDesignF.FILE_CERTIFICATE_OUTLINE, dialogs::receipt),
                    signing("house.paste.button", MaterialDesignC.CLIPBOARD_OUTLINE, dialogs::pastedReceipt),
                    signing("house.without.button", MaterialDesignH.HOME_ALERT_OUTLINE, dialogs::withoutReceipt));
        } else {
            step(
                    selling,
                    MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                    Tone.NEUTRAL,
                    words.text("house.begin.title"),
                    words.text("house.begin.reason"),
                    signing(
                            "house.begin.button",
                            MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                            () -> dialogs.pack(now.list())));
        }
    }

    private void buyer(Received received, List<WaitingDevice> waiting) {
        step(
                came,
                MaterialDesignH.HOME_IMPORT_OUTLINE,
                Tone.SUCCESS,
                words.text(
                        "house.taken.title",
                        context.dates().dayAndTime(received.receipt().received())),
                words.text("house.taken.reason"),
                button("house.give.button", MaterialDesignF.FILE_CERTIFICATE_OUTLINE, this::give),
                button("house.proof.button", MaterialDesignP.PRINTER_OUTLINE, this::proof));
        waiting.stream().limit(MOST_WAITING).forEach(this::waiting);
        int more = waiting.size() - MOST_WAITING;
        if (more > 0) {
            step(
                    came,
                    MaterialDesignD.DEVICES,
                    Tone.NEUTRAL,
                    words.text("house.more.title", more),
                    words.text("house.more.reason"));
        }
    }

    private void waiting(WaitingDevice device) {
        var name = device.listing().name().text();
        var kept = words.text(device.kind().isPresent() ? "house.code.reason" : "house.codeless.reason");
        step(
                came,
                MaterialDesignD.DEVICES,
                Tone.WARNING,
                words.text("house.waits.title", name),
                words.text("house.waits.reason", device.listing().zone().display(), kept),
                signing(
                        "house.setup.button",
                        MaterialDesignC.CHECK,
                        () -> context.navigation().go(Destination.to(Place.APPROVE, name))),
                signing("house.dismiss.button", MaterialDesignC.CLOSE, () -> dialogs.dismiss(device)));
    }

    private static void step(VBox rows, Ikon ikon, Tone tone, String title, String reason, Button... buttons) {
        var heading = Labels.rowTitle(title);
        heading.setWrapText(true);
        var acts = new FlowPane(8, 8, buttons);
        acts.setPrefWrapLength(ACTS_WIDTH);
        var text = new VBox(4, heading, Labels.second(reason));
        if (buttons.length > 0) {
            text.getChildren().add(acts);
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Node disc = Disc.of(ikon, tone);
        var row = new HBox(16, disc, text);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("hk-action-row");
        rows.getChildren().add(row);
    }

    private Button button(String key, Ikon ikon, Runnable act) {
        var button = new Button(words.text(key), Icons.button(ikon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// Off while nothing may be signed: the reason stands above every screen.
    private Button signing(String key, Ikon ikon, Runnable act) {
        var button = button(key, ikon, act);
        button.disableProperty().bind(context.standing().blocked());
        return button;
    }

    private void proof() {
        into(folder -> model.saveProof(folder, words.text("house.proof.file"), dialogs.paper(), this::saved));
    }

    private void give() {
        into(folder -> model.saveReceipt(folder, words.text("house.give.file"), this::saved));
    }

    private void lists() {
        into(folder -> model.saveLists(folder, this::saved));
    }

    private void into(Consumer<Path> work) {
        files.folder(words.text("house.folder.chooser")).ifPresent(work);
    }

    private void saved(Path file) {
        context.navigation().done(words.text("house.saved.done", file));
    }
}
