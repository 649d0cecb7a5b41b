package org.hearthkey.app.ui.approve;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.hearthkey.core.authority.Zone;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.ZoneName;

/// What the home's other devices suggest for a new one.
public record Choices(List<ZoneName> zones, List<String> owners, List<String> rooms, List<String> types) {
    static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of());

    /// Enough to have met every room and person of a home.
    private static final int LOOKED_AT = 1_000;

    public Choices {
        zones = List.copyOf(zones);
        owners = List.copyOf(owners);
        rooms = List.copyOf(rooms);
        types = List.copyOf(types);
    }

    /// Reads them on the home's thread.
    static Choices of(Home home, Instant now) {
        var owners = new TreeSet<String>();
        var rooms = new TreeSet<String>();
        var types = new TreeSet<String>();
        for (var device : home.devices().page(DeviceQuery.all(now), 0, LOOKED_AT)) {
            owners.add(device.particulars().owner());
            rooms.add(device.particulars().location());
            types.add(device.particulars().type());
        }
        return new Choices(
                home.issuers().zones().stream().map(Zone::name).toList(), told(owners), told(rooms), told(types));
    }

    private static List<String> told(TreeSet<String> words) {
        words.remove("");
        return List.copyOf(words);
    }
}
