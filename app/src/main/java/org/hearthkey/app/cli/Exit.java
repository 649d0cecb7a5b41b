package org.hearthkey.app.cli;

import org.hearthkey.core.seal.Refusal;
import org.hearthkey.core.token.TokenTrouble;

/// How a command ends. Scripts rely on the numbers.
enum Exit {
    DONE(0),
    /// A rule refused; the findings say which, and nothing changed.
    REFUSED(1),
    /// The command line is wrong.
    MISUSED(2),
    /// A wrong passphrase, one too soon after wrong ones, or a factor is missing.
    LOCKED(3),
    /// The home's file is damaged, older than its witness, or written by a later release; it was left as it was.
    HOME_REFUSED(4),
    /// A file, drive, network or device failed; nothing half-done was left behind.
    FAILED(5),
    /// The hub does not enforce what was delivered.
    NOT_ENFORCED(6),
    /// Our mistake; the message names a log file.
    MISTAKEN(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Exit of(TokenTrouble trouble) {
        return switch (trouble) {
            case WRONG_PIN, WRONG_PIN_FEW_LEFT, WRONG_PIN_ONE_LEFT, PIN_LOCKED, PIN_EXPIRED, NO_TOKEN, NO_KEY -> LOCKED;
            case SEVERAL_TOKENS, SEVERAL_KEYS -> MISUSED;
            case UNSUITABLE_KEY, KEY_NOT_KEPT -> REFUSED;
            case NO_MODULE, NOT_SET_UP, PULLED, CANNOT_MAKE, FULL, WRITE_PROTECTED, NOT_CONFIRMED, FAILED ->
                Exit.FAILED;
        };
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
