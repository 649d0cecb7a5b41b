package org.hearthkey.app.ui.zones;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.hearthkey.core.device.NamedProfile;
import org.hearthkey.core.name.ZoneName;

/// The zones that are to take a kind of key from now on.
public final class KindChange {
    /// Why the choice cannot be set.
    public enum Lack {
        /// These zones take it already.
        SAME,
        /// No zone at all is chosen.
        NOWHERE
    }

    private final NamedProfile profile;
    private final BooleanProperty everywhere;
    private final Map<ZoneName, BooleanProperty> zones = new LinkedHashMap<>();
    private final ObservableValue<Optional<Lack>> lack;

    KindChange(NamedProfile profile, List<ZoneName> all) {
        this.profile = profile;
        everywhere = new SimpleBooleanProperty(profile.zones().isEmpty());
        all.forEach(zone -> zones.put(zone, new SimpleBooleanProperty(profile.serves(zone))));
        var watched = new ArrayList<Observable>(zones.values());
        watched.add(everywhere);
        lack = Bindings.createObjectBinding(this::look, watched.toArray(Observable[]::new));
    }

    NamedProfile profile() {
        return profile;
    }

    /// Whether every zone takes it, those included that are yet to be added.
    public BooleanProperty everywhereProperty() {
        return everywhere;
    }

    /// Each zone, and whether it is chosen.
    public Map<ZoneName, BooleanProperty> zones() {
        return Collections.unmodifiableMap(zones);
    }

    /// What keeps the choice from being set; nothing if it can be.
    public ObservableValue<Optional<Lack>> lack() {
        return lack;
    }

    /// What is chosen, as the profile keeps it.
    List<ZoneName> wanted() {
        return everywhere.get() ? List.of() : chosen();
    }

    private List<ZoneName> chosen() {
        return zones.entrySet().stream()
                .filter(zone -> zone.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Lack> look() {
        if (!everywhere.get() && chosen().isEmpty()) {
            return Optional.of(Lack.NOWHERE);
        }
        boolean same = everywhere.get() == profile.zones().isEmpty()
                && (everywhere.get()
                        || zones.keySet().stream().allMatch(zone -> profile.serves(zone) == chosen().contains(zone)));
        return same ? Optional.of(Lack.SAME) : Optional.empty();
    }
}
