package org.hearthkey.app.ui.root;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// A word that is typed before something that cannot be taken back: the name of what it hits, so that nobody hits another.
public final class TypedWord {
    private final String word;
    private final StringProperty typed = new SimpleStringProperty("");

    public TypedWord(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /// Whether it was typed as it is, capitals aside.
    public ObservableValue<Boolean> isTyped() {
        return typed.map(letters -> letters.strip().equalsIgnoreCase(word));
    }
}
