package org.hearthkey.core.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.device.DeviceId;

/// The change of the home's root, and which devices know the new one. Changing only inside a commit.
public interface RolloverRecords {
    /// The last one: under way, or finished.
    Optional<Rollover> rollover();

    /// Begins one, in place of a finished one; no device knows the new root yet.
    void begin(Rollover rollover);

    /// Notes that the new root is the home's.
    void finish(Instant at);

    /// Forgets one that was begun.
    void cancel();

    /// Notes that a device knows the new root.
    void knows(DeviceId device, Instant since);

    /// How many devices know the new root, of those that hold a certificate in force.
    Trust trust(Instant at);

    /// How far the devices are.
    ///
    /// @param missing the names of the first that do not know it yet
    record Trust(long known, long all, List<String> missing) {
        public Trust {
            missing = List.copyOf(missing);
        }

        /// How many do not know it yet.
        public long left() {
            return all - known;
        }
    }
}
