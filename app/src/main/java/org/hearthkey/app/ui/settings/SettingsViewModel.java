package org.hearthkey.app.ui.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.hearthkey.app.preference.Appearance;
import org.hearthkey.app.preference.Preferences;

/// The preferences, to be read and changed.
public final class SettingsViewModel {
    private final ReadOnlyObjectProperty<Preferences> preferences;
    private final ReadOnlyObjectProperty<Optional<Exception>> notKept;
    private final Consumer<UnaryOperator<Preferences>> prefer;
    private final BooleanSupplier screenIsWatched;

    /// @param prefer changes the preferences and keeps them
    /// @param screenIsWatched whether a locked screen locks the home too
    /// @param notKept why they could not be kept the last time
    public SettingsViewModel(
            Consumer<UnaryOperator<Preferences>> prefer,
            ReadOnlyObjectProperty<Preferences> preferences,
            ReadOnlyObjectProperty<Optional<Exception>> notKept,
            BooleanSupplier screenIsWatched) {
        this.preferences = preferences;
        this.notKept = notKept;
        this.prefer = prefer;
        this.screenIsWatched = screenIsWatched;
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences;
    }

    public ReadOnlyObjectProperty<Optional<Exception>> notKeptProperty() {
        return notKept;
    }

    public boolean isScreenWatched() {
        return screenIsWatched.getAsBoolean();
    }

    public void look(Appearance wanted) {
        prefer.accept(preferred -> preferred.with(wanted));
    }

    public void lockAfter(Duration wanted) {
        prefer.accept(preferred -> preferred.lockingAfter(wanted));
    }
}
