package org.hearthkey.core.device;

import java.util.List;
import java.util.Optional;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.scan.Mark;

/// By what the home's devices are known again, for reading. Lives on the home's thread.
public interface MarkBook {
    /// The devices that carry this mark or ever did, those that still count first.
    List<Holder> holders(Mark mark);

    /// A device with a mark.
    ///
    /// @param takenBack why the device's credential was revoked, if it was
    /// @param left whether its code stays out of use
    record Holder(DeviceId device, String name, Optional<Reason> takenBack, Left left) {}

    /// Whether a device has left the home for good.
    enum Left {
        NO,
        /// Nothing of it comes back.
        FOR_GOOD,
        /// It left, and the owner said that it may start anew.
        REPURPOSED
    }
}
