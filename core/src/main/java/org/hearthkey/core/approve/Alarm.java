package org.hearthkey.core.approve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.device.DeviceId;

/// Somebody tried to join the home as what it is not, and was refused.
///
/// @param code of the finding that refused it
/// @param device for which device it tried to pass, where that is known; that one still works
/// @param facts what the finding named
public record Alarm(Instant raised, String code, Optional<DeviceId> device, List<String> facts) {
    public Alarm {
        facts = List.copyOf(facts);
    }
}
