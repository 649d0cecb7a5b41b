package org.hearthkey.app.ui.control;

import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A field that offers some values in words. One is always chosen.
public final class ChoiceField {
    private ChoiceField() {}

    /// A field of that name.
    ///
    /// @param chosen what is chosen at first, and from then on
    /// @param sentence what a value is called
    public static <T> Field of(String name, ObjectProperty<T> chosen, T[] offered, Function<T, String> sentence) {
        var box = new ComboBox<T>();
        box.getItems().setAll(offered);
        box.setConverter(new Sentences<>(sentence));
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(chosen);
        return new Field(name, box);
    }

    private static final class Sentences<T> extends StringConverter<T> {
        private final Function<T, String> sentence;

        private Sentences(Function<T, String> sentence) {
            this.sentence = sentence;
        }

        @Override
        public String toString(T choice) {
            return choice == null ? "" : sentence.apply(choice);
        }

        @Override
        public T fromString(String typed) {
            throw new IllegalStateException("Nobody types here");
        }
    }
}
