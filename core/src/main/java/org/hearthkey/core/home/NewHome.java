package org.hearthkey.core.home;

import java.util.LinkedHashSet;
import java.util.List;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;

/// What the owner decides before a home is made.
///
/// @param zones 1 to 32 different zones, in the order in which they are shown
public record NewHome(HomeName name, List<ZoneName> zones) {
    private static final int MOST_ZONES = 32;

    public NewHome {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > MOST_ZONES || new LinkedHashSet<>(zones).size() != zones.size()) {
            throw new IllegalArgumentException("A home has 1 to 32 different zones");
        }
    }
}
