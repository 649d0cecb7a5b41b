package org.hearthkey.core.retire;

import java.util.Arrays;
import java.util.Optional;

/// What has to be done before a device has left, in the order in which it is best done.
public enum Step {
    /// Its certificates are revoked, or its pairing is taken back.
    REVOKE("revoke"),
    /// The hub knows: a bundle with the revocation and the order to cut the device off was delivered, or the owner removed it
    /// by hand.
    HUB("hub"),
    /// Every access token and cloud account is taken back where it is.
    ACCOUNTS("accounts"),
    /// The code from its box is forgotten here.
    SETUP_CODE("setup-code"),
    /// It was set back to how it came from its maker.
    RESET("factory-reset");

    private final String code;

    Step(String code) {
        this.code = code;
    }

    /// What scripts read.
    public String code() {
        return code;
    }

    /// Whether the owner's word is enough, because nobody here can see it.
    public boolean isForTheOwner() {
        return switch (this) {
            case HUB, ACCOUNTS, RESET -> true;
            case REVOKE, SETUP_CODE -> false;
        };
    }

    /// The step with this code, if there is one.
    public static Optional<Step> parse(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }
}
