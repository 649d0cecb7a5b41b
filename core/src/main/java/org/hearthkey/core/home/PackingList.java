package org.hearthkey.core.home;

import java.util.List;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.sale.PackedZone;

/// What would go with the house.
///
/// @param devices by name, those that wait to be set up here included
/// @param withoutCode those of them of which no code is kept: the buyer needs their boxes
/// @param pictures how many labels go with them
/// @param naming those whose own name says whose they are: it goes with them as it stands
/// @param leftOut how many devices stay behind, for they were revoked or leave
public record PackingList(
        List<PackedZone> zones,
        List<DeviceListing> devices,
        List<DeviceName> withoutCode,
        long pictures,
        List<DeviceName> naming,
        long leftOut) {
    public PackingList {
        zones = List.copyOf(zones);
        devices = List.copyOf(devices);
        withoutCode = List.copyOf(withoutCode);
        naming = List.copyOf(naming);
    }

    public long codes() {
        return (long) devices.size() - withoutCode.size();
    }
}
