package org.hearthkey.core.approve;

import java.util.Optional;
import org.hearthkey.core.certificate.Certificate;
import org.hearthkey.core.device.Device;

/// What became of an approval.
public sealed interface Outcome {
    /// The certificate was signed and recorded with its device.
    ///
    /// @param issuer the zone issuer that signed it
    /// @param madeKey the key and its one-time password, where the device cannot make its own; close it after handing over
    record Issued(Device device, Certificate certificate, Certificate issuer, Optional<MadeKey> madeKey)
            implements Outcome {}

    /// The device was recorded with the code that pairs it. Nothing was signed.
    record Paired(Device device) implements Outcome {}

    /// Between review and approval something changed that now refuses. Nothing was signed.
    record Refused(Review review) implements Outcome {}
}
