package org.hearthkey.app.camera;

import java.io.IOException;

/// A file that was to be a picture could not be looked at.
public final class UnreadablePictureException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// Neither PNG nor JPEG, GIF or BMP.
        NOT_A_PICTURE,
        TOO_LARGE,
        DAMAGED
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
