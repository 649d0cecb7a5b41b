package org.hearthkey.app.ui.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;
import org.hearthkey.app.ui.task.Background;
import org.hearthkey.app.ui.task.Pages;
import org.hearthkey.core.device.Device;

/// The devices that one query asks for, as the list a table shows. It is as long as the answer, and reads what is looked at.
final class DeviceRows extends ObservableListBase<DeviceRow> {
    private static final int KEPT = 4_000;

    private final Pages<Device> pages;
    private final Map<Integer, DeviceRow> rows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, DeviceRow> eldest) {
            return size() > KEPT;
        }
    };

    DeviceRows(
            int size,
            List<Device> first,
            Pages.Source<Device> source,
            Background background,
            Consumer<Exception> failed) {
        pages = new Pages<>(size, first, source, background, new Pages.Listener() {
            @Override
            public void arrived(int from, int to) {
                for (int index = from; index < to; index++) {
                    fill(index);
                }
            }

            @Override
            public void failed(Exception cause) {
                failed.accept(cause);
            }
        });
    }

    @Override
    public int size() {
        return pages.size();
    }

    @Override
    public DeviceRow get(int index) {
        var row = rows.computeIfAbsent(index, _ -> new DeviceRow());
        if (row.device().isEmpty()) {
            pages.at(index).ifPresent(row::arrived);
        }
        return row;
    }

    private void fill(int index) {
        var row = rows.get(index);
        if (row != null) {
            pages.at(index).ifPresent(row::arrived);
        }
    }
}
