package org.hearthkey.core.home;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.ceremony.Ceremony;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;

/// What the owner decides before a home is made.
///
/// @param zones 1 to 32 different zones, in the order in which they are shown
/// @param rehearsed whether making and losing a home was tried before
/// @param ceremony the ceremony in which it is made, the step that makes it included
public record NewHome(HomeName name, List<ZoneName> zones, Rehearsed rehearsed, Optional<Ceremony> ceremony) {
    private static final int MOST_ZONES = 32;

    public NewHome {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > MOST_ZONES || new LinkedHashSet<>(zones).size() != zones.size()) {
            throw new IllegalArgumentException("A home has 1 to 32 different zones");
        }
    }

    /// A home that nobody rehearsed.
    public NewHome(HomeName name, List<ZoneName> zones) {
        this(name, zones, Rehearsed.NO, Optional.empty());
    }

    /// The same home, when it was rehearsed like this.
    public NewHome with(Rehearsed now) {
        return new NewHome(name, zones, now, ceremony);
    }

    /// The same home, made in a ceremony.
    public NewHome in(Ceremony made) {
        return new NewHome(name, zones, rehearsed, Optional.of(made));
    }
}
