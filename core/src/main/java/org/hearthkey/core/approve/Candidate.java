package org.hearthkey.core.approve;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.authority.IssuerBook;
import org.hearthkey.core.device.DeviceBook;
import org.hearthkey.core.device.DeviceId;
import org.hearthkey.core.key.PublicKeyInfo;

/// What the rules look at: an application, the home it asks to join, and when.
///
/// @param renewing the device whose certificate is renewed, if this is no new device
record Candidate(
        Application application,
        Optional<PublicKeyInfo> key,
        Optional<DeviceId> renewing,
        DeviceBook devices,
        IssuerBook issuers,
        Instant notBefore,
        Instant notAfter) {

    /// Whether `device` is not the one that is renewed.
    boolean isAnother(DeviceId device) {
        return renewing.filter(device::equals).isEmpty();
    }
}
