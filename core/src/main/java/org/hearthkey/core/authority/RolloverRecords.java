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
    ///
    /// @param token names the new root's key, where that is on a token
    void begin(Rollover rollover, Optional<String> token);

    /// The name of the new root's key, where that is on a token.
    Optional<String> nextToken();

    /// Notes that the new root is the home's.
    void finish(Instant at);

    /// Forgets one that was begun.
    void cancel();

    /// Notes that a device knows the new root.
    void knows(DeviceId device, Instant since);

    /// Notes that a device got the new root in a file, the last time that it did.
    void handed(DeviceId device, Instant at);

    /// The devices that hold a certificate in force and do not know the new root, the first by their names.
    List<Learner> learners(Instant at, int most);

    /// A device that does not know the new root.
    ///
    /// @param handed when it got it in a file, if it did
    record Learner(DeviceId id, String name, Optional<Instant> handed) {}

    /// How many devices know the new root, of those that hold a certificate in force.
    Trust trust(Instant at);

    /// How far the devices are.
    ///
    /// @param handed how many of those that do not know it got it in a file
    record Trust(long known, long handed, long all) {
        /// How many do not know it yet.
        public long left() {
            return all - known;
        }
    }
}
