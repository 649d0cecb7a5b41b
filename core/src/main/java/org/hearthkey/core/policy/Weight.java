package org.hearthkey.core.policy;

/// How much a finding weighs when the owner decides. Only a refusal takes the decision away.
public enum Weight {
    /// Speaks for the device.
    SUPPORT("note"),
    /// Worth knowing; speaks neither for it nor against it.
    NOTE("note"),
    /// Speaks against the device; the owner may still approve.
    CAUTION("caution"),
    /// Nothing is signed. There is no way around it.
    REFUSAL("refusal");

    private final String code;

    Weight(String code) {
        this.code = code;
    }

    /// What scripts read: `note`, `caution` or `refusal`.
    public String code() {
        return code;
    }
}
