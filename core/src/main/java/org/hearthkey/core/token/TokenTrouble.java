package org.hearthkey.core.token;

import java.util.Arrays;

/// Why a token did not do what was asked. Each asks something different of its owner.
public enum TokenTrouble {
    /// No PKCS#11 module is installed, or the one that was named cannot be loaded.
    NO_MODULE,
    /// No such token is plugged in.
    NO_TOKEN,
    /// Several tokens fit the description.
    SEVERAL_TOKENS,
    /// The token was never given a PIN.
    NOT_SET_UP,
    /// The token was there and no longer is.
    PULLED,
    WRONG_PIN,
    /// Wrong, and not many tries are left.
    WRONG_PIN_FEW_LEFT,
    /// Wrong, and the next wrong one locks the token.
    WRONG_PIN_ONE_LEFT,
    /// The token takes no PIN any more until it is unblocked.
    PIN_LOCKED,
    /// The token wants its PIN changed first.
    PIN_EXPIRED,
    /// The token holds no such key.
    NO_KEY,
    /// Several keys fit the description.
    SEVERAL_KEYS,
    /// There is such a key, but not for this use: another curve, no leave to sign or agree, or a PIN wanted for each use.
    UNSUITABLE_KEY,
    /// The token holds the key, but would also give it away.
    KEY_NOT_KEPT,
    /// The token cannot make keys of this kind, or not for us.
    CANNOT_MAKE,
    FULL,
    WRITE_PROTECTED,
    /// Whoever was to touch the token or type its PIN did not.
    NOT_CONFIRMED,
    /// The token answered with an error that says no more.
    FAILED;

    /// What a return value of the standard stands for.
    static TokenTrouble of(long returned) {
        return Arrays.stream(ReturnValue.values())
                .filter(value -> value.number == returned)
                .findFirst()
                .map(value -> value.trouble)
                .orElse(FAILED);
    }

    /// What a return value of the standard stands for that is told by its name, such as `CKR_DEVICE_REMOVED`.
    static TokenTrouble named(String name) {
        return Arrays.stream(ReturnValue.values())
                .filter(value -> name.equals("CKR_" + value.name()))
                .findFirst()
                .map(value -> value.trouble)
                .orElse(FAILED);
    }

    private enum ReturnValue {
        SLOT_ID_INVALID(0x03, PULLED),
        ATTRIBUTE_VALUE_INVALID(0x13, CANNOT_MAKE),
        TEMPLATE_INCONSISTENT(0xD1, CANNOT_MAKE),
        DEVICE_MEMORY(0x31, FULL),
        DEVICE_REMOVED(0x32, PULLED),
        FUNCTION_CANCELED(0x50, NOT_CONFIRMED),
        FUNCTION_NOT_SUPPORTED(0x54, CANNOT_MAKE),
        KEY_TYPE_INCONSISTENT(0x63, UNSUITABLE_KEY),
        KEY_FUNCTION_NOT_PERMITTED(0x68, UNSUITABLE_KEY),
        MECHANISM_INVALID(0x70, UNSUITABLE_KEY),
        PIN_INCORRECT(0xA0, WRONG_PIN),
        PIN_INVALID(0xA1, WRONG_PIN),
        PIN_LEN_RANGE(0xA2, WRONG_PIN),
        PIN_EXPIRED(0xA3, TokenTrouble.PIN_EXPIRED),
        PIN_LOCKED(0xA4, TokenTrouble.PIN_LOCKED),
        TOKEN_NOT_PRESENT(0xE0, PULLED),
        TOKEN_NOT_RECOGNIZED(0xE1, PULLED),
        TOKEN_WRITE_PROTECTED(0xE2, WRITE_PROTECTED),
        /// What a key says that wants its PIN before each use.
        USER_NOT_LOGGED_IN(0x101, UNSUITABLE_KEY),
        USER_PIN_NOT_INITIALIZED(0x102, NOT_SET_UP);

        private final long number;
        private final TokenTrouble trouble;

        ReturnValue(long number, TokenTrouble trouble) {
            this.number = number;
            this.trouble = trouble;
        }
    }
}
