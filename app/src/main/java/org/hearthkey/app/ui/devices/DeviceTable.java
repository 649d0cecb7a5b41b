package org.hearthkey.app.ui.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.Labels;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceQuery.Order;

/// The devices as a table that holds only the rows one can see. The home sorts them, not the table.
final class DeviceTable extends TableView<DeviceRow> {
    private static final double ROW_HEIGHT = 40;

    private final Words words;
    private final Map<TableColumn<DeviceRow, ?>, Order> orders = new LinkedHashMap<>();
    private boolean showing;

    DeviceTable(DeviceCells cells, Words words) {
        this.words = words;
        getStyleClass().add("hk-devices-table");
        setFixedCellSize(ROW_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText(words.text("devices.table.accessible"));
        var name = column("devices.name.column", 196, _ -> cells.name());
        name.getStyleClass().add("hk-first");
        orders.put(name, Order.NAME);
        var zone = column(
                "devices.zone.column",
                96,
                _ -> cells.text(device -> device.zone().display()));
        orders.put(zone, Order.ZONE);
        var room = column(
                "devices.room.column",
                112,
                _ -> cells.text(device -> device.particulars().location()));
        orders.put(room, Order.LOCATION);
        var state = column("devices.state.column", 128, _ -> cells.state());
        state.setSortable(false);
        var until = column("devices.until.column", 148, _ -> cells.until());
        until.getStyleClass().add("hk-right");
        orders.put(until, Order.END);
        getColumns().setAll(List.of(name, zone, room, state, until));
        setPlaceholder(Labels.second(words.text("devices.table.nothing")));
    }

    /// Calls `sort` when a header was pressed, with the order it stands for.
    void onSort(Consumer<Order> sort) {
        setSortPolicy(_ -> {
            if (!showing) {
                getSortOrder().stream().findFirst().ifPresent(column -> {
                    // The home sorts one way. Pressed again, a header keeps it.
                    column.setSortType(TableColumn.SortType.ASCENDING);
                    sort.accept(orders.getOrDefault(column, Order.NAME));
                });
            }
            return true;
        });
    }

    /// Shows rows, with the arrow on the header that they are sorted by: a new list takes it away.
    void show(ObservableList<DeviceRow> rows, Order order) {
        showing = true;
        setItems(rows);
        orders.forEach((column, sorted) -> {
            if (sorted == order) {
                getSortOrder().setAll(List.of(column));
            }
        });
        showing = false;
    }

    /// Calls `choose` with the device whose row is selected.
    void onChoice(Consumer<Device> choose) {
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                row.device().ifPresent(choose);
            }
        });
    }

    private TableColumn<DeviceRow, DeviceRow> column(
            String key,
            double width,
            Callback<TableColumn<DeviceRow, DeviceRow>, TableCell<DeviceRow, DeviceRow>> cells) {
        var column = new TableColumn<DeviceRow, DeviceRow>(words.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(cells);
        return column;
    }
}
