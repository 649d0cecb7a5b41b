package org.hearthkey.core.device;

import java.time.Instant;
import java.util.Optional;

/// A device that came with the house and has to be set up again: it has no key of this home yet.
///
/// @param number tells it from the others of this home
/// @param kind of the code that is kept for it, such as `matter-qr`; empty if none came with it
/// @param hasPhoto whether a picture of its label is kept
/// @param since when the house was taken over
public record WaitingDevice(
        long number, DeviceListing listing, Optional<String> kind, boolean hasPhoto, Instant since) {}
