package org.hearthkey.app.ui.revocation;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.DeviceWords;
import org.hearthkey.app.text.FindingWords;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DeviceIcons;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Note;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.RevokeViewModel.State;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.deliver.Forecast;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Asks which device is to be revoked, and why; says what follows; revokes it.
public final class RevokeDialog {
    private static final double ROW_HEIGHT = 40;
    private static final double ROWS = 5;

    private final RevokeViewModel model;
    private final HomeContext context;
    private final Words words;
    private final ToggleGroup reasons = new ToggleGroup();

    private RevokeDialog(RevokeViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
        model.stateProperty().subscribe(this::show);
    }

    /// Asks for the device first.
    public static void open(HomeContext context) {
        open(new RevokeViewModel(context), context);
    }

    static void open(RevokeViewModel model, HomeContext context) {
        new RevokeDialog(model, context);
        model.search("");
    }

    /// Asks why this device is to be revoked.
    public static void open(Device device, HomeContext context) {
        var model = new RevokeViewModel(context);
        model.choose(device);
        new RevokeDialog(model, context);
    }

    private void show(State state) {
        switch (state) {
            case State.Choosing _ -> context.dialogs().show(choosing());
            case State.Foreseen(var devices, var forecast) -> context.dialogs().show(foreseen(devices, forecast));
            case State.Deciding deciding -> context.dialogs().show(deciding(deciding));
            case State.Revoking(var device) -> context.dialogs().show(revoking(device));
            case State.Revoked(var device, var _) -> {
                context.dialogs().hide();
                context.navigation()
                        .done(words.text(
                                isPaired(device) ? "revocation.taken-back.notice" : "revocation.revoked.notice",
                                device.name().text(),
                                device.zone().display()));
            }
            case State.Failed(var cause) -> context.dialogs().show(failed(cause));
        }
    }

    private DialogCard card(String title, String reason) {
        return new DialogCard(MaterialDesignC.CANCEL, Tone.DANGER, title, reason);
    }

    private Button keep(String key) {
        var keep = new Button(words.text(key));
        keep.setCancelButton(true);
        keep.setOnAction(_ -> context.dialogs().hide());
        return keep;
    }

    private DialogCard choosing() {
        var search = new TextField();
        search.setPromptText(words.text("revocation.search.prompt"));
        search.textProperty().subscribe(model::search);
        var list = new ListView<Device>();
        list.getStyleClass().add("hk-pick-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROW_HEIGHT * ROWS + 2);
        list.setCellFactory(_ -> new DeviceCell());
        list.setPlaceholder(Labels.second(words.text("revocation.search.nothing")));
        model.matchesProperty().subscribe(found -> list.setItems(FXCollections.observableList(found)));
        list.setOnMouseClicked(_ -> choose(list.getSelectionModel().getSelectedItem()));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(list.getSelectionModel().getSelectedItem());
            }
        });
        return card(words.text("revocation.which.title"), words.text("revocation.which.reason"))
                .with(new Field(words.text("revocation.device.field"), search))
                .with(list)
                .with(Labels.second(words.text("revocation.tick.hint")))
                .safeButton(keep("revocation.later.button"))
                .button(ahead());
    }

    private Button ahead() {
        var ahead = new Button();
        ahead.textProperty()
                .bind(model.tickedProperty().map(ticked -> words.text("revocation.look-ahead.button", ticked.size())));
        ahead.disableProperty().bind(model.tickedProperty().map(List::isEmpty));
        ahead.setOnAction(_ -> model.lookAhead());
        return ahead;
    }

    private DialogCard foreseen(List<Device> devices, Forecast forecast) {
        var back = new Button(words.text("revocation.back.button"));
        back.setOnAction(_ -> model.back());
        return new DialogCard(
                        MaterialDesignC.CRYSTAL_BALL,
                        Tone.ACCENT,
                        words.text("revocation.foreseen.title", devices.size()),
                        words.text("revocation.foreseen.reason"))
                .with(new ForecastPane(forecast, words, context.dates()))
                .button(keep("revocation.close.button"))
                .safeButton(back);
    }

    private void choose(@Nullable Device device) {
        if (device != null) {
            model.choose(device);
        }
    }

    private DialogCard deciding(State.Deciding deciding) {
        var name = deciding.device().name().text();
        boolean paired = isPaired(deciding.device());
        var card = card(title(deciding.device()), reason(deciding.device()));
        if (deciding.refusal().isPresent()) {
            var findings = FindingWords.in(words.locale());
            return card.with(new Note(
                            MaterialDesignA.ALERT_OUTLINE,
                            findings.text(deciding.refusal().get()),
                            Tone.WARNING))
                    .safeButton(keep("revocation.close.button"));
        }
        var revoke = new Button(words.text(paired ? "revocation.take-back.button" : "revocation.revoke.button", name));
        revoke.getStyleClass().add("danger");
        revoke.disableProperty().bind(model.reasonProperty().map(Optional::isEmpty));
        revoke.setOnAction(_ -> model.revoke());
        card.with(why()).with(paired ? takenBack(name) : follows(deciding)).safeButton(keep("revocation.keep.button"));
        if (!paired) {
            card.with(Labels.second(words.text("revocation.isolate.hint"))).button(isolate(deciding.device()));
        }
        return card.button(revoke);
    }

    private Button isolate(Device device) {
        var isolate = new Button(words.text("devices.isolate.button"));
        isolate.getStyleClass().addAll("danger", "button-outlined");
        isolate.setOnAction(_ -> IsolateDialog.open(device, context));
        return isolate;
    }

    private static boolean isPaired(Device device) {
        return device.credential() instanceof Credential.Paired;
    }

    private String title(Device device) {
        return words.text(
                isPaired(device) ? "revocation.take-back.title" : "revocation.revoke.title",
                device.name().text());
    }

    private String reason(Device device) {
        return words.text(isPaired(device) ? "revocation.take-back.reason" : "revocation.revoke.reason");
    }

    /// No list reaches a device that holds no certificate.
    private Node takenBack(String name) {
        var text = new VBox(
                4,
                Labels.of(words.text("revocation.follows.title"), "hk-strong"),
                Labels.second(words.text("revocation.take-back.changes", name)),
                Labels.second(words.text("revocation.take-back.reset")),
                Labels.second(words.text("revocation.take-back.code")));
        text.getStyleClass().addAll("hk-follows");
        return text;
    }

    private Node why() {
        var said = new DeviceWords(words);
        var box = new VBox(8, Labels.of(words.text("revocation.why.title"), "hk-strong"));
        for (var reason : RevokeViewModel.REASONS) {
            var button = new RadioButton(said.reason(reason));
            button.setToggleGroup(reasons);
            button.setOnAction(_ -> model.because(reason));
            box.getChildren().add(button);
        }
        return box;
    }

    private Node follows(State.Deciding deciding) {
        var zone = deciding.device().zone().display();
        var list = words.text("device.list.name", zone);
        var text = new VBox(
                4,
                Labels.of(words.text("revocation.follows.title"), "hk-strong"),
                Labels.second(words.text(
                        "revocation.follows.refused", deciding.device().name().text(), list)),
                Labels.second(words.text("revocation.follows.going-on", deciding.goingOn(), zone)),
                Labels.second(words.text("revocation.follows.for-good")));
        text.getStyleClass().addAll("hk-follows");
        return text;
    }

    private DialogCard revoking(Device device) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return card(title(device), words.text("revocation.revoking.progress")).with(bar);
    }

    private DialogCard failed(Exception cause) {
        return card(words.text("revocation.failed.title"), words.text("revocation.failed.reason"))
                .with(new TroubleNote(new Troubles(words).of(cause)))
                .safeButton(keep("revocation.close.button"));
    }

    private final class DeviceCell extends ListCell<Device> {
        @Override
        protected void updateItem(@Nullable Device device, boolean empty) {
            super.updateItem(device, empty);
            if (device == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                var told = device.name().text() + ", " + device.zone().display();
                var tick = new CheckBox();
                tick.setSelected(model.tickedProperty().get().contains(device));
                tick.setAccessibleText(words.text("revocation.tick.accessible", told));
                tick.setOnAction(_ -> model.tick(device));
                setText(told);
                setGraphic(new HBox(
                        8,
                        tick,
                        Icons.button(DeviceIcons.of(device.particulars().type()))));
            }
        }
    }
}
