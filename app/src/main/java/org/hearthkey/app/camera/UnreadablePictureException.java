package org.hearthkey.app.camera;

import java.io.IOException;

/// A file that was to be a picture could not be looked at.
public final class UnreadablePictureException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// Neither PNG nor JPEG, GIF, BMP or PDF.
        NOT_A_PICTURE,
        /// HEIC or AVIF, which telephones write and nothing here reads.
        TELEPHONE_FORMAT,
        TOO_LARGE,
        DAMAGED,
        /// A PDF that opens with a password only.
        LOCKED,
        /// A PDF without a code on its first 20 pages, which has more.
        MORE_PAGES,
        /// A PDF that takes too much memory or time to draw.
        TOO_COSTLY
    }

    private final Reason reason;

    UnreadablePictureException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    UnreadablePictureException(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
