package org.hearthkey.app.ui.devices;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.hearthkey.app.text.Dates;
import org.hearthkey.app.text.Words;
import org.hearthkey.app.ui.control.DeviceIcons;
import org.hearthkey.app.ui.control.Icons;
import org.hearthkey.app.ui.control.StateLook;
import org.hearthkey.app.ui.control.Tone;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.Leaving;
import org.jspecify.annotations.Nullable;

/// The cells of the device table, one kind a column.
final class DeviceCells {
    private final Dates dates;
    private final Words words;
    private final Function<Device, DeviceState> stateOf;

    DeviceCells(Dates dates, Words words, Function<Device, DeviceState> stateOf) {
        this.dates = dates;
        this.words = words;
        this.stateOf = stateOf;
    }

    TableCell<DeviceRow, DeviceRow> name() {
        return new Cell(
                (cell, device) -> {
                    cell.setText(device.name().text());
                    cell.setGraphic(
                            Icons.button(DeviceIcons.of(device.particulars().type())));
                },
                "hk-medium",
                "hk-name-cell");
    }

    /// Quiet text.
    TableCell<DeviceRow, DeviceRow> text(Function<Device, String> said) {
        return new Cell((cell, device) -> cell.setText(said.apply(device)), "text-muted");
    }

    TableCell<DeviceRow, DeviceRow> state() {
        return new Cell((cell, device) -> cell.setGraphic(StateLook.pill(stateOf.apply(device), words)));
    }

    TableCell<DeviceRow, DeviceRow> until() {
        return new Cell(
                (cell, device) -> {
                    var state = stateOf.apply(device);
                    cell.setText(until(device, state));
                    cell.getStyleClass().removeAll("warning", "danger", "text-muted");
                    switch (state) {
                        case TRUSTED, UNSEEN -> {}
                        case LAPSED, ENDS_SOON -> cell.getStyleClass().add(Tone.WARNING.styleClass());
                        case ENDED, RETIRED -> cell.getStyleClass().add("text-muted");
                        case REVOKED -> cell.getStyleClass().add(Tone.DANGER.styleClass());
                    }
                },
                "hk-right");
    }

    private String until(Device device, DeviceState state) {
        var credential = device.credential();
        var end = credential.end().map(dates::day);
        return switch (state) {
            case TRUSTED, UNSEEN, LAPSED, ENDS_SOON -> end.orElseGet(() -> words.text("devices.no-end.until"));
            case ENDED -> words.text("devices.ended.until", end.orElseThrow());
            case RETIRED ->
                device.leaving()
                        .flatMap(Leaving::retired)
                        .map(at -> words.text("devices.retired.until", dates.day(at)))
                        .orElse("");
            case REVOKED ->
                credential
                        .revoked()
                        .map(revoked -> words.text("devices.revoked.until", dates.day(revoked.at())))
                        .orElse("");
        };
    }

    /// Shows something of a device once its row was read.
    @FunctionalInterface
    private interface Filling {
        void fill(TableCell<DeviceRow, DeviceRow> cell, Device device);
    }

    private static final class Cell extends TableCell<DeviceRow, DeviceRow> {
        private final Filling filling;
        private Subscription watching = Subscription.EMPTY;

        Cell(Filling filling, String... styleClasses) {
            this.filling = filling;
            getStyleClass().addAll(styleClasses);
        }

        @Override
        protected void updateItem(@Nullable DeviceRow row, boolean empty) {
            super.updateItem(row, empty);
            watching.unsubscribe();
            watching = Subscription.EMPTY;
            clear();
            if (row != null && !empty) {
                watching = row.deviceProperty().subscribe(device -> {
                    clear();
                    device.ifPresent(read -> filling.fill(this, read));
                });
            }
        }

        private void clear() {
            setText(null);
            setGraphic(null);
        }
    }
}
