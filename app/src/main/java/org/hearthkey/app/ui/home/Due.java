package org.hearthkey.app.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.approve.Alarm;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.home.ProfileUse;
import org.hearthkey.core.home.WrongTries;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.revoke.SignedList;

/// One thing that needs the owner.
public sealed interface Due {
    /// Somebody tried wrong passphrases before the home was unlocked.
    record TriedInVain(WrongTries tries) implements Due {}

    /// Somebody tried to join as what it is not, and was refused.
    ///
    /// @param device for which it tried to pass, where that is known
    record Alarmed(Alarm alarm, Optional<Device> device) implements Due {}

    /// Lists that refuse somebody are newer than the last bundle that was handed out; the oldest first.
    record ListsKeptBack(List<SignedList> lists) implements Due {
        public ListsKeptBack {
            lists = List.copyOf(lists);
        }
    }

    /// Devices were approved, but no bundle ever left this computer.
    record NothingHandedOut(long devices) implements Due {}

    record DeviceEnded(Device device) implements Due {}

    /// The last list of an issuer is past its end; the first to lapse first.
    record ListsLapsed(List<SignedList> lists) implements Due {
        public ListsLapsed {
            lists = List.copyOf(lists);
        }
    }

    /// An issuer has less than 7 days until its last list lapses; the first to lapse first.
    record ListsEndNow(List<SignedList> lists) implements Due {
        public ListsEndNow {
            lists = List.copyOf(lists);
        }
    }

    /// An issuer has less than 14 days until its last list lapses; the first to lapse first.
    record ListsEndSoon(List<SignedList> lists) implements Due {
        public ListsEndSoon {
            lists = List.copyOf(lists);
        }
    }

    /// A device was approved, and for too long nobody has seen it use its credential.
    record DeviceUnseen(Device device) implements Due {}

    /// A device is in its renewal window, or has less than 30 days left.
    record DeviceEnds(Device device) implements Due {}

    /// An issuer is in its renewal window.
    record IssuerEnds(Role issuer, Instant end) implements Due {}

    /// Keys of a kind that devices have become too weak.
    record KeysEnd(ProfileUse use) implements Due {}

    /// More devices of the same kind than the screen names one by one.
    record MoreDevices(long count) implements Due {}

    /// Nothing would bring the home back if its computer or its passphrase were lost.
    record NoSheets() implements Due {}

    /// The recovery sheets were not proven for a year.
    record DrillDue(IssuedSheets sheets) implements Due {}

    /// A device came with the house and has to be set up again.
    record DeviceWaits(WaitingDevice device) implements Due {}

    /// More of those than the screen names one by one.
    record MoreWait(long count) implements Due {}

    /// The home is new.
    record FirstDevice() implements Due {}
}
