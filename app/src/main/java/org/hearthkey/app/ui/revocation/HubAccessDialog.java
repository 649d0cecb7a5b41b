package org.hearthkey.app.ui.revocation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Troubles;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TroubleNote;
import org.hearthkey.app.ui.revocation.HubAccessViewModel.State;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.deliver.BrokerAdmin;
import org.hearthkey.core.deliver.Listener;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Where a hub lets devices in, so that it can be tried, and how the home comes to its broker, so that it can cut a device
/// off.
final class HubAccessDialog {
    private final HubAccessViewModel model;
    private final HomeContext context;
    private final Words words;

    HubAccessDialog(HubAccessViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void open() {
        model.stateProperty().subscribe(this::show);
        model.read();
    }

    private void show(State state) {
        switch (state) {
            case State.Reading _ -> {}
            case State.Known known -> context.dialogs().show(known(known));
            case State.Failed(var cause) ->
                context.dialogs()
                        .show(card().with(new TroubleNote(new Troubles(words).of(cause)))
                                .safeButton(close("hubs.access.close")));
        }
    }

    private DialogCard card() {
        return new DialogCard(
                MaterialDesignS.SERVER_NETWORK,
                Tone.ACCENT,
                words.text("hubs.access.title", model.hub().name().text()),
                words.text("hubs.access.why"));
    }

    private Button close(String key) {
        var close = new Button(words.text(key));
        close.setCancelButton(true);
        close.setOnAction(_ -> context.dialogs().hide());
        return close;
    }

    private DialogCard known(State.Known known) {
        var listeners = new VBox(8, Labels.of(words.text("hubs.listeners.section"), "hk-strong"));
        if (known.listeners().isEmpty()) {
            listeners.getChildren().add(Labels.second(words.text("hubs.listeners.none")));
        }
        known.listeners().stream().map(this::listener).forEach(listeners.getChildren()::add);
        var broker = new VBox(8, Labels.of(words.text("hubs.broker.section"), "hk-strong"));
        broker.getChildren()
                .add(known.admin().map(this::admin).orElseGet(() -> Labels.second(words.text("hubs.broker.none"))));
        var listen = new Button(words.text("hubs.listen.button"));
        listen.setOnAction(_ -> addListener(known));
        var administer = new Button(words.text("hubs.administer.button"));
        administer.setOnAction(_ -> administer());
        return card().with(listeners).with(listen).with(broker).with(administer).safeButton(close("hubs.access.close"));
    }

    private Node listener(Listener listener) {
        return row(
                words.text(
                        "hubs.listener.value",
                        listener.zone().display(),
                        listener.address().text()),
                () -> model.forget(listener));
    }

    private Node admin(BrokerAdmin admin) {
        return row(words.text("hubs.broker.value", admin.user(), admin.address().text()), model::forgetAdmin);
    }

    private Node row(String text, Runnable forgetting) {
        var label = Labels.body(text);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        var forget = new Button(words.text("hubs.forget.button"));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setAccessibleText(words.text("hubs.forget.accessible", text));
        forget.setOnAction(_ -> forgetting.run());
        var row = new HBox(12, label, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void addListener(State.Known known) {
        ObjectProperty<ZoneName> zone = new SimpleObjectProperty<>(known.zones().getFirst());
        var address = new TextField();
        address.setPromptText(words.text("hubs.listen.prompt"));
        var shared = secret("hubs.radius.field");
        shared.managedProperty().bind(shared.visibleProperty());
        shared.visibleProperty()
                .bind(address.textProperty()
                        .map(typed ->
                                parsed(typed).filter(HubAccessDialog::isRadius).isPresent()));
        var lack = Bindings.createStringBinding(
                () -> listenerLack(known, zone.get(), address.getText()),
                zone,
                address.textProperty(),
                model.secret().revisionProperty());
        var add = new Button(words.text("hubs.listen.act"));
        add.getStyleClass().add("accent");
        add.disableProperty().bind(lack.isNotEmpty());
        add.setOnAction(_ -> model.listen(zone.get(), parsed(address.getText()).orElseThrow()));
        context.dialogs()
                .show(card().with(ChoiceField.of(
                                words.text("hubs.listen.zone"),
                                zone,
                                known.zones().toArray(ZoneName[]::new),
                                ZoneName::display))
                        .with(new Field(words.text("hubs.listen.field"), address))
                        .with(shared)
                        .reason(lack)
                        .button(back())
                        .button(add)
                        .whenGone(model::wipe));
    }

    private String listenerLack(State.Known known, ZoneName zone, String typed) {
        var address = parsed(typed);
        if (address.isEmpty()) {
            return words.text("hubs.listen.lack");
        }
        if (known.has(zone, address.get())) {
            return words.text("hubs.listen.taken");
        }
        return isRadius(address.get()) && model.secret().isEmpty() ? words.text("hubs.radius.lack") : "";
    }

    private void administer() {
        var address = new TextField();
        address.setPromptText(words.text("hubs.administer.prompt"));
        var user = new TextField();
        var lack = lack(
                () -> parsed(address.getText())
                        .filter(at -> at.kind() == ListenerAddress.Kind.MQTT)
                        .isPresent(),
                () -> !user.getText().isBlank() && !model.secret().isEmpty(),
                address.textProperty(),
                user.textProperty(),
                model.secret().revisionProperty());
        var keep = new Button(words.text("hubs.administer.act"));
        keep.getStyleClass().add("accent");
        keep.disableProperty().bind(lack.isNotEmpty());
        keep.setOnAction(_ -> model.administer(
                parsed(address.getText()).orElseThrow(), user.getText().strip()));
        context.dialogs()
                .show(card().with(new Field(words.text("hubs.administer.field"), address))
                        .with(new Field(words.text("hubs.user.field"), user))
                        .with(secret("hubs.password.field"))
                        .reason(lack)
                        .button(back())
                        .button(keep)
                        .whenGone(model::wipe));
    }

    private StringBinding lack(BooleanSupplier isBroker, BooleanSupplier isComplete, Observable... typed) {
        return Bindings.createStringBinding(
                () -> {
                    if (!isBroker.getAsBoolean()) {
                        return words.text("hubs.administer.lack");
                    }
                    return isComplete.getAsBoolean() ? "" : words.text("hubs.user.lack");
                },
                typed);
    }

    private Field secret(String key) {
        return new Field(words.text(key), new PassphraseField(model.secret(), words.text(key), words));
    }

    private Button back() {
        var back = new Button(words.text("hubs.cancel.button"));
        back.setCancelButton(true);
        back.setOnAction(_ -> show(model.stateProperty().get()));
        return back;
    }

    private static Optional<ListenerAddress> parsed(String typed) {
        return ListenerAddress.parse(typed.strip());
    }

    private static boolean isRadius(ListenerAddress address) {
        return address.kind() == ListenerAddress.Kind.EAP_TLS;
    }
}
