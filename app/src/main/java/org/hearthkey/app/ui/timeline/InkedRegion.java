package org.hearthkey.app.ui.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A region which draws by itself, in colors that come from the stylesheet.
class InkedRegion extends Region {
    private static final StyleablePropertyFactory<InkedRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<Ink, StyleableProperty<Color>> inks = new EnumMap<>(Ink.class);

    /// @param inkChanged called when the theme changes a color
    final void inks(Runnable inkChanged) {
        for (var ink : Ink.values()) {
            var property = FACTORY.createStyleableColorProperty(
                    this, ink.name(), ink.property(), region -> region.property(ink));
            inks.put(ink, property);
            if (property instanceof ObservableValue<?> color) {
                color.subscribe(_ -> inkChanged.run());
            }
        }
    }

    final Color color(Ink ink) {
        return Objects.requireNonNullElse(property(ink).getValue(), Color.TRANSPARENT);
    }

    private StyleableProperty<Color> property(Ink ink) {
        return Objects.requireNonNull(inks.get(ink));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
