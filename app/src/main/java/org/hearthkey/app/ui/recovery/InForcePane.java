package org.hearthkey.app.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Disc;
import org.hearthkey.app.ui.control.FileChoice;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.app.ui.screen.HomeContext;
import org.hearthkey.core.recovery.IssuedSheets;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The sheets in force: since when, when they were last proven, and where each of them is.
final class InForcePane extends VBox {
    private static final double NUMBER_WIDTH = 72;
    private static final double NAME_WIDTH = 200;

    private final IssuedSheets sheets;
    private final RecoveryViewModel model;
    private final HomeContext context;
    private final Words words;
    private final Dates dates;
    private final List<TextField> typed = new ArrayList<>();

    InForcePane(IssuedSheets sheets, RecoveryViewModel model, HomeContext context, FileChoice files) {
        super(20);
        this.sheets = sheets;
        this.model = model;
        this.context = context;
        words = context.words();
        dates = context.dates();
        getChildren().setAll(head(), facts(), places(), new CoreCard(model.saving(), words, files));
    }

    private boolean isDue() {
        return !context.clock().instant().isBefore(sheets.drillDue());
    }

    private Node head() {
        var disc = isDue()
                ? Disc.large(MaterialDesignS.SHIELD_ALERT_OUTLINE, Tone.WARNING)
                : Disc.large(MaterialDesignS.SHIELD_CHECK_OUTLINE, Tone.SUCCESS);
        var sentence = Labels.section(words.text(isDue() ? "recovery.due.title" : "recovery.proven.title"));
        sentence.setWrapText(true);
        var text = new VBox(4, sentence, Labels.second(needed()));
        text.setMinWidth(0);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var drill =
                new Button(words.text("recovery.drill.button"), Icons.button(MaterialDesignS.SHIELD_REFRESH_OUTLINE));
        drill.getStyleClass().add("accent");
        drill.setMinWidth(USE_PREF_SIZE);
        drill.setOnAction(_ -> model.drill());
        drill.disableProperty().bind(context.standing().ended());
        var again = new Button(
                words.text("recovery.again.button"), Icons.button(MaterialDesignF.FILE_DOCUMENT_MULTIPLE_OUTLINE));
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> new NewSheetsDialog(model, context).open());
        again.disableProperty().bind(context.standing().ended());
        var head = new HBox(16, disc, text, again, drill);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String needed() {
        var plan = sheets.plan();
        return plan.groups().size() == 1
                ? words.text("recovery.needed.some", plan.groups().getFirst().threshold(), plan.shares())
                : words.text(
                        "recovery.needed.groups",
                        plan.groupThreshold(),
                        plan.groups().size());
    }

    private Node facts() {
        var grid = new GridPane();
        grid.getStyleClass().addAll("hk-facts");
        int row = 0;
        for (var fact : List.of(
                List.of("recovery.set.fact", words.text("recovery.set.number", sheets.setIdentifier())),
                List.of("recovery.made.fact", dates.day(sheets.issued())),
                List.of(
                        "recovery.proven.fact",
                        words.text(
                                sheets.drilled().isPresent() ? "recovery.proven.drill" : "recovery.proven.read-back",
                                dates.day(sheets.proven()))),
                List.of(
                        "recovery.due.fact",
                        words.text(
                                "recovery.due.day",
                                dates.day(sheets.drillDue()),
                                dates.distance(sheets.drillDue()))))) {
            grid.addRow(row++, Labels.second(words.text(fact.getFirst())), Labels.of(fact.getLast()));
        }
        var card = new VBox(grid);
        card.getStyleClass().addAll("hk-card", "hk-card-padded");
        return card;
    }

    private Node places() {
        var head = new VBox(
                2,
                Labels.section(words.text("recovery.places.title")),
                Labels.second(words.text("recovery.places.why")));
        head.getStyleClass().add("hk-card-header");
        var rows = new VBox();
        rows.getStyleClass().add("hk-rows");
        rows.disableProperty().bind(context.standing().ended());
        IntStream.range(0, sheets.sheets().size()).mapToObj(this::row).forEach(rows.getChildren()::add);
        var card = new VBox(head, rows);
        card.getStyleClass().add("hk-card");
        return card;
    }

    /// What was typed for other sheets would be gone when the screen is filled anew.
    private void noteAll() {
        for (int i = 0; i < typed.size(); i++) {
            var sheet = sheets.sheets().get(i);
            var place = typed.get(i).getText();
            if (!place.strip().equals(sheet.keptAt())) {
                model.keptAt(sheet.seat(), place);
            }
        }
    }

    private Node row(int index) {
        var sheet = sheets.sheets().get(index);
        var number = Labels.rowTitle(SheetNames.of(sheets.plan(), words).name(index + 1));
        number.setMinWidth(sheets.plan().groups().size() == 1 ? NUMBER_WIDTH : NAME_WIDTH);
        number.setMaxWidth(number.getMinWidth());
        var place = new TextField(sheet.keptAt());
        place.setPromptText(words.text("recovery.place.prompt"));
        place.setAccessibleText(words.text("recovery.place.accessible", index + 1));
        HBox.setHgrow(place, Priority.ALWAYS);
        var note = new Button(words.text("recovery.place.button"));
        note.setMinWidth(Region.USE_PREF_SIZE);
        note.disableProperty()
                .bind(place.textProperty().map(text -> text.strip().equals(sheet.keptAt())));
        note.setOnAction(_ -> noteAll());
        typed.add(place);
        place.setOnAction(_ -> note.fire());
        number.setLabelFor(place);
        var row = new HBox(16, number, place, note);
        row.getStyleClass().add("hk-action-row");
        return row;
    }
}
