package org.hearthkey.core.device;

import java.util.Arrays;
import java.util.Optional;

/// How a device stands with its home at one instant.
public enum DeviceState {
    TRUSTED("trusted"),
    /// Approved, and not yet seen to use its credential.
    UNSEEN("approved-not-seen"),
    /// Approved, and not seen for so long that the approval no longer counts.
    LAPSED("lapsed"),
    /// In its renewal window, or with less than 30 days left.
    ENDS_SOON("ends-soon"),
    ENDED("ended"),
    REVOKED("revoked"),
    /// Revoked, and led out of the home step by step.
    RETIRED("retired");

    private final String code;

    DeviceState(String code) {
        this.code = code;
    }

    /// What scripts read.
    public String code() {
        return code;
    }

    /// The state with this code, if there is one.
    public static Optional<DeviceState> parse(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
