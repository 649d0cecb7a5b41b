package org.hearthkey.app.passphrase;

/// How strong a new passphrase is, in the steps of the meter.
public enum Strength {
    NOTHING,
    TOO_WEAK,
    WEAK,
    GOOD,
    STRONG
}
