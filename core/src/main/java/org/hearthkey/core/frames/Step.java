package org.hearthkey.core.frames;

/// What became of one frame that was shown to a collector, and how far the series is now.
public record Step(Took took, Progress progress) {
    /// What became of a frame.
    public enum Took {
        /// It told something new.
        NEW,
        /// It told nothing new.
        REPEATED,
        /// It belongs to another series, or contradicts this one, and was dropped.
        FOREIGN,
        /// It is no frame, or breaks the rules of its kind, and was dropped.
        MALFORMED,
        /// The series before it took too long and was dropped; this is the first frame of another.
        BEGAN_AGAIN
    }
}
