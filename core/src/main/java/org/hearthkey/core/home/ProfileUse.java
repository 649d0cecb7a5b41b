package org.hearthkey.core.home;

import java.util.List;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.NamedProfile;

/// A kind of key, and who has such keys.
///
/// @param devices whose certificates in force are for such keys
public record ProfileUse(NamedProfile profile, List<Device> devices) {
    public ProfileUse {
        devices = List.copyOf(devices);
    }
}
