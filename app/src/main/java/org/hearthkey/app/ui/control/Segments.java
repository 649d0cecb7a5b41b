package org.hearthkey.app.ui.control;

import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// A choice of few, side by side.
public final class Segments {
    private Segments() {}

    /// A choice that shows `now` and tells what the owner chose instead. AtlantaFX chooses the first one by itself when
    /// its skin is made, which nobody has asked for: it is listened to only after that.
    public static <T> SegmentedControl of(
            List<T> values, Function<T, String> name, ObservableValue<T> now, Consumer<T> chosen) {
        var labels = new ArrayList<ToggleLabel>();
        values.forEach(value -> labels.add(new ToggleLabel(name.apply(value))));
        var control = new SegmentedControl(labels.toArray(ToggleLabel[]::new));
        control.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        control.skinProperty().subscribe(skin -> {
            if (skin != null) {
                for (int i = 0; i < labels.size(); i++) {
                    follow(labels.get(i), values.get(i), now, chosen);
                }
            }
        });
        return control;
    }

    private static <T> void follow(ToggleLabel label, T value, ObservableValue<T> now, Consumer<T> chosen) {
        now.subscribe(current -> {
            if (Objects.equals(current, value)) {
                label.setSelected(true);
            }
        });
        label.selectedProperty().subscribe((_, selected) -> {
            if (selected && !Objects.equals(now.getValue(), value)) {
                chosen.accept(value);
            }
        });
    }
}
