package org.hearthkey.app.ui.revocation;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.ChoiceField;
import org.hearthkey.app.ui.control.DialogCard;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.FirstFocus;
import org.hearthkey.app.ui.control.PassphraseField;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.control.TypedSecret;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.deliver.Hub;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.secret.Passphrase;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Asks for a new hub, lets its key be compared, and asks again before one is forgotten.
final class HubDialogs {
    private static final int LINE_ROWS = 4;

    private final HubsViewModel model;
    private final HomeContext context;
    private final Words words;

    HubDialogs(HubsViewModel model, HomeContext context) {
        this.model = model;
        this.context = context;
        words = context.words();
    }

    void add() {
        var name = new TextField();
        name.setPromptText(words.text("hubs.name.prompt"));
        var address = new TextField();
        address.setPromptText(words.text("hubs.address.prompt"));
        var password = new TypedSecret();
        ObjectProperty<Hub.Access> access = new SimpleObjectProperty<>(Hub.Access.KEY);
        var isSftp = address.textProperty()
                .map(typed -> HubAddress.parse(typed)
                        .filter(HubAddress.Sftp.class::isInstance)
                        .isPresent());
        var how = ChoiceField.of(
                words.text("hubs.access.field"),
                access,
                new Hub.Access[] {Hub.Access.KEY, Hub.Access.PASSWORD},
                way -> words.text(way == Hub.Access.KEY ? "hubs.key.access" : "hubs.password.access"));
        shown(how, isSftp);
        var secret = new Field(
                words.text("hubs.password.field"),
                new PassphraseField(password, words.text("hubs.password.field"), words));
        shown(secret, isSftp.flatMap(sftp -> access.map(way -> sftp && way == Hub.Access.PASSWORD)));
        var lack = Bindings.createStringBinding(
                () -> {
                    var lacking = lack(name.getText(), address.getText());
                    return lacking.isEmpty() && secret.isVisible() && password.isEmpty()
                            ? words.text("hubs.password.lack")
                            : lacking;
                },
                name.textProperty(),
                address.textProperty(),
                secret.visibleProperty(),
                password.revisionProperty());
        var add = carryOn("hubs.add.act");
        add.disableProperty().bind(lack.isNotEmpty());
        add.setOnAction(_ -> add(
                HubName.parse(name.getText()).orElseThrow(),
                HubAddress.parse(address.getText()).orElseThrow(),
                secret.isVisible() ? password.use(Passphrase::parse) : Optional.empty()));
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SERVER_NETWORK,
                                Tone.ACCENT,
                                words.text("hubs.add.title"),
                                words.text("hubs.add.why"))
                        .with(new Field(words.text("hubs.name.field"), name))
                        .with(new Field(words.text("hubs.address.field"), address))
                        .with(how)
                        .with(secret)
                        .reason(lack)
                        .button(back("hubs.cancel.button"))
                        .button(add)
                        .whenGone(password::wipe));
        FirstFocus.on(name);
    }

    private static void shown(Node node, ObservableValue<Boolean> wanted) {
        node.managedProperty().bind(node.visibleProperty());
        node.visibleProperty().bind(wanted);
    }

    private void add(HubName name, HubAddress address, Optional<Passphrase> password) {
        if (address instanceof HubAddress.Sftp sftp && password.isPresent()) {
            model.add(name, sftp, password.get(), this::added);
        } else {
            model.add(name, address, this::added);
        }
    }

    private String lack(String name, String address) {
        var lacking = nameLack(name);
        return lacking.isEmpty() && HubAddress.parse(address).isEmpty() ? words.text("hubs.address.lack") : lacking;
    }

    private String nameLack(String name) {
        var parsed = HubName.parse(name);
        if (parsed.isEmpty()) {
            return words.text("hubs.name.lack");
        }
        return model.isTaken(parsed.get()) ? words.text("hubs.taken.lack") : "";
    }

    private void added(Optional<String> line) {
        context.dialogs().hide();
        line.ifPresent(this::showKey);
    }

    private void showKey(String line) {
        var shown = new TextArea(line);
        shown.setEditable(false);
        shown.setWrapText(true);
        shown.setPrefRowCount(LINE_ROWS);
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignK.KEY_OUTLINE,
                                Tone.ACCENT,
                                words.text("hubs.key.title"),
                                words.text("hubs.key.why"))
                        .with(new Field(words.text("hubs.key.field"), shown))
                        .safeButton(back("hubs.done.button")));
    }

    /// Shows the key of an SSH server as OpenSSH prints it.
    void compare(Hub hub, HostKey shown) {
        var key = new TextArea(shown.openSsh());
        key.setEditable(false);
        key.setWrapText(true);
        key.setPrefRowCount(2);
        var same = carryOn("hubs.same.button");
        same.setOnAction(_ -> {
            context.dialogs().hide();
            model.know(hub, shown);
        });
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignK.KEY_OUTLINE,
                                Tone.WARNING,
                                words.text("hubs.compare.title", hub.name().text()),
                                words.text("hubs.compare.why"))
                        .with(new Field(words.text("hubs.compare.field"), key))
                        .stillSafe(words.text("hubs.compare.safe"), words.text("hubs.compare.nothing"))
                        .whatToDo(words.text("hubs.compare.next"), words.text("hubs.compare.how"))
                        .safeButton(back("hubs.other.button"))
                        .button(same));
    }

    void rename(Hub hub) {
        var name = new TextField(hub.name().text());
        var lack = Bindings.createStringBinding(() -> nameLack(name.getText()), name.textProperty());
        var rename = carryOn("hubs.rename.act");
        rename.disableProperty().bind(lack.isNotEmpty());
        rename.setOnAction(_ -> {
            context.dialogs().hide();
            model.rename(hub, HubName.parse(name.getText()).orElseThrow());
        });
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SERVER_NETWORK,
                                Tone.WARNING,
                                words.text("hubs.rename.title", hub.name().text()),
                                words.text("hubs.rename.why"))
                        .with(new Field(words.text("hubs.name.field"), name))
                        .stillSafe(words.text("hubs.compare.safe"), words.text("hubs.rename.still"))
                        .whatToDo(words.text("hubs.compare.next"), words.text("hubs.rename.next"))
                        .reason(lack)
                        .safeButton(back("hubs.cancel.button"))
                        .button(rename));
        FirstFocus.on(name);
    }

    void revoke(Hub hub) {
        ObjectProperty<Reason> reason = new SimpleObjectProperty<>(Reason.KEY_COMPROMISE);
        var why = ChoiceField.of(
                words.text("hubs.reason.field"),
                reason,
                new Reason[] {Reason.KEY_COMPROMISE, Reason.SUPERSEDED, Reason.CESSATION_OF_OPERATION},
                chosen -> words.text(
                        switch (chosen) {
                            case KEY_COMPROMISE -> "hubs.stolen.reason";
                            case SUPERSEDED -> "hubs.replaced.reason";
                            default -> "hubs.gone.reason";
                        }));
        var revoke = danger("hubs.revoke.act");
        revoke.setOnAction(_ -> {
            context.dialogs().hide();
            model.revoke(hub, reason.get());
        });
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SERVER_NETWORK,
                                Tone.DANGER,
                                words.text("hubs.revoke.title", hub.name().text()),
                                words.text("hubs.revoke.why"))
                        .with(why)
                        .stillSafe(words.text("hubs.compare.safe"), words.text("hubs.revoke.still"))
                        .whatToDo(
                                words.text("hubs.compare.next"),
                                words.text("hubs.revoke.next", hub.name().text()))
                        .safeButton(back("hubs.cancel.button"))
                        .button(revoke));
    }

    void remove(Hub hub) {
        var remove = danger("hubs.remove.act");
        remove.setOnAction(_ -> {
            context.dialogs().hide();
            model.remove(hub);
        });
        context.dialogs()
                .show(new DialogCard(
                                MaterialDesignS.SERVER_NETWORK,
                                Tone.WARNING,
                                words.text("hubs.remove.title", hub.name().text()),
                                words.text("hubs.remove.why"))
                        .safeButton(back("hubs.cancel.button"))
                        .button(remove));
    }

    private Button carryOn(String key) {
        var button = new Button(words.text(key));
        button.getStyleClass().add("accent");
        return button;
    }

    private Button danger(String key) {
        var button = new Button(words.text(key));
        button.getStyleClass().add("danger");
        return button;
    }

    private Button back(String key) {
        var button = new Button(words.text(key));
        button.setCancelButton(true);
        button.setOnAction(_ -> context.dialogs().hide());
        return button;
    }
}
