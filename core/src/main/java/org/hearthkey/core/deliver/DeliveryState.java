package org.hearthkey.core.deliver;

/// How far the home's newest lists have come on their way to a hub or a drive.
public enum DeliveryState {
    /// They are signed and lie in the home only.
    SIGNED("signed"),
    /// They were written to the place where the hub takes them, and read back there.
    DELIVERED("delivered"),
    /// The hub said, signed, that it took them.
    ACKNOWLEDGED("acknowledged"),
    /// The hub was tried: it refused what they revoke and let in what they do not.
    ENFORCED("enforced"),
    /// The hub was tried and it cannot be said. Never a success.
    UNPROVEN("unproven");

    private final String code;

    DeliveryState(String code) {
        this.code = code;
    }

    /// As scripts read it.
    public String code() {
        return code;
    }
}
