package org.hearthkey.app.ui.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.journal.JournalVerdict;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.recovery.IssuedSheets;
import org.hearthkey.core.revoke.SignedList;
import org.hearthkey.core.witness.Standing;

/// How the home stands at one instant.
///
/// @param due what needs the owner, the most urgent first
/// @param states how many devices are in each state
/// @param nextToEnd the device that ends next
/// @param firstToLapse the last list of the issuer that runs out of lists first
/// @param handedOut the last bundle that was written and read back
/// @param sheets the recovery sheets in force
/// @param standing how the file stands to its witnesses
public record Overview(
        Instant at,
        List<Due> due,
        Map<DeviceState, Long> states,
        Optional<Device> nextToEnd,
        Optional<SignedList> firstToLapse,
        Optional<HandedOut> handedOut,
        JournalVerdict journal,
        Optional<IssuedSheets> sheets,
        Standing standing,
        List<ZoneOverview> zones) {
    public Overview {
        due = List.copyOf(due);
        states = Map.copyOf(states);
        zones = List.copyOf(zones);
    }

    /// Whether the house was handed over, so that nothing needs its seller but wrong tries.
    public boolean isOver() {
        return standing instanceof Standing.HandedOver;
    }

    /// All devices the home knows, revoked and ended ones included.
    public long devices() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    public long in(DeviceState state) {
        return states.getOrDefault(state, 0L);
    }

    /// How many things are due on the screen of revocation lists.
    public int listsDue() {
        return (int) due.stream()
                .filter(item -> item instanceof Due.ListsKeptBack
                        || item instanceof Due.ListsLapsed
                        || item instanceof Due.ListsEndNow
                        || item instanceof Due.ListsEndSoon
                        || item instanceof Due.NothingHandedOut)
                .count();
    }

    /// How many things are due on the screen of recovery sheets.
    public int recoveryDue() {
        return (int) due.stream()
                .filter(item -> item instanceof Due.NoSheets || item instanceof Due.DrillDue)
                .count();
    }

    /// How many things need the owner; the invitation to a first device is none.
    public int thingsDue() {
        return (int)
                due.stream().filter(item -> !(item instanceof Due.FirstDevice)).count();
    }

    /// A bundle that was written and read back.
    public record HandedOut(long bundle, Instant at, String target) {}

    /// How one zone stands.
    ///
    /// @param marks the state of each device in the order of their names; empty where there are too many to draw
    public record ZoneOverview(ZoneName zone, Map<DeviceState, Long> states, List<DeviceState> marks) {
        public ZoneOverview {
            states = Map.copyOf(states);
            marks = List.copyOf(marks);
        }

        public long devices() {
            return states.values().stream().mapToLong(Long::longValue).sum();
        }

        public long in(DeviceState state) {
            return states.getOrDefault(state, 0L);
        }
    }
}
