package org.hearthkey.app.ui.devices;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hearthkey.core.device.Device;

/// A row of the table. Its device is there once its page was read.
public final class DeviceRow {
    private final ReadOnlyObjectWrapper<Optional<Device>> device = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<Device>> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    public Optional<Device> device() {
        return device.get();
    }

    void arrived(Device read) {
        device.set(Optional.of(read));
    }
}
