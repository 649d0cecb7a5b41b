package org.hearthkey.core.home;

import java.time.Instant;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;

/// Who this home is.
///
/// @param id the random label that its certificates carry instead of its name
public record HomeFacts(HomeName name, HomeId id, Instant created) {
    /// Whether it was made to be thrown away.
    public boolean isRehearsal() {
        return id.isRehearsal();
    }
}
