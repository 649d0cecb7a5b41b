package org.hearthkey.core.ceremony;

import java.util.List;
import java.util.Locale;

/// One thing that speaks against waking the root here and now. It is advice: nobody is kept from going on.
///
/// @param what names of links, places or programs
public record AirFinding(Code code, List<String> what) {
    public AirFinding {
        what = List.copyOf(what);
    }

    /// What it is.
    public enum Code {
        /// A network link is up.
        NETWORK,
        /// What is in memory may be written to a disk, unencrypted.
        SWAP_OPEN,
        /// The same, and the system does not say whether it is encrypted.
        SWAP_UNKNOWN,
        /// A program runs that shows or records the screen, or lets others in.
        SCREEN,
        /// A program runs that keeps what was copied.
        CLIPBOARD,
        /// The clock is behind the newest entry of the home's journal.
        CLOCK_BEHIND,
        /// The clock is more than a year ahead of it.
        CLOCK_AHEAD,
        /// There was no home to compare the clock with.
        CLOCK_UNCOMPARED,
        /// The disk with the home is nearly full.
        ROOM,
        /// The program or the home lies on a drive that can be pulled out.
        REMOVABLE,
        /// The system does not say which programs run.
        PROGRAMS_UNKNOWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
