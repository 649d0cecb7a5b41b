package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;
import org.hearthkey.core.secret.SecretBytes;

/// The codes from the boxes of devices, each sealed once more inside the home. Changes only inside a commit.
public interface SetupCodeRecords {
    /// What is kept of a device's code, without the code.
    ///
    /// @param kind the kind of code, such as `matter-qr`
    /// @param hasPhoto whether a picture of the label is kept with it
    record Kept(String kind, Instant since, boolean hasPhoto) {}

    /// What is kept for this device.
    Optional<Kept> find(DeviceId device);

    /// Keeps a code in place of the one before, without a picture.
    ///
    /// @param code the whole text in UTF-8
    void keep(DeviceId device, String kind, SecretBytes code, Instant since);

    /// Keeps a picture of the label beside the code.
    ///
    /// @throws IllegalArgumentException if no code is kept for this device
    void keepPhoto(DeviceId device, SecretBytes picture);

    /// The whole text in UTF-8. Whoever opens it closes it.
    ///
    /// @throws IllegalArgumentException if no code is kept for this device
    SecretBytes open(DeviceId device);

    /// The picture of the label, if one is kept. Whoever opens it closes it.
    Optional<SecretBytes> openPhoto(DeviceId device);

    /// Forgets code and picture.
    void destroy(DeviceId device);
}
