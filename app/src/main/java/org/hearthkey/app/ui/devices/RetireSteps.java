package org.hearthkey.app.ui.devices;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hearthkey.app.text.RetireWords;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Retirement;
import org.hearthkey.core.retire.Retirement.Standing;
import org.hearthkey.core.retire.Step;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The steps by which a device leaves: which are done, what says so, and a button for each that is left.
final class RetireSteps extends VBox {
    private final Retirement retirement;
    private final RetireViewModel model;
    private final Words words;
    private final RetireWords said;
    private final Runnable destroyCode;

    RetireSteps(Retirement retirement, RetireViewModel model, Words words, RetireWords said, Runnable destroyCode) {
        super(12);
        this.retirement = retirement;
        this.model = model;
        this.words = words;
        this.said = said;
        this.destroyCode = destroyCode;
        for (var standing : retirement.steps()) {
            getChildren().add(row(standing));
            if (standing.step() == Step.ACCOUNTS) {
                getChildren().add(accounts());
            }
        }
    }

    private Node row(Standing standing) {
        var icon = Icons.toned(
                standing.isDone() ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CHECKBOX_BLANK_CIRCLE_OUTLINE,
                standing.isDone() ? Tone.SUCCESS : Tone.NEUTRAL);
        var told = new VBox(
                2,
                Labels.of(said.step(standing.step()), "hk-strong"),
                Labels.second(standing.isDone() ? said.proof(standing, retirement) : hint(standing.step())));
        HBox.setHgrow(told, Priority.ALWAYS);
        var row = new HBox(12, icon, told);
        row.setAlignment(Pos.CENTER_LEFT);
        if (!standing.isDone()) {
            act(standing.step()).ifPresent(row.getChildren()::add);
        }
        return row;
    }

    private String hint(Step step) {
        return words.text(
                switch (step) {
                    case REVOKE -> "retire.open.proof";
                    case HUB -> "devices.retire-hub.hint";
                    case ACCOUNTS -> "devices.retire-accounts.hint";
                    case SETUP_CODE -> "devices.retire-code.hint";
                    case RESET -> "devices.retire-reset.hint";
                });
    }

    private Optional<Button> act(Step step) {
        return switch (step) {
            case REVOKE -> Optional.empty();
            case HUB -> Optional.of(confirm("devices.retire-hub.button", step));
            case ACCOUNTS -> {
                var all = confirm("devices.retire-accounts.button", step);
                all.setDisable(retirement.accounts().stream()
                        .anyMatch(account -> account.removed().isEmpty()));
                yield Optional.of(all);
            }
            case SETUP_CODE -> Optional.of(button("devices.retire-code.button", destroyCode));
            case RESET -> Optional.of(confirm("devices.retire-reset.button", step));
        };
    }

    private Button confirm(String key, Step step) {
        return button(key, () -> model.confirm(step));
    }

    private Button button(String key, Runnable work) {
        var button = new Button(words.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        return button;
    }

    private Node accounts() {
        var box = new VBox(8);
        box.getStyleClass().add("hk-accounts");
        for (var account : retirement.accounts()) {
            var gone = new CheckBox(account.name().text() + ", " + said.account(account));
            gone.setWrapText(true);
            gone.setSelected(account.removed().isPresent());
            gone.setDisable(account.removed().isPresent());
            gone.setOnAction(_ -> model.tickOff(account));
            box.getChildren().add(gone);
        }
        box.getChildren().add(adding());
        return box;
    }

    private Node adding() {
        var name = new TextField();
        name.setPromptText(words.text("devices.account.prompt"));
        name.setAccessibleText(words.text("devices.account.prompt"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var sort = new ComboBox<Account.Sort>();
        sort.getItems().setAll(Account.Sort.VENDOR_CLOUD, Account.Sort.ACCESS_TOKEN);
        sort.setValue(Account.Sort.VENDOR_CLOUD);
        sort.setConverter(new Sorts());
        sort.setAccessibleText(words.text("devices.account.sort"));
        var add = new Button(words.text("devices.account.button"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        add.setOnAction(_ -> model.add(name.getText(), sort.getValue()));
        name.setOnAction(_ -> model.add(name.getText(), sort.getValue()));
        return new HBox(8, name, sort, add);
    }

    private final class Sorts extends StringConverter<Account.Sort> {
        @Override
        public String toString(Account.Sort sort) {
            return sort == null ? "" : said.sort(sort);
        }

        @Override
        public Account.Sort fromString(String typed) {
            throw new IllegalStateException("Nobody types here");
        }
    }
}
