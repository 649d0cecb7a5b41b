package org.hearthkey.app.ui.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.deliver.HubStates.Refusal;
import org.hearthkey.core.device.Credential;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.SetupCodeRecords;

/// All that the pane says about one device.
///
/// @param history its certificates, the newest first
/// @param held its certificate, if that is what it proves itself with
/// @param code what is kept of the code from its box, without the code
/// @param delivered when its zone's newest revocation list was last written to a drive, if it was
/// @param refusal whether hubs turn it away, if it is revoked
public record DeviceDetail(
        Device device,
        DeviceState state,
        List<Credential.Certified> history,
        Optional<Held> held,
        Optional<SetupCodeRecords.Kept> code,
        Optional<Instant> delivered,
        Optional<Refusal> refusal) {
    public DeviceDetail {
        history = List.copyOf(history);
    }

    /// The certificate that a device has now.
    ///
    /// @param issuer the zone issuer that signed it
    public record Held(Credential.Certified credential, Certificate certificate, Certificate issuer) {}
}
