package org.hearthkey.app.camera;

/// Why a camera gives no pictures.
public final class CameraException extends Exception {
    private static final long serialVersionUID = 1L;

    /// What is the matter.
    public enum Trouble {
        /// There is none.
        NONE,
        /// Another program holds it, or its driver refuses it.
        BUSY,
        /// The system does not let this program use it.
        DENIED,
        /// It was unplugged, or stopped giving pictures.
        GONE,
        /// It did not answer in time and was given up.
        SILENT,
        /// Nothing on this computer can speak to cameras.
        NO_DRIVER
    }

    private final Trouble trouble;

    public CameraException(Trouble trouble) {
        super(trouble.name());
        this.trouble = trouble;
    }

    public CameraException(Trouble trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
