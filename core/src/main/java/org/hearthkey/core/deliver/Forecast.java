package org.hearthkey.core.deliver;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.policy.Finding;

/// What would happen if the home's lists were handed to a place now: worked out from the home, never guessed.
///
/// @param taken the place, and what it goes by today
/// @param zones each zone's devices
/// @param lapses of every issuer, how long the place could go on with what it would get
/// @param hits what would be hit that hardly can be meant; each asks for the root's secret
/// @param notes what else the owner should know
public record Forecast(Taken taken, List<Zone> zones, List<Lapse> lapses, List<Finding> hits, List<Finding> notes) {
    public Forecast {
        zones = List.copyOf(zones);
        lapses = List.copyOf(lapses);
        hits = List.copyOf(hits);
        notes = List.copyOf(notes);
    }

    /// The devices of one zone.
    ///
    /// @param newly who is let in today, as far as is known, and would be refused from then on
    /// @param before how many are refused today already
    /// @param goingOn who would go on as before
    public record Zone(ZoneName name, Names newly, long before, Names goingOn) {}

    /// Some names, and how many there are.
    ///
    /// @param first the first of them
    /// @param count how many there are with those that are not named
    public record Names(List<String> first, long count) {
        public static final Names NONE = new Names(List.of(), 0);

        public Names {
            first = List.copyOf(first);
            if (count < first.size()) {
                throw new IllegalArgumentException("More names than there are");
            }
        }

        /// How many are not named.
        public long more() {
            return count - first.size();
        }
    }

    /// When an issuer's last list lapses and everything below it is turned away.
    public record Lapse(Role issuer, Instant at) {}

    /// Until when nothing lapses.
    public Instant safeUntil() {
        return lapses.stream()
                .map(Lapse::at)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("A home has lists"));
    }

    /// How many devices would be refused from then on.
    public long newlyRefused() {
        return zones.stream().mapToLong(zone -> zone.newly().count()).sum();
    }

    /// How many devices would go on as before.
    public long goingOn() {
        return zones.stream().mapToLong(zone -> zone.goingOn().count()).sum();
    }
}
