package org.hearthkey.core.home;

import org.hearthkey.core.approve.Application;
import org.hearthkey.core.approve.Confirmation;
import org.hearthkey.core.approve.KeySource;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.ZoneName;

/// Devices that are known by the code from their box alone.
final class Pairings {
    private Pairings() {}

    static Application of(String name, ZoneName zone, String code) {
        return Application.of(new DeviceName(name), zone)
                .label(Requests.code(code))
                .keySource(KeySource.PAIRING_ONLY)
                .confirmation(new Confirmation.Presence());
    }
}
