package org.hearthkey.core.scan;

/// What a code is worth as proof of who a device is. Whoever printed a label knew what it says; the question is what the
/// device has to have besides.
public enum Proof {
    /// Names the device's key, or enough of it: only the device that holds the key can answer for it.
    BINDS_KEY("binds-key"),
    /// Holds a secret that the device knows too. So does everybody who read the label.
    BINDS_SECRET("binds-secret"),
    /// Says what the device is called, and nothing that it could prove.
    NAMES_ONLY("names-only"),
    /// Carries something else, such as a request, and says nothing of a device itself.
    CARRIES("carries");

    private final String code;

    Proof(String code) {
        this.code = code;
    }

    /// What scripts read.
    public String code() {
        return code;
    }
}
