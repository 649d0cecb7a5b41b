package org.hearthkey.app.ui.revocation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.IssuerNames;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.deliver.DeliveryBook.Delivery;
import org.hearthkey.core.policy.Lifetimes;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Every list, and how far it has come: four columns, of which a row's last true one says how far. What this program cannot
/// know, it does not say.
final class ListTable extends TableView<ListRow> {
    static final double ROW_HEIGHT = 62;
    static final double HEADER_HEIGHT = 38;

    private final Words words;
    private final Dates dates;
    private final InstantSource clock;
    private final ListProof proof;
    private boolean showing;

    ListTable(Words words, Dates dates, InstantSource clock) {
        this.words = words;
        this.dates = dates;
        this.clock = clock;
        proof = new ListProof(words, dates);
        getStyleClass().add("hk-lists");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(words.text("revocation.lists.accessible"));
        var entries = column("revocation.entries.column", 72, this::entries);
        entries.getStyleClass().add("hk-right");
        getColumns()
                .setAll(List.of(
                        column("revocation.zone.column", 118, this::zone),
                        entries,
                        column("revocation.until.column", 150, this::until),
                        column("revocation.signed.column", 150, this::signed),
                        column("revocation.delivered.column", 160, this::delivered),
                        column("revocation.acknowledged.column", 128, row -> proof.acknowledged(row.state())),
                        column("revocation.enforced.column", 128, row -> proof.enforced(row.state()))));
    }

    /// Calls `choose` when the owner selects a row.
    void onChoice(Consumer<ListRow> choose) {
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !showing) {
                choose.accept(row);
            }
        });
    }

    void show(List<ListRow> rows) {
        showing = true;
        setItems(FXCollections.observableList(rows));
        double height = HEADER_HEIGHT + rows.size() * ROW_HEIGHT + 2;
        setMinHeight(height);
        setMaxHeight(height);
        showing = false;
    }

    void mark(ListRow row) {
        showing = true;
        for (int index = 0; index < getItems().size(); index++) {
            if (getItems().get(index).issuer().equals(row.issuer())) {
                getSelectionModel().select(index);
            }
        }
        showing = false;
    }

    private TableColumn<ListRow, ListRow> column(String key, double width, Function<ListRow, Node> shown) {
        var column = new TableColumn<ListRow, ListRow>(words.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.85);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(shown));
        return column;
    }

    private Node zone(ListRow row) {
        return two(
                Labels.of(IssuerNames.of(row.issuer(), words), "hk-row-title"),
                row.list().number().toString());
    }

    private Node entries(ListRow row) {
        return Labels.of(words.text("revocation.entries.value", row.list().entries()), "hk-medium");
    }

    private Node until(ListRow row) {
        var list = row.list();
        var now = clock.instant();
        long all = Duration.between(list.thisUpdate(), row.end()).toDays();
        long left = Math.clamp(dates.daysUntil(row.end()), 0, all);
        var tone = tone(row, now);
        var bar = new ProgressBar((double) left / all);
        bar.getStyleClass().addAll("small", tone.styleClass());
        bar.setMaxWidth(Double.MAX_VALUE);
        var text = now.isBefore(row.end())
                ? words.text("revocation.left.caption", dates.nearDay(list.nextUpdate()))
                : words.text("revocation.lapsed.caption");
        var box = new VBox(
                3,
                Labels.of(dates.nearDay(row.end()), "hk-medium", "text-small", tone.styleClass()),
                bar,
                Labels.caption(text));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Tone tone(ListRow row, Instant now) {
        if (!now.plus(Lifetimes.LISTS_END_NOW).isBefore(row.end())) {
            return Tone.DANGER;
        }
        return now.plus(Lifetimes.LISTS_END_SOON).isBefore(row.end()) ? Tone.SUCCESS : Tone.WARNING;
    }

    private Node signed(ListRow row) {
        var by = words.text("revocation.signed.by", IssuerNames.of(row.issuer(), words));
        return step(
                MaterialDesignC.CHECK_CIRCLE,
                Tone.SUCCESS,
                dates.shortDayAndTime(row.list().thisUpdate()),
                by);
    }

    private Node delivered(ListRow row) {
        return row.delivered()
                .map(this::delivered)
                .orElseGet(() -> row.isKeptBack()
                        ? step(
                                MaterialDesignP.PROGRESS_CLOCK,
                                Tone.WARNING,
                                words.text("revocation.not-yet.value"),
                                words.text("revocation.not-yet.reason"))
                        : step(
                                MaterialDesignC.CIRCLE_OUTLINE,
                                Tone.NEUTRAL,
                                words.text("revocation.not-yet.value"),
                                words.text("revocation.nobody.reason")));
    }

    private Node delivered(Delivery delivery) {
        var at = delivery.delivered().orElse(delivery.begun());
        var folder = Path.of(delivery.place()).getFileName();
        var to = words.text("revocation.delivered.to", folder == null ? delivery.place() : folder.toString());
        var step = step(MaterialDesignC.CHECK_CIRCLE, Tone.SUCCESS, dates.shortDayAndTime(at), to);
        Tooltip.install(step, new Tooltip(delivery.place()));
        return step;
    }

    static Node step(Ikon ikon, Tone tone, String what, String how) {
        var head = Labels.of(what, "text-small", "hk-medium", tone == Tone.SUCCESS ? "strong" : tone.styleClass());
        var row = new HBox(8, Icons.toned(ikon, tone), two(head, how));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node two(Node head, String second) {
        var box = new VBox(2, head, Labels.caption(second));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static final class Cell extends TableCell<ListRow, ListRow> {
        private final Function<ListRow, Node> shown;

        Cell(Function<ListRow, Node> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(@Nullable ListRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : shown.apply(row));
        }
    }
}
