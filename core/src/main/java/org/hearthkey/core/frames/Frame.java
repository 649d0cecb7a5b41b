package org.hearthkey.core.frames;

import java.util.Optional;

/// One code of a series, or one that carries everything by itself.
public sealed interface Frame permits UrFrame, BbqrFrame {
    /// The most that a series may carry.
    int MOST_BYTES = 64 * 1024;

    /// The most frames of a series: what BBQr can number.
    int MOST_FRAMES = 1295;

    /// The longest text of one frame: the most an alphanumeric QR code holds.
    int LONGEST = 4296;

    /// As a camera reads it.
    String text();

    /// What is carried, if this frame alone carries it.
    Optional<Carried> whole();

    /// Reads one frame of either kind.
    static Frame parse(String text) throws MalformedFrameException {
        MalformedFrameException.require(text.length() <= LONGEST, "oversize: more than " + LONGEST + " characters");
        return text.startsWith("B$") ? BbqrFrame.parse(text) : UrFrame.parse(text);
    }
}
