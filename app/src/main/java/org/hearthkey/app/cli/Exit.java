package org.hearthkey.app.cli;

import org.hearthkey.core.seal.Refusal;

/// How a command ends. Scripts rely on the numbers.
enum Exit {
    DONE(0),
    /// A rule refused; the findings say which, and nothing changed.
    REFUSED(1),
    /// The command line is wrong.
    MISUSED(2),
    /// A wrong passphrase, or a factor is missing.
    LOCKED(3),
    /// The home's file is damaged, older than its witness, or written by a later release; it was left as it was.
    HOME_REFUSED(4),
    /// A file, drive, network or device failed; nothing half-done was left behind.
    FAILED(5),
    /// Our mistake; the message names a log file.
    MISTAKEN(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Exit of(Refusal refusal) {
        return switch (refusal) {
            case WRONG_SECRET -> LOCKED;
            case IN_USE, UNFINISHED_COMMIT -> FAILED;
            case NOT_A_HOME, NEWER_FORMAT, DAMAGED, OUT_OF_BOUNDS, SLOTS_CHANGED, SET_MISMATCH, STRANGE_COMPANION ->
                HOME_REFUSED;
        };
    }
}
