package org.hearthkey.core.frames;

/// The text is not a frame, or breaks the rules of frames; the message says which one and quotes nothing.
public final class MalformedFrameException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String why) {
        super(why);
    }

    /// Which rule, in English, for logs and scripts.
    public String why() {
        return String.valueOf(getMessage());
    }

    static void require(boolean kept, String why) throws MalformedFrameException {
        if (!kept) {
            throw new MalformedFrameException(why);
        }
    }
}
