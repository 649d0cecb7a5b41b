package org.hearthkey.app.ui.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import org.hearthkey.app.print.Paper;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.KeyWords;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.SecretLetters;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.root.RootDialog;
import org.hearthkey.app.ui.root.TypedWord;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.PackingList;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.sale.BuyerReceipt;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What is asked and shown while a house changes hands.
final class HouseDialogs {
    private static final int MOST_NAMES = 6;

    private final HouseViewModel model;
    private final HomeContext context;
    private final FileChoice files;
    private final Words words;

    HouseDialogs(HouseViewModel model, HomeContext context, FileChoice files) {
        this.model = model;
        this.context = context;
        this.files = files;
        words = context.words();
    }

    /// The paper of this part of the world.
    Paper paper() {
        return List.of("US", "CA", "MX").contains(words.locale().getCountry()) ? Paper.LETTER : Paper.A4;
    }

    void pack(PackingList list) {
        files.folder(words.text("house.folder.chooser")).ifPresent(folder -> {
            var goes = new VBox(
                    12,
                    Labels.body(words.text(
                            "house.goes.text",
                            list.zones().size(),
                            list.devices().size(),
                            list.codes(),
                            list.pictures())),
                    Labels.body(words.text("house.stays.text")));
            if (!list.withoutCode().isEmpty()) {
                goes.getChildren()
                        .add(note(MaterialDesignA.ALERT_OUTLINE, "house.boxes.text", names(list.withoutCode())));
            }
            if (!list.naming().isEmpty()) {
                goes.getChildren().add(note(MaterialDesignA.ALERT_OUTLINE, "house.naming.text", names(list.naming())));
            }
            new RootDialog(model.packing(folder), context.dialogs(), words)
                    .open(
                            words.text("house.pack.title"),
                            words.text("house.pack.why"),
                            words.text("house.pack.act"),
                            goes,
                            new SimpleStringProperty(""));
        });
    }

    private Node note(Ikon ikon, String key, String facts) {
        return new Note(ikon, words.text(key, facts), Tone.WARNING);
    }

    private String names(List<DeviceName> names) {
        var first = names.stream().limit(MOST_NAMES).map(DeviceName::text).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? words.text("house.names.more", first, more) : first;
    }

    /// Shows the words of the package, once.
    void words(HouseViewModel.Shown shown) {
        var save = new Button(words.text("house.words.save"), Icons.button(MaterialDesignP.PRINTER_OUTLINE));
        save.setOnAction(_ -> files.folder(words.text("house.folder.chooser"))
                .ifPresent(
                        folder -> model.saveWords(folder, words.text("house.words.file"), paper(), this::savedWords)));
        var done = new Button(words.text("house.words.done"));
        done.setDefaultButton(true);
        done.setOnAction(_ -> context.dialogs().hide());
        var letters = shown.words()
                .use(all -> new SecretLetters(
                        all.clone(), () -> shown.words().use(String::valueOf), words.text("house.words.accessible")));
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                                Tone.ACCENT,
                                words.text("house.words.title"),
                                words.text("house.words.why", shown.file()))
                        .with(letters)
                        .with(new VBox(
                                2,
                                Labels.second(words.text("house.hash.caption")),
                                Labels.code(
                                        inTwoLines(shown.sale().packageHash().hex()))))
                        .with(new Note(MaterialDesignA.ALERT_OUTLINE, words.text("house.words.apart"), Tone.WARNING))
                        .button(save)
                        .button(done)
                        .whenGone(model::hideWords));
    }

    private static String inTwoLines(String hex) {
        int half = hex.length() / 2;
        return hex.substring(0, half) + "\n" + hex.substring(half);
    }

    private void savedWords(Path file) {
        context.navigation().done(words.text("house.words.saved", file));
    }

    void receipt() {
        files.open(
                        words.text("house.receipt.chooser"),
                        words.text("house.receipt.kind"),
                        List.of("*.txt", "*.pem", "*.pdf", "*.png", "*.jpg", "*.jpeg", "*"))
                .ifPresent(file -> model.look(file, this::looked));
    }

    /// What was copied: the text of a receipt, or its file.
    void pastedReceipt() {
        var board = Clipboard.getSystemClipboard();
        if (board.hasFiles()) {
            model.look(board.getFiles().getFirst().toPath(), this::looked);
        } else {
            model.look(Objects.requireNonNullElse(board.getString(), ""), this::looked);
        }
    }

    private void looked(HouseViewModel.Look look) {
        switch (look) {
            case HouseViewModel.Look.Good(var receipt) -> end(Optional.of(receipt));
            case HouseViewModel.Look.NoReceipt _ -> refused("house.noreceipt.text");
            case HouseViewModel.Look.Doubted(var doubt) ->
                refused("house." + doubt.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".doubt");
        }
    }

    private void refused(String key) {
        var close = new Button(words.text("house.close-dialog.button"));
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(_ -> context.dialogs().hide());
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignF.FILE_ALERT_OUTLINE,
                                Tone.WARNING,
                                words.text("house.refused.title"),
                                words.text(key))
                        .safeButton(close));
    }

    void withoutReceipt() {
        end(Optional.empty());
    }

    private void end(Optional<BuyerReceipt> receipt) {
        var name = context.home().facts().name().text();
        var more = new VBox(12);
        receipt.ifPresentOrElse(
                given -> more.getChildren()
                        .setAll(
                                Labels.body(words.text("house.buyer.text")),
                                new KeyWords(
                                        given.root().words().words(),
                                        given.root().hex(),
                                        KeyWords.Layout.ONE_LINE,
                                        words)),
                () -> more.getChildren()
                        .setAll(new Note(
                                MaterialDesignH.HOME_ALERT_OUTLINE, words.text("house.nobody.text"), Tone.DANGER)));
        more.getChildren().add(Labels.body(words.text("house.ends.text")));
        var word = new TypedWord(name);
        new RootDialog(model.ending(receipt, word), context.dialogs(), words)
                .openTyped(
                        words.text("house.end.title"),
                        words.text("house.end.why"),
                        words.text("house.end.act"),
                        more,
                        word);
    }

    void close() {
        new RootDialog(
                        model.closing(() -> context.navigation().done(words.text("house.over.done"))),
                        context.dialogs(),
                        words)
                .open(words.text("house.close.title"), words.text("house.close.why"), words.text("house.close.button"));
    }

    void dismiss(WaitingDevice device) {
        var keep = new Button(words.text("house.keep.button"));
        keep.setCancelButton(true);
        keep.setOnAction(_ -> context.dialogs().hide());
        var go = new Button(words.text("house.dismiss.button"), Icons.button(MaterialDesignT.TRASH_CAN_OUTLINE));
        go.setOnAction(_ -> {
            context.dialogs().hide();
            model.dismiss(device);
        });
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SHIELD_KEY_OUTLINE,
                                Tone.WARNING,
                                words.text(
                                        "house.dismiss.title",
                                        device.listing().name().text()),
                                words.text("house.dismiss.why"))
                        .safeButton(keep)
                        .button(go));
    }
}
