package org.hearthkey.core.frames;

import java.util.List;

/// How far a series of frames has come.
public sealed interface Progress {
    /// Nothing of any series was seen.
    record Waiting() implements Progress {}

    /// More frames are needed.
    ///
    /// @param have frames that each told something new
    /// @param needed as many as are surely enough, if each tells something new
    /// @param missing the frames that have to come, numbered from 1; empty where any other frame helps as well
    record Gathering(int have, int needed, List<Integer> missing) implements Progress {
        public Gathering {
            missing = List.copyOf(missing);
        }
    }

    /// All is there and fits together.
    record Done(Carried carried) implements Progress {}

    /// All is there and does not fit together. Another try begins with a new collector.
    ///
    /// @param why which rule is broken, in English, for logs and scripts; quotes nothing of the frames
    record Refused(String why) implements Progress {}
}
