package org.hearthkey.app.ui.recovery;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Field;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.recovery.SharePlan;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Asks how many sheets there should be, and, for those who want it, which people or places hold how many.
final class PlanPane extends VBox {
    private static final double COUNT_WIDTH = 180;

    private final PlanChoice choice;
    private final Words words;
    private final Label sentence = Labels.second("");

    PlanPane(PlanChoice choice, Words words) {
        super(12);
        this.choice = choice;
        this.words = words;
        var groups = new CheckBox(words.text("recovery.groups.choose"));
        groups.selectedProperty().bindBidirectional(choice.groupedProperty());
        choice.planProperty().subscribe(this::tell);
        choice.groupedProperty().subscribe(grouped -> {
            if (grouped && choice.holders().isEmpty()) {
                suggest();
            }
            getChildren().setAll(grouped ? groups() : stack(), sentence, groups);
        });
    }

    private Node stack() {
        return new GroupCount(
                choice.stackProperty(), 2, words.text("recovery.plan.sheets"), words.text("recovery.plan.enough"));
    }

    /// What families often do: the owner, the family and somebody outside, two of the three.
    private void suggest() {
        choice.add(words.text("recovery.groups.owner"), SharePlan.Group.of(1, 1));
        choice.add(words.text("recovery.groups.family"), SharePlan.Group.of(2, 3));
        choice.add(words.text("recovery.groups.outside"), SharePlan.Group.of(1, 1));
    }

    private Node groups() {
        var rows = new VBox(10);
        var add = new Button(words.text("recovery.groups.add"), Icons.button(MaterialDesignP.PLUS));
        add.setOnAction(_ -> choice.add("", SharePlan.Group.of(1, 1)));
        var together = new ComboBox<Integer>();
        Runnable fill = () -> {
            rows.getChildren().setAll(choice.holders().stream().map(this::row).toList());
            add.setDisable(choice.holders().size() == PlanChoice.MOST_GROUPS);
            int count = choice.togetherProperty().get();
            together.getItems()
                    .setAll(IntStream.rangeClosed(1, choice.holders().size())
                            .boxed()
                            .toList());
            together.setValue(count);
        };
        fill.run();
        choice.holders().addListener((ListChangeListener<PlanChoice.Holders>) _ -> fill.run());
        together.valueProperty().subscribe(count -> {
            if (count != null) {
                choice.togetherProperty().set(count);
            }
        });
        var foot = new HBox(12, new Field(words.text("recovery.groups.together"), together), add);
        foot.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(12, rows, foot);
    }

    private Node row(PlanChoice.Holders group) {
        var name = new TextField();
        name.textProperty().bindBidirectional(group.nameProperty());
        var who = new Field(words.text("recovery.groups.who"), name);
        who.setMinWidth(0);
        var count = new GroupCount(
                group.countProperty(), 1, words.text("recovery.groups.sheets"), words.text("recovery.groups.enough"));
        count.setPrefWidth(COUNT_WIDTH);
        count.setMinWidth(COUNT_WIDTH);
        HBox.setHgrow(who, Priority.ALWAYS);
        var remove = new Button("", Icons.button(MaterialDesignC.CLOSE));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(
                words.text("recovery.groups.remove", group.nameProperty().get()));
        remove.setTooltip(new Tooltip(
                words.text("recovery.groups.remove", group.nameProperty().get())));
        remove.setOnAction(_ -> choice.remove(group));
        remove.setDisable(choice.holders().size() <= PlanChoice.FEWEST_GROUPS);
        var row = new HBox(12, who, count, remove);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private void tell(Optional<SharePlan> plan) {
        sentence.setText(plan.map(chosen -> chosen.groups().size() == 1 ? ofStack(chosen) : ofGroups(chosen))
                .orElse(words.text("recovery.groups.lack")));
    }

    private String ofStack(SharePlan plan) {
        int needed = plan.groups().getFirst().threshold();
        int count = plan.shares();
        return words.text(needed == count ? "recovery.plan.all" : "recovery.plan.some", needed, count, count - needed);
    }

    private String ofGroups(SharePlan plan) {
        int count = plan.groups().size();
        return words.text(
                plan.groupThreshold() == count ? "recovery.groups.all" : "recovery.groups.some",
                plan.groupThreshold(),
                count,
                plan.shares());
    }
}
