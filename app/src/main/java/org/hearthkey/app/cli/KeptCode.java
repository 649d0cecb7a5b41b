package org.hearthkey.app.cli;

import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.SetupCodeRecords.Kept;
import org.hearthkey.core.home.Home;
import org.hearthkey.core.name.DeviceName;

/// A device whose code is kept.
///
/// @param kept what is kept of it, without the code
record KeptCode(Device device, Kept kept) {
    /// Finds a device and what is kept of its code.
    ///
    /// @throws StoppedException if there is no such device, or no code of it
    static KeptCode find(Session session, Home home, DeviceName name) throws StoppedException {
        var device = session.device(home, name);
        return home.setupCodes()
                .find(device)
                .map(kept -> new KeptCode(device, kept))
                .orElseThrow(
                        () -> new StoppedException(Exit.REFUSED, session.words().text("setup-code.none", name.text())));
    }
}
