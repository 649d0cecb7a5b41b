package org.hearthkey.app.ui.approve;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.approve.Verdict.Gap;
import org.hearthkey.app.ui.confirm.ConfirmPane;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.approve.BootstrapKey;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.name.ZoneName;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What the owner calls a device, and the owner's decision. Approving is one large button without a shortcut, and what keeps it
/// from being pressed stands above it.
final class DecisionForm extends VBox {
    static final double WIDTH = 344;

    private static final List<Integer> LIFETIMES = List.of(7, 30, 90, 180, 397);

    private final ApproveForm form;
    private final Words words;
    private final ComboBox<String> type = new ComboBox<>();
    private final ComboBox<String> owner = new ComboBox<>();
    private final ComboBox<String> room = new ComboBox<>();
    private final ComboBox<ZoneName> zone = new ComboBox<>();
    private final CheckBox dualUse = new CheckBox();
    private final ProofChoice proof;
    private final ConfirmPane confirm;
    private final Field days;
    private final Field keptAt;
    private final PairingWindow window;
    private final VBox blockers = new VBox(4);
    private final Button approve = new Button();
    private final BooleanProperty mayApprove = new SimpleBooleanProperty();

    /// @param window opens the home for pairing
    /// @param blocked whether the home may sign nothing now
    DecisionForm(
            ApproveForm form,
            Runnable approved,
            Runnable turnedAway,
            PairingWindow window,
            ObservableValue<Boolean> blocked,
            Words words) {
        super(16);
        this.form = form;
        this.window = window;
        this.words = words;
        proof = new ProofChoice(form, words);
        confirm = new ConfirmPane(form.confirm(), words);
        days = daysField();
        keptAt = keptAtField();
        proof.getStyleClass().addAll("hk-card", "hk-card-padded");
        confirm.getStyleClass().addAll("hk-card", "hk-card-padded");
        form.keySourceProperty().subscribe(source -> {
            shown(days, source != KeySource.PAIRING_ONLY);
            shown(keptAt, source == KeySource.PAIRING_ONLY);
        });
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        approve.setGraphic(Icons.button(MaterialDesignS.SHIELD_CHECK));
        approve.getStyleClass().addAll("accent", "hk-deliberate");
        approve.setMaxWidth(Double.MAX_VALUE);
        approve.setOnAction(_ -> approved.run());
        approve.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !mayApprove.get() || blocked.getValue(), mayApprove, blocked));
        var standing = Labels.of(words.text("standing.blocked.reason"), "text-small", Tone.DANGER.styleClass());
        standing.setWrapText(true);
        standing.visibleProperty().bind(blocked);
        standing.managedProperty().bind(blocked);
        var turnAway = new Button(words.text("approve.turn-away.button"));
        turnAway.getStyleClass().addAll("danger", "button-outlined");
        turnAway.setMaxWidth(Double.MAX_VALUE);
        turnAway.setOnAction(_ -> turnedAway.run());

        dualUse.setText(words.text("approve.dual-use.box"));
        dualUse.setWrapText(true);
        dualUse.selectedProperty()
                .subscribe(chosen -> form.bootstrapKeyProperty()
                        .set(chosen ? BootstrapKey.ALSO_CERTIFICATES : BootstrapKey.BOOTSTRAPPING_ONLY));
        form.bootstrapKeyProperty().subscribe(use -> dualUse.setSelected(use == BootstrapKey.ALSO_CERTIFICATES));

        var decision = card("approve.decision.title", dualUse, window, blockers, standing, approve, turnAway);
        getChildren().setAll(proof, card("approve.form.title", fields()), confirm, decision);
    }

    void suggest(Choices choices) {
        type.getItems().setAll(choices.types().isEmpty() ? known() : choices.types());
        owner.getItems().setAll(choices.owners());
        room.getItems().setAll(choices.rooms());
        zone.getItems().setAll(choices.zones());
        form.zoneProperty().get().ifPresent(zone::setValue);
    }

    void show(Claim claim, Verdict verdict) {
        var name = form.deviceName();
        approve.setText(name.map(text -> words.text("approve.approve.button", text))
                .orElseGet(() -> words.text("approve.approve.nameless")));
        mayApprove.set(verdict.mayApprove());
        shown(dualUse, claim.isForWifi() && form.keySourceProperty().get() == KeySource.DEVICE);
        proof.show(claim);
        shown(confirm, verdict.asksForConfirmation());
        confirm.show(verdict.review());
        window.show(verdict);
        blockers.getChildren().clear();
        for (var gap : Gap.values()) {
            if (verdict.gaps().contains(gap)) {
                block(words.text(gapKey(gap)));
            }
        }
        if (verdict.gaps().isEmpty() && !verdict.mayApprove()) {
            block(words.text("approve.refusing.blocker"));
        }
        shown(blockers, !blockers.getChildren().isEmpty());
    }

    private void block(String reason) {
        blockers.getChildren().add(Labels.second(reason));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String gapKey(Gap gap) {
        return switch (gap) {
            case NAME -> "approve.name.blocker";
            case ZONE -> "approve.zone.blocker";
            case PARTICULARS -> "approve.particulars.blocker";
            case REQUEST -> "approve.request.blocker";
            case CONFIRMATION -> "approve.confirmation.blocker";
        };
    }

    private Node fields() {
        var name = new TextField();
        name.textProperty().bindBidirectional(form.nameProperty());
        name.setPromptText(words.text("approve.name.prompt"));
        var grid = new GridPane(12, 12);
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.add(new Field(words.text("approve.name.field"), name), 0, 0, 2, 1);
        grid.addRow(
                1,
                editable("approve.type.field", type, form.typeProperty()),
                editable("approve.owner.field", owner, form.ownerProperty()));
        grid.addRow(2, editable("approve.room.field", room, form.roomProperty()), zoneField());
        grid.add(days, 0, 3, 2, 1);
        grid.add(keptAt, 0, 4, 2, 1);
        return grid;
    }

    private Node editable(String key, ComboBox<String> box, StringProperty told) {
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        var editor = box.getEditor();
        told.subscribe(text -> {
            if (!text.equals(editor.getText())) {
                // The box would put its old value back into its editor.
                box.setValue(text);
                editor.setText(text);
            }
        });
        editor.textProperty().subscribe(typed -> told.set(typed == null ? "" : typed));
        return new Field(words.text(key), box);
    }

    private Node zoneField() {
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.setPromptText(words.text("approve.zone.prompt"));
        zone.setConverter(shownAs(ZoneName::display));
        zone.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                form.zoneProperty().set(Optional.of(chosen));
            }
        });
        form.zoneProperty().subscribe(wanted -> zone.setValue(wanted.orElse(null)));
        return new Field(words.text("approve.zone.field"), zone);
    }

    private Field keptAtField() {
        var place = new TextField();
        place.textProperty().bindBidirectional(form.keptAtProperty());
        place.setPromptText(words.text("approve.kept-at.prompt"));
        return new Field(words.text("approve.kept-at.field"), place);
    }

    private Field daysField() {
        var choice = new ComboBox<Integer>(FXCollections.observableArrayList(LIFETIMES));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(shownAs(count -> words.text("approve.days.choice", count)));
        choice.valueProperty().bindBidirectional(form.daysProperty());
        return new Field(words.text("approve.days.field"), choice);
    }

    private List<String> known() {
        return List.of(words.text("approve.known.types").split(", ", -1));
    }

    private VBox card(String titleKey, Node... content) {
        var card = new VBox(Labels.section(words.text(titleKey)));
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private static <T> StringConverter<T> shownAs(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null; // nothing is typed here
            }
        };
    }
}
