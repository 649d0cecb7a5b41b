package org.hearthkey.app.ui.home;

import java.time.Instant;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.revoke.SignedList;

/// One thing that needs the owner.
public sealed interface Due {
    /// A list that refuses somebody is newer than the last bundle that was handed out.
    record ListKeptBack(SignedList list) implements Due {}

    /// Devices were approved, but no bundle ever left this computer.
    record NothingHandedOut(long devices) implements Due {}

    record DeviceEnded(Device device) implements Due {}

    record ListLapsed(SignedList list) implements Due {}

    /// A list is old enough to be signed anew.
    record ListDue(SignedList list) implements Due {}

    /// A device is in its renewal window, or has less than 30 days left.
    record DeviceEnds(Device device) implements Due {}

    /// An issuer is in its renewal window.
    record IssuerEnds(Role issuer, Instant end) implements Due {}

    /// More devices of the same kind than the screen names one by one.
    record MoreDevices(long count) implements Due {}

    /// The home is new.
    record FirstDevice() implements Due {}
}
