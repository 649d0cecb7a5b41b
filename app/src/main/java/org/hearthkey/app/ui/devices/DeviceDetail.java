package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;

/// All that the pane says about one device.
///
/// @param history its certificates, the newest first
/// @param certificate the one it has now
/// @param issuer the zone issuer that signed it
/// @param delivered when its zone's newest revocation list was last written to a drive, if it was
public record DeviceDetail(
        Device device,
        DeviceState state,
        List<Credential.Certified> history,
        Certificate certificate,
        Certificate issuer,
        Optional<Instant> delivered) {
    public DeviceDetail {
        history = List.copyOf(history);
    }
}
